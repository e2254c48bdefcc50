package care.iop.progress.plan;

/** What the program or the client does for an objective. */
enum InterventionKind {
    GROUP,
    SKILLS,
    INDIVIDUAL,
    FAMILY,
    VOCATIONAL,
    MEDICATION,
    CASE_MANAGEMENT,
    /** Somebody else is asked to help, such as a doctor or a recovery residence. */
    REFERRAL,
    /** A meeting of peers outside the program. */
    SUPPORT_MEETING,
    HOMEWORK
}
