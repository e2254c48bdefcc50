package care.iop.intake.authorization;

/** What one authorized unit of a service is. */
enum UnitBasis {
    /** A day with enough delivered minutes. */
    DAY(0),
    /** 60 delivered minutes of a day. */
    HOUR(60),
    /** 15 delivered minutes of a day. */
    QUARTER_HOUR(15),
    /** A session with enough delivered minutes. */
    VISIT(0);

    private final int minutes;

    UnitBasis(int minutes) {
        this.minutes = minutes;
    }

    /** How many minutes a unit has; 0 where a unit is not a time. */
    int minutes() {
        return minutes;
    }
}
