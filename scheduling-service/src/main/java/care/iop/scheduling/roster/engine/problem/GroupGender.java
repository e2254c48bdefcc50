package care.iop.scheduling.roster.engine.problem;

/** Whom a group admits by gender. */
public enum GroupGender {
    ANY,
    FEMALE,
    MALE;

    /** Whether a person of this gender may join. */
    public boolean admits(Gender gender) {
        return switch (this) {
            case ANY -> true;
            case FEMALE -> gender == Gender.FEMALE;
            case MALE -> gender == Gender.MALE;
        };
    }
}
