package care.iop.intake.authorization;

/**
 * What a forecast assumes: our own policy, for a clinical owner to confirm.
 *
 * @param reviewDaysBefore so many days before units or validity end a concurrent review is due, 0 to 60
 * @param treatmentDaysPerWeek on at most so many days of a week somebody is expected to be treated, 1 to 7
 */
record ForecastPolicy(int reviewDaysBefore, int treatmentDaysPerWeek) {

    ForecastPolicy {
        if (reviewDaysBefore < 0 || reviewDaysBefore > 60) {
            throw new IllegalArgumentException(
                    "iop.authorization.review-days-before must be 0 to 60, not " + reviewDaysBefore);
        }
        if (treatmentDaysPerWeek < 1 || treatmentDaysPerWeek > 7) {
            throw new IllegalArgumentException(
                    "iop.authorization.treatment-days-per-week must be 1 to 7, not " + treatmentDaysPerWeek);
        }
    }

    /** The policy in words. */
    String words(String version) {
        return version
                + ": days and minutes become units by the rule of each service; a week counts by what is booked in it,"
                + " else by the prescribed minutes on at most " + treatmentDaysPerWeek
                + " days; a concurrent review is due " + reviewDaysBefore
                + " days before units or validity end, or on the payer's own day. [P] our own policy, for a clinical and a billing owner to confirm.";
    }
}
