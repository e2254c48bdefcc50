package care.iop.scheduling.clinician;

/** Why a clinician is away; a code, because free text would tell more than scheduling needs. */
public enum TimeOffReason {
    VACATION,
    SICKNESS,
    TRAINING,
    LEAVE,
    OTHER
}
