package care.iop.progress.attendance;

import care.iop.chassis.caller.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The units of the organization whose event is being heard. */
@ApplicationScoped
class AttendanceUnits implements PanacheRepositoryBase<AttendanceUnit, UUID> {

    private static final String ADD = """
            insert into attendance_unit (organization_id, id, source_version, admission_id, session_on, status,
                                         planned_minutes, delivered_minutes)
            values (:organization, :id, :version, :admission, :sessionOn, :status, :planned, :delivered)
            on conflict do nothing
            """;

    private static final List<UnitStatus> MET_OR_MISSED =
            List.of(UnitStatus.ATTENDED, UnitStatus.LATE, UnitStatus.PARTIAL, UnitStatus.NO_SHOW);

    private final Caller caller;

    AttendanceUnits(Caller caller) {
        this.caller = caller;
    }

    /** Adds a unit; false when one with this id is there, waiting for whoever is just adding it on the other topic. */
    boolean add(UUID id, long version, UnitFacts facts) {
        return getEntityManager()
                        .createNativeQuery(ADD)
                        .setParameter("organization", caller.organization())
                        .setParameter("id", id)
                        .setParameter("version", version)
                        .setParameter("admission", facts.admissionId())
                        .setParameter("sessionOn", facts.sessionOn())
                        .setParameter("status", facts.status().name())
                        .setParameter("planned", facts.plannedMinutes())
                        .setParameter("delivered", facts.deliveredMinutes())
                        .executeUpdate()
                == 1;
    }

    /** The newest sessions of an admission up to a day that the person came to or missed without notice, newest first. */
    List<UnitStatus> metOrMissed(UUID admissionId, LocalDate upTo, int most) {
        return find(
                        "admissionId = ?1 and sessionOn <= ?2 and status in ?3 order by sessionOn desc, id desc",
                        admissionId,
                        upTo,
                        MET_OR_MISSED)
                .page(0, most)
                .stream()
                .map(unit -> unit.facts().status())
                .toList();
    }

    /** The unit, held until the end of the transaction. */
    AttendanceUnit lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
