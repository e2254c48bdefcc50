package care.iop.chassis.instrument;

/** Sex assigned at birth, which some cut-offs go by. */
public enum SexAtBirth {
    FEMALE,
    MALE,
    UNKNOWN
}
