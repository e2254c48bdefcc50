package care.iop.scheduling.program;

/** What happens in a session. */
public enum SessionKind {
    /** Group therapy, or a block of group therapy and skills workshop. */
    GROUP,
    /** A skills or education workshop. */
    SKILLS,
    INDIVIDUAL,
    FAMILY,
    VOCATIONAL,
    /** A medication visit. */
    MEDICATION,
    /** A short optional contact, usually at the weekend. Never prescribed, and not among the structured hours. */
    CHECK_IN;

    /** Whether clients attend it together as a cohort that the roster puts together. */
    public boolean isCohort() {
        return switch (this) {
            case GROUP, SKILLS -> true;
            case INDIVIDUAL, FAMILY, VOCATIONAL, MEDICATION, CHECK_IN -> false;
        };
    }

    /** Whether the roster finds a clinician, a time and a room for each client apart. */
    public boolean isPlacedForOneClient() {
        return switch (this) {
            case INDIVIDUAL, FAMILY, VOCATIONAL, MEDICATION -> true;
            case GROUP, SKILLS, CHECK_IN -> false;
        };
    }
}
