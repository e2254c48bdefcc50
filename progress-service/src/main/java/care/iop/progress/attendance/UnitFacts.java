package care.iop.progress.attendance;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one event says about one booking. Each event of a booking says all of it, so the newest event alone is the truth.
 *
 * @param sessionOn the session's date in the program's time zone
 * @param plannedMinutes 0 to 1440
 * @param deliveredMinutes 0 to 1440; counts only with a status that delivers treatment
 * @param track the track that the client was on when the seat was taken; null where scheduling did not tell it
 * @param kind what kind of session it is, such as GROUP; null where it was not kept
 */
record UnitFacts(
        UUID admissionId,
        LocalDate sessionOn,
        UnitStatus status,
        int plannedMinutes,
        int deliveredMinutes,
        @Nullable String track,
        @Nullable String kind) {

    IsoWeek week() {
        return IsoWeek.of(sessionOn);
    }

    /**
     * What this unit adds to its week. A partial attendance counts, with the minutes that were given, from half of the
     * planned time on; a session that the program canceled leaves every denominator (attendance codes of the suite's policy).
     */
    WeekShare share() {
        return switch (status) {
            case WITHDRAWN -> WeekShare.NONE;
            case BOOKED -> new WeekShare(1, 0, 0, 1, plannedMinutes, 0);
            case CANCELLED_BY_PROGRAM -> new WeekShare(1, 1, 0, 0, 0, 0);
            case ATTENDED, LATE -> attended();
            case PARTIAL -> 2 * deliveredMinutes >= plannedMinutes ? attended() : missed();
            case EXCUSED, LATE_CANCEL, NO_SHOW -> missed();
        };
    }

    private WeekShare attended() {
        return new WeekShare(1, 0, 1, 0, plannedMinutes, deliveredMinutes);
    }

    private WeekShare missed() {
        return new WeekShare(1, 0, 0, 0, plannedMinutes, 0);
    }
}
