package care.iop.progress.attendance;

/** Counts and minutes that belong to one week, or a difference of such. */
record WeekShare(
        int scheduledUnits,
        int programCancelledUnits,
        int attendedUnits,
        int unmarkedUnits,
        int plannedMinutes,
        int deliveredMinutes) {

    static final WeekShare NONE = new WeekShare(0, 0, 0, 0, 0, 0);

    WeekShare negated() {
        return new WeekShare(
                -scheduledUnits,
                -programCancelledUnits,
                -attendedUnits,
                -unmarkedUnits,
                -plannedMinutes,
                -deliveredMinutes);
    }
}
