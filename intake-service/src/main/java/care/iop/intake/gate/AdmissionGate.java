package care.iop.intake.gate;

/** Answers for one condition of {@link Gate}; the feature that knows the facts has one such bean. */
public interface AdmissionGate {

    /** The condition that it answers for. */
    Gate gate();

    /** How the condition stands now, read in the caller's transaction. */
    GateStanding standing(GateQuestion question);
}
