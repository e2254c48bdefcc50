package care.iop.scheduling.patient;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Tells whose record stands for a patient's. Asked by nearly every request, and so past Hibernate, which keeps another plan for each
 * run of a native query for values of one class, all of them in one place of its cache, and looks through them at the next.
 */
@ApplicationScoped
public class CurrentPatient {

    private static final String MERGED_INTO = """
            select merged_id from patient_merge
             where organization_id = ? and survivor_id = ? and not undone order by merged_id
            """;

    private static final String CURRENT = "select current_patient(?, ?)";

    private final DataSource database;
    private final Caller caller;

    CurrentPatient(DataSource database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** All identifiers of a person, the present one first; a merge may have left some behind. */
    @Transactional(TxType.MANDATORY)
    public List<UUID> identifiersOf(UUID patientId) {
        var survivor = of(patientId);
        var identifiers = new ArrayList<UUID>();
        identifiers.add(survivor);
        for (int i = 0; i < identifiers.size(); i++) {
            identifiers.addAll(patients(MERGED_INTO, identifiers.get(i)));
        }
        return List.copyOf(identifiers);
    }

    /**
     * The patient under whom this one's data is kept: the survivor after a merge, else the same. It stays true until the
     * caller's transaction ends.
     */
    @Transactional(TxType.MANDATORY)
    public UUID of(UUID patientId) {
        return patients(CURRENT, patientId).get(0);
    }

    private List<UUID> patients(String sql, UUID patientId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, caller.organization());
            select.setObject(2, patientId);
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<UUID>();
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("whose record stands for a patient's could not be looked up", e);
        }
    }
}
