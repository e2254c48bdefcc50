package care.iop.scheduling.session;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Conditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The scheduled sessions of the caller's organization. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, UUID> {

    /** The session, or 404. */
    public Session require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("session"));
    }

    /** The scheduled meeting of a series on a day. */
    public Optional<Session> ofSeriesOn(UUID seriesId, LocalDate day) {
        return find("seriesId = ?1 and sessionOn = ?2 and status = SCHEDULED", seriesId, day)
                .firstResultOptional();
    }

    /** The scheduled meetings of these series from the first to the last day. */
    public List<Session> ofSeriesBetween(Collection<UUID> seriesIds, LocalDate first, LocalDate last) {
        return seriesIds.isEmpty()
                ? List.of()
                : list("seriesId in ?1 and sessionOn between ?2 and ?3 and status = SCHEDULED", seriesIds, first, last);
    }

    /**
     * The scheduled sessions that any of these clinicians holds, or that are in any of these rooms, from the first to the
     * last day; without those of one client whose hold has run out.
     */
    public List<Session> standing(
            Collection<UUID> clinicianIds, Collection<UUID> roomIds, LocalDate first, LocalDate last, Instant now) {
        if (clinicianIds.isEmpty() && roomIds.isEmpty()) {
            return List.of();
        }
        return find("""
                        from Session s
                        where (s.clinicianId in :clinicians or s.roomId in :rooms)
                          and s.sessionOn between :first and :last and s.status = SCHEDULED
                          and not (s.seriesId is null and exists (
                              select 1 from Booking b
                              where b.sessionId = s.id and b.status = HELD and b.heldUntil <= :now))
                        """, Map.of("clinicians", clinicianIds, "rooms", roomIds, "first", first, "last", last, "now", now))
                .list();
    }

    /** All sessions of a clinician from the first to the last day, cancelled ones too, in order of time. */
    public List<Session> ofClinician(UUID clinicianId, LocalDate first, LocalDate last) {
        return list("clinicianId = ?1 and sessionOn between ?2 and ?3 order by startsAt, id", clinicianId, first, last);
    }

    /** All sessions in a room from the first to the last day, cancelled ones too, in order of time. */
    public List<Session> ofRoom(UUID roomId, LocalDate first, LocalDate last) {
        return list("roomId = ?1 and sessionOn between ?2 and ?3 order by startsAt, id", roomId, first, last);
    }

    /** Those with one of these identifiers. */
    public List<Session> withIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** The scheduled sessions of a program in the seven days from {@code weekStartingOn}. */
    public List<Session> ofWeek(UUID programId, LocalDate weekStartingOn) {
        return list(
                "programId = ?1 and sessionOn between ?2 and ?3 and status = SCHEDULED order by startsAt, id",
                programId,
                weekStartingOn,
                weekStartingOn.plusDays(6));
    }

    /** The scheduled meetings of a series that have not begun, kept from others until the transaction ends. */
    List<Session> aheadLocked(UUID seriesId, Instant now) {
        return find("seriesId = ?1 and startsAt > ?2 and status = SCHEDULED order by id", seriesId, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Whether a meeting of a series has begun. */
    boolean haveBegun(UUID seriesId, Instant now) {
        return count("seriesId = ?1 and startsAt <= ?2 and status = SCHEDULED", seriesId, now) > 0;
    }

    /** Whether a clinician is in a scheduled session, apart from these, at that time. */
    boolean clinicianIsTaken(UUID clinicianId, SessionTime time, Collection<UUID> apart) {
        return count(
                        "clinicianId = ?1 and startsAt < ?3 and endsAt > ?2 and status = SCHEDULED and id not in ?4",
                        clinicianId,
                        time.startsAt(),
                        time.endsAt(),
                        apart)
                > 0;
    }

    /** Whether a scheduled session, apart from these, is in a room at that time. */
    boolean roomIsTaken(UUID roomId, SessionTime time, Collection<UUID> apart) {
        return count(
                        "roomId = ?1 and startsAt < ?3 and endsAt > ?2 and status = SCHEDULED and id not in ?4",
                        roomId,
                        time.startsAt(),
                        time.endsAt(),
                        apart)
                > 0;
    }

    List<Session> page(
            @Nullable UUID programId,
            @Nullable UUID clinicianId,
            @Nullable LocalDate weekStartingOn,
            PageRequest page) {
        var conditions = Conditions.after(page)
                .and("programId = :programId", "programId", programId)
                .and("clinicianId = :clinicianId", "clinicianId", clinicianId)
                .and("sessionOn >= :first", "first", weekStartingOn)
                .and("sessionOn <= :last", "last", weekStartingOn == null ? null : weekStartingOn.plusDays(6));
        return find(conditions.hql(), conditions.parameters())
                .page(0, page.rowsToQuery())
                .list();
    }
}
