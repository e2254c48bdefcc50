package care.iop.intake.patient;

/** Sex assigned at birth, which some instruments' cut-offs go by. */
public enum SexAtBirth {
    FEMALE,
    MALE,
    UNKNOWN
}
