package care.iop.progress.patient;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Tells whose record stands for a patient's. */
@ApplicationScoped
public class CurrentPatient {

    private static final String MERGED_INTO = """
            select merged_id from patient_merge
             where organization_id = :organization and survivor_id = :survivor and not undone order by merged_id
            """;

    private final EntityManager entities;
    private final Caller caller;

    CurrentPatient(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** All identifiers of a person, the present one first; a merge may have left some behind. */
    @Transactional(TxType.MANDATORY)
    public List<UUID> identifiersOf(UUID patientId) {
        var survivor = of(patientId);
        var identifiers = new ArrayList<UUID>();
        identifiers.add(survivor);
        for (int i = 0; i < identifiers.size(); i++) {
            for (Object merged : entities.createNativeQuery(MERGED_INTO, UUID.class)
                    .setParameter("organization", caller.organization())
                    .setParameter("survivor", identifiers.get(i))
                    .getResultList()) {
                identifiers.add((UUID) merged);
            }
        }
        return List.copyOf(identifiers);
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
