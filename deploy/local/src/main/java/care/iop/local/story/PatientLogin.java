package care.iop.local.story;

import java.util.UUID;

/** Ties the realm's patient user to a patient of intake, as an operator would when the person gets access. */
@FunctionalInterface
public interface PatientLogin {

    /** From now on the user's tokens are this patient's. */
    void belongsTo(UUID patientId);
}
