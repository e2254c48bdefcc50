package care.iop.scheduling.booking;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Conditions;
import care.iop.scheduling.session.SessionTime;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The bookings of the caller's organization. */
@ApplicationScoped
public class Bookings implements PanacheRepositoryBase<Booking, UUID> {

    /** The booking, or 404; a hold is no booking yet. */
    public Booking require(UUID id) {
        return findByIdOptional(id)
                .filter(Booking::isMoreThanHold)
                .orElseThrow(() -> ProblemException.notFound("booking"));
    }

    /** The booking, whatever became of it; empty for a hold. */
    public Optional<Booking> findKept(UUID id) {
        return findByIdOptional(id).filter(Booking::isMoreThanHold);
    }

    /** The booking, kept from others until the transaction ends: of two who mark it, the second sees the first's mark. */
    public Booking requireLocked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> ProblemException.notFound("booking"));
    }

    /** The seats that clients of a program have in the seven days from {@code weekStartingOn}. */
    public List<Booking> ofWeek(UUID programId, LocalDate weekStartingOn) {
        return list(
                "programId = ?1 and sessionOn between ?2 and ?3 and status = BOOKED order by startsAt, id",
                programId,
                weekStartingOn,
                weekStartingOn.plusDays(6));
    }

    /**
     * The seats in groups of a program that nobody else can have in the seven days from {@code weekStartingOn}: booked, or held and
     * not run out.
     */
    public List<GroupSeat> groupSeats(UUID programId, LocalDate weekStartingOn, Instant now) {
        return getEntityManager()
                .createQuery("""
                        select b.sessionId, b.enrollmentId from Booking b
                        where b.programId = :program and b.sessionOn between :first and :last and b.kind in (GROUP, SKILLS)
                          and (b.status = BOOKED or (b.status = HELD and b.heldUntil > :now))
                        """, GroupSeat.class)
                .setParameter("program", programId)
                .setParameter("first", weekStartingOn)
                .setParameter("last", weekStartingOn.plusDays(6))
                .setParameter("now", now)
                .getResultList();
    }

    /** A page of a person's bookings in the order of their identifiers, up to one row more than the page holds. */
    public List<Booking> ofPerson(PersonBookings wanted, PageRequest page) {
        var outcomes = wanted.outcomes();
        var standing = outcomes == null ? EnumSet.allOf(BookingOutcome.class) : outcomes;
        var conditions = Conditions.after(page)
                .and("patientId = :patient", "patient", wanted.patientId())
                .and("id in :ids", "ids", wanted.ids())
                .and("kind in :kinds", "kinds", wanted.kinds())
                .and("sessionOn >= :firstDay", "firstDay", wanted.firstDay())
                .and("sessionOn < :dayBefore", "dayBefore", wanted.dayBefore())
                .and("startsAt >= :from", "from", wanted.from())
                .and("startsAt < :before", "before", wanted.before())
                .and("changedAt >= :changedFrom", "changedFrom", wanted.changedFrom())
                .and("changedAt < :changedBefore", "changedBefore", wanted.changedBefore());
        var anyOf = standing.stream().map(BookingOutcome::condition).collect(Collectors.joining(" or ", "(", ")"));
        return find(anyOf + " and " + conditions.hql(), conditions.parameters())
                .page(0, page.rowsToQuery())
                .list();
    }

    /** Those with one of these identifiers, whatever became of them. */
    public List<Booking> withIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 order by startsAt, id", ids);
    }

    /** What a client was taught of the curricula, or has a seat for: the codes of the modules. */
    public Set<String> modulesOf(UUID enrollmentId) {
        return Set.copyOf(getEntityManager()
                .createQuery("""
                        select distinct s.moduleCode from Booking b join Session s on s.id = b.sessionId
                        where b.enrollmentId = ?1 and b.status = BOOKED and (b.attendance is null or b.deliveredMinutes > 0)
                          and s.status = SCHEDULED and s.moduleCode is not null
                        """, String.class)
                .setParameter(1, enrollmentId)
                .getResultList());
    }

    /** Which of these missed sessions are made up for, or will be. */
    public Set<UUID> madeUp(Collection<UUID> missed) {
        return missed.isEmpty()
                ? Set.of()
                : Set.copyOf(getEntityManager()
                        .createQuery(
                                "select makeUpFor from Booking where makeUpFor in ?1 and status in (HELD, BOOKED)",
                                UUID.class)
                        .setParameter(1, missed)
                        .getResultList());
    }

    /** Whether a patient sits anywhere between these moments. */
    public boolean isBusy(UUID patientId, Instant from, Instant until) {
        return count("patientId = ?1 and status = BOOKED and startsAt < ?2 and endsAt > ?3", patientId, until, from)
                > 0;
    }

    List<Booking> locked(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Identifiers of a client's seats in the seven days from {@code weekStartingOn}, without reading them yet. */
    public List<UUID> idsOfWeek(UUID enrollmentId, LocalDate weekStartingOn) {
        return getEntityManager()
                .createQuery(
                        "select id from Booking where enrollmentId = ?1 and sessionOn between ?2 and ?3 and status = BOOKED",
                        UUID.class)
                .setParameter(1, enrollmentId)
                .setParameter(2, weekStartingOn)
                .setParameter(3, weekStartingOn.plusDays(6))
                .getResultList();
    }

    /** The seats of a client in the seven days from {@code weekStartingOn}. */
    public List<Booking> ofEnrollment(UUID enrollmentId, LocalDate weekStartingOn) {
        return list(
                "enrollmentId = ?1 and sessionOn between ?2 and ?3 and status = BOOKED order by startsAt, id",
                enrollmentId,
                weekStartingOn,
                weekStartingOn.plusDays(6));
    }

    /** The seats of a client after a day of which nothing is recorded, kept from others until the transaction ends. */
    List<Booking> unmarkedAfter(UUID enrollmentId, LocalDate day) {
        return find(
                        "enrollmentId = ?1 and sessionOn > ?2 and status = BOOKED and attendance is null order by id",
                        enrollmentId,
                        day)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The seats of these sessions that are booked, or held and not run out, kept from others until the transaction ends. */
    List<Booking> takenInLocked(Collection<UUID> sessionIds, Instant now) {
        return sessionIds.isEmpty()
                ? List.of()
                : find(
                                "sessionId in ?1 and (status = BOOKED or (status = HELD and heldUntil > ?2)) order by id",
                                sessionIds,
                                now)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    /** The seats that clients have in these sessions. */
    public List<Booking> inSessions(Collection<UUID> sessionIds) {
        return sessionIds.isEmpty() ? List.of() : list("sessionId in ?1 and status = BOOKED order by id", sessionIds);
    }

    /** Whether a client has another seat, outside these sessions, at that time: booked, or held and not run out. */
    boolean clientIsTaken(UUID patientId, SessionTime time, Collection<UUID> apart, Instant now) {
        return count(
                        "patientId = ?1 and startsAt < ?3 and endsAt > ?2 and sessionId not in ?4"
                                + " and (status = BOOKED or (status = HELD and heldUntil > ?5))",
                        patientId,
                        time.startsAt(),
                        time.endsAt(),
                        apart,
                        now)
                > 0;
    }

    /** The seats that are held for a client after a day, kept from others until the transaction ends. */
    List<Booking> heldAfter(UUID enrollmentId, LocalDate day) {
        return find("enrollmentId = ?1 and sessionOn > ?2 and status = HELD order by id", enrollmentId, day)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The booked seats of a session, kept from others until the transaction ends. */
    public List<Booking> bookedInLocked(UUID sessionId) {
        return find("sessionId = ?1 and status = BOOKED order by id", sessionId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The seat that a patient has in the meeting of a series on a day. */
    public Optional<Booking> inMeeting(UUID patientId, UUID seriesId, LocalDate day) {
        return find(
                        "patientId = ?1 and status = BOOKED and sessionId in"
                                + " (select s.id from Session s where s.seriesId = ?2 and s.sessionOn = ?3)",
                        patientId,
                        seriesId,
                        day)
                .firstResultOptional();
    }

    /** The booked seats of a session. */
    public List<Booking> bookedIn(UUID sessionId) {
        return list("sessionId = ?1 and status = BOOKED order by id", sessionId);
    }

    /** Whether a make-up for this missed session is booked or held. */
    public boolean isMadeUp(UUID missed) {
        return count("makeUpFor = ?1 and status in (HELD, BOOKED)", missed) > 0;
    }

    /** What a client is booked for from the first to the last day, in order of time. */
    public List<Booking> ofEnrollmentBetween(UUID enrollmentId, LocalDate first, LocalDate last) {
        return list(
                "enrollmentId = ?1 and sessionOn between ?2 and ?3 and status = BOOKED order by startsAt, id",
                enrollmentId,
                first,
                last);
    }

    /**
     * What a client's calendar shows: everything that was booked from the first to the last day, cancelled or not, and the
     * whole of each series of which something is; but nothing that was entered in error.
     */
    public List<Booking> forCalendar(UUID enrollmentId, LocalDate first, LocalDate last) {
        return list("""
                        enrollmentId = ?1 and (status = BOOKED or (status = CANCELLED and cancellation <> ENTERED_IN_ERROR))
                        and (sessionOn between ?2 and ?3 or bookingSeriesId in (
                            select b.bookingSeriesId from Booking b
                            where b.enrollmentId = ?1 and b.sessionOn between ?2 and ?3))
                        order by startsAt, id
                        """, enrollmentId, first, last);
    }

    /** The client's seats that nobody else's hold has to give way for: booked, or held and not run out. */
    List<Booking> taken(UUID patientId, LocalDate first, LocalDate last, Instant now) {
        return list(
                "patientId = ?1 and sessionOn between ?2 and ?3"
                        + " and (status = BOOKED or (status = HELD and heldUntil > ?4)) order by startsAt, id",
                patientId,
                first,
                last,
                now);
    }

    /** How many seats of these sessions are held by nobody any more. */
    Map<UUID, Long> expiredHolds(Collection<UUID> sessionIds, Instant now) {
        if (sessionIds.isEmpty()) {
            return Map.of();
        }
        return getEntityManager()
                .createQuery(
                        "select sessionId, count(*) from Booking where status = HELD and heldUntil <= :now"
                                + " and sessionId in :sessions group by sessionId",
                        Object[].class)
                .setParameter("now", now)
                .setParameter("sessions", sessionIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    /** The bookings of a series that are booked, in order of time, kept from others until the transaction ends. */
    List<Booking> bookedOfSeries(UUID bookingSeriesId) {
        // Locked in order of identifier, as everybody does who takes several.
        return find("bookingSeriesId = ?1 and status = BOOKED order by id", bookingSeriesId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .sorted(Comparator.comparing(booking -> booking.time().startsAt()))
                .toList();
    }

    /** All bookings of a series, whatever became of them, in order of time. */
    public List<Booking> ofSeries(UUID bookingSeriesId) {
        return list("bookingSeriesId = ?1 order by startsAt, id", bookingSeriesId);
    }

    /** A hold is no booking yet, so it is not listed among them. */
    private static List<SeatStatus> statuses(@Nullable BookingStatus asked) {
        return asked == null ? List.of(SeatStatus.BOOKED, SeatStatus.CANCELLED) : List.of(asked.ofSeat());
    }

    List<Booking> page(BookingFilter filter, PageRequest page) {
        var week = filter.weekStartingOn();
        var conditions = Conditions.after(page)
                .and("patientId = :patientId", "patientId", filter.patientId())
                .and("programId = :programId", "programId", filter.programId())
                .and("sessionId = :sessionId", "sessionId", filter.sessionId())
                .and("status in :statuses", "statuses", statuses(filter.status()))
                .and("sessionOn >= :first", "first", week)
                .and("sessionOn <= :last", "last", week == null ? null : week.plusDays(6));
        return find(conditions.hql(), conditions.parameters())
                .page(0, page.rowsToQuery())
                .list();
    }
}
