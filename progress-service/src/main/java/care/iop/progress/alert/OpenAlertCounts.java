package care.iop.progress.alert;

import care.iop.chassis.caller.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** The counts of open alerts in the caller's organization. */
@ApplicationScoped
class OpenAlertCounts implements PanacheRepositoryBase<OpenAlerts, UUID> {

    private static final String OPEN = """
            insert into open_alerts (organization_id, patient_id, low, medium, high, critical)
            values (:organization, :patient, 0, 0, 0, 0)
            on conflict do nothing
            """;

    private final Caller caller;

    OpenAlertCounts(Caller caller) {
        this.caller = caller;
    }

    /** The patient's counts, held until the end of the transaction: alerts of one patient change one after another. */
    OpenAlerts lock(UUID patientId) {
        return findByIdOptional(patientId, LockModeType.PESSIMISTIC_WRITE).orElseGet(() -> lockFirst(patientId));
    }

    private OpenAlerts lockFirst(UUID patientId) {
        getEntityManager()
                .createNativeQuery(OPEN)
                .setParameter("organization", caller.organization())
                .setParameter("patient", patientId)
                .executeUpdate();
        return findById(patientId, LockModeType.PESSIMISTIC_WRITE);
    }
}
