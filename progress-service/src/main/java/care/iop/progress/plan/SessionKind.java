package care.iop.progress.plan;

/** A kind of structured session that can be prescribed, by the names that scheduling has for them. */
enum SessionKind {
    /** Group therapy, or a block of group therapy and skills workshop. */
    GROUP,
    /** A skills or education workshop. */
    SKILLS,
    INDIVIDUAL,
    FAMILY,
    VOCATIONAL,
    /** A medication visit. */
    MEDICATION;

    /** Whether it is held for one client, at most once a day, and not for a cohort. */
    boolean isForOneClient() {
        return switch (this) {
            case GROUP, SKILLS -> false;
            case INDIVIDUAL, FAMILY, VOCATIONAL, MEDICATION -> true;
        };
    }
}
