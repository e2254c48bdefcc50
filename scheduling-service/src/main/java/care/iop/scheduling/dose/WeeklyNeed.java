package care.iop.scheduling.dose;

/** Minutes and days of treatment that a client's week needs; none means that the level has no minimum. */
record WeeklyNeed(int minutes, int days) {

    static final WeeklyNeed NONE = new WeeklyNeed(0, 0);

    /** Never more than is prescribed: a week below the level's minimum can be what a clinician wants. */
    WeeklyNeed within(int prescribedMinutes) {
        return new WeeklyNeed(Math.min(minutes, prescribedMinutes), days);
    }
}
