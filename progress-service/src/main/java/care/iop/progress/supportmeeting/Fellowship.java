package care.iop.progress.supportmeeting;

/** Whose meeting it is. */
enum Fellowship {
    AA,
    NA,
    CA,
    SMART_RECOVERY,
    RECOVERY_DHARMA,
    LIFERING,
    WOMEN_FOR_SOBRIETY,
    CELEBRATE_RECOVERY,
    FAMILY_GROUP,
    ALUMNI,
    OTHER
}
