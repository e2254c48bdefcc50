package care.iop.progress.program;

import java.time.LocalDate;

/** One week of one program as the rollup has it. */
record ProgramWeekRow(
        LocalDate weekStartsOn,
        int admitted,
        int ended,
        int peopleReporting,
        int peopleUsing,
        int reportedDays,
        int useDays,
        int moodSum,
        int cravingSum,
        int sleepHalfHoursSum,
        int scheduledUnits,
        int programCancelledUnits,
        int attendedUnits,
        int unmarkedUnits,
        int plannedMinutes,
        int deliveredMinutes) {}
