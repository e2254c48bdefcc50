package care.iop.intake.gate;

/** Answers for one condition of {@link Gate}; the feature that knows the facts has one such bean. */
public interface AdmissionGate {

    /** How the condition stands now, read in the caller's transaction. */
    GateStanding standing(GateQuestion question);
}
