package care.iop.progress.export;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One episode in a file: what was planned and what came of it up to the day of the export. No name, no birth date, no
 * words of anybody; the identifier is that of the admission.
 *
 * @param levelOfCare at the admission
 * @param tedsReason why it ended, 1 to 7 as TEDS has it; null while it goes on
 * @param scheduledSessions in whole weeks, like the figures after it; less those that the program canceled
 * @param checkInDays days with a check-in
 * @param useDays of these, those with use
 * @param meanMood of the check-ins, 0 to 10
 * @param meanCraving of the check-ins, 0 to 10
 */
public record EpisodeRow(
        String admissionId,
        String programId,
        String levelOfCare,
        String referralSource,
        LocalDate admittedOn,
        @Nullable LocalDate firstContactOn,
        @Nullable LocalDate endedOn,
        @Nullable Integer tedsReason,
        int prescribedMinutesPerWeek,
        int scheduledSessions,
        int attendedSessions,
        int plannedMinutes,
        int deliveredMinutes,
        int checkInDays,
        int useDays,
        @Nullable Double meanMood,
        @Nullable Double meanCraving,
        int homeworkDue,
        int homeworkDone,
        int meetingsPlanned,
        int meetingsAttended,
        @Nullable Integer firstPhq9,
        @Nullable Integer lastPhq9,
        @Nullable Integer firstGad7,
        @Nullable Integer lastGad7) {}
