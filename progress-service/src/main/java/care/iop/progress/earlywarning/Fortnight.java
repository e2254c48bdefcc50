package care.iop.progress.earlywarning;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The two ISO weeks of one admission before a Monday, as the rollups have them.
 *
 * @param silentDays days since the last reported day, at most 14
 * @param markedUnits sessions that were not canceled by the program and have been marked
 * @param droppedOut whether the episode ended as dropped out within 14 days from the Monday; null where that is not known yet
 */
record Fortnight(
        UUID admissionId,
        UUID patientId,
        LocalDate monday,
        int daysSinceAdmission,
        int reportedDays,
        int useDays,
        int moodSum,
        int cravingSum,
        int silentDays,
        int markedUnits,
        int missedUnits,
        @Nullable Boolean droppedOut) {

    static final int DAYS = 14;

    private static final double MIDDLE_OF_THE_SCALE = 5;

    /** Days of the two weeks in which the person was in treatment: 1 to 14. */
    int daysInTreatment() {
        return Math.max(1, Math.min(DAYS, daysSinceAdmission));
    }

    double meanOfReported(int sum) {
        return reportedDays == 0 ? MIDDLE_OF_THE_SCALE : sum / (double) reportedDays;
    }
}
