package care.iop.intake.patient;

/** Gender as the person's records state it, for administrative use. */
public enum AdministrativeGender {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
}
