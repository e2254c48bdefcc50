package care.iop.intake.admission;

/** Something about an admission that is allowed and should be looked at. */
enum AdmissionWarning {
    /** Exactly 20 hours a week at level 2.1: one step more is partial hospitalization. */
    AT_PHP_THRESHOLD
}
