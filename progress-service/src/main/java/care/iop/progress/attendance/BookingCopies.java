package care.iop.progress.attendance;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.inbox.IncomingEvent;
import care.iop.progress.partition.Months;
import care.iop.progress.rebuild.CopiedFacts;
import care.iop.progress.rollup.PersonRollups;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;

/** The booked sessions, made anew from scheduling's two topics. Each event of a booking says all of it, so the newest is enough. */
@ApplicationScoped
class BookingCopies implements CopiedFacts {

    private static final int AT_ONCE = 200;

    private static final String PUT_ASIDE = """
            insert into rebuilt_unit as r (organization_id, id, source_version, admission_id, session_on, status,
                                           planned_minutes, delivered_minutes, track, kind)
            values (:organization, :id, :version, :admission, :sessionOn, :status, :planned, :delivered, :track, :kind)
            on conflict (organization_id, id) do update
               set source_version = excluded.source_version, admission_id = excluded.admission_id,
                   session_on = excluded.session_on, status = excluded.status, planned_minutes = excluded.planned_minutes,
                   delivered_minutes = excluded.delivered_minutes, track = coalesce(excluded.track, r.track),
                   kind = coalesce(excluded.kind, r.kind)
             where r.source_version < excluded.source_version
            """;

    private static final String DIFFERING = """
            select r.id as id, r.source_version as version, r.admission_id as admission, r.session_on as on_day, r.status as status,
                   r.planned_minutes as planned, r.delivered_minutes as delivered, r.track as track, r.kind as kind,
                   e.patient_id as patient
              from rebuilt_unit r
              left join attendance_unit_day d on d.organization_id = r.organization_id and d.id = r.id
              left join attendance_unit u on u.organization_id = d.organization_id and u.id = d.id and u.session_on = d.session_on
              left join episode e on e.organization_id = r.organization_id and e.id = r.admission_id
             where r.organization_id = :organization
               and (u.id is null or r.source_version > u.source_version
                    or r.source_version = u.source_version
                       and (r.admission_id, r.session_on, r.status, r.planned_minutes, r.delivered_minutes,
                            coalesce(r.track, u.track), coalesce(r.kind, u.kind))
                           is distinct from (u.admission_id, u.session_on, u.status, u.planned_minutes, u.delivered_minutes,
                                             u.track, u.kind))
             order by r.id
             limit :most
            """;

    private static final String FORGET = "delete from rebuilt_unit where organization_id = :organization";

    private final EntityManager entities;
    private final FollowBooking followBooking;
    private final PersonRollups rollups;
    private final Months months;
    private final AccessAudit audit;
    private final Caller caller;

    BookingCopies(
            EntityManager entities,
            FollowBooking followBooking,
            PersonRollups rollups,
            Months months,
            AccessAudit audit,
            Caller caller) {
        this.entities = entities;
        this.followBooking = followBooking;
        this.rollups = rollups;
        this.months = months;
        this.audit = audit;
        this.caller = caller;
    }

    @Override
    public Kind kind() {
        return Kind.BOOKINGS;
    }

    @Override
    public Set<String> topics() {
        return BookingEvents.TOPICS;
    }

    @Override
    public void putAside(IncomingEvent event) {
        switch (event.type()) {
            case BookingEvents.BOOKED ->
                putAside(event, event.data(SessionBooking.class).facts(UnitStatus.BOOKED));
            case BookingEvents.WITHDRAWN ->
                putAside(event, event.data(SessionBooking.class).facts(UnitStatus.WITHDRAWN));
            case BookingEvents.MARKED ->
                putAside(event, event.data(AttendanceRecorded.class).facts());
            default -> {
                // Other facts of sessions are not copied.
            }
        }
    }

    private void putAside(IncomingEvent event, UnitFacts facts) {
        if (!months.reach(facts.sessionOn())) {
            return;
        }
        entities.createNativeQuery(PUT_ASIDE)
                .setParameter("organization", caller.organization())
                .setParameter("id", event.subject())
                .setParameter("version", event.version())
                .setParameter("admission", facts.admissionId())
                .setParameter("sessionOn", facts.sessionOn())
                .setParameter("status", facts.status().name())
                .setParameter("planned", facts.plannedMinutes())
                .setParameter("delivered", facts.deliveredMinutes())
                .setParameter("track", facts.track())
                .setParameter("kind", facts.kind())
                .executeUpdate();
    }

    @Override
    public int mendSome() {
        int mended = 0;
        var admissions = new TreeSet<UUID>();
        for (var row : differing()) {
            var changed = followBooking.mend(row.get("id", UUID.class), row.get("version", Long.class), facts(row));
            if (!changed.isEmpty()) {
                mended++;
                admissions.addAll(changed);
                var patient = row.get("patient", UUID.class);
                if (patient != null) {
                    audit.wrote("AttendanceUnit", row.get("id", UUID.class), patient);
                }
            }
        }
        admissions.forEach(rollups::recountAttendance);
        return mended;
    }

    private static UnitFacts facts(Tuple row) {
        return new UnitFacts(
                row.get("admission", UUID.class),
                row.get("on_day", LocalDate.class),
                UnitStatus.valueOf(row.get("status", String.class)),
                row.get("planned", Integer.class),
                row.get("delivered", Integer.class),
                row.get("track", String.class),
                row.get("kind", String.class));
    }

    private List<Tuple> differing() {
        return entities.unwrap(Session.class)
                .createNativeQuery(DIFFERING, Tuple.class)
                .addScalar("id", UUID.class)
                .addScalar("version", Long.class)
                .addScalar("admission", UUID.class)
                .addScalar("on_day", LocalDate.class)
                .addScalar("status", String.class)
                .addScalar("planned", Integer.class)
                .addScalar("delivered", Integer.class)
                .addScalar("track", String.class)
                .addScalar("kind", String.class)
                .addScalar("patient", UUID.class)
                .setParameter("organization", caller.organization())
                .setParameter("most", AT_ONCE)
                .getResultList();
    }

    @Override
    public void forget() {
        entities.createNativeQuery(FORGET)
                .setParameter("organization", caller.organization())
                .executeUpdate();
    }
}
