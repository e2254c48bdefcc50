package care.iop.scheduling.patient;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;

/** Tells whose record stands for a patient's. */
@ApplicationScoped
public class CurrentPatient {

    private final EntityManager entities;
    private final Caller caller;

    CurrentPatient(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /**
     * The patient under whom this one's data is kept: the survivor after a merge, else the same. It stays true until the
     * caller's transaction ends.
     */
    @Transactional(TxType.MANDATORY)
    public UUID of(UUID patientId) {
        return (UUID) entities.createNativeQuery("select current_patient(:organization, :patient)", UUID.class)
                .setParameter("organization", caller.organization())
                .setParameter("patient", patientId)
                .getSingleResult();
    }
}
