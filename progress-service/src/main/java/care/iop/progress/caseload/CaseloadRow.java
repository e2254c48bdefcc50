package care.iop.progress.caseload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the caseload as the query finds it; what has not happened yet is null. */
record CaseloadRow(
        UUID admissionId,
        UUID patientId,
        UUID programId,
        String levelOfCare,
        LocalDate admittedOn,
        int prescribedMinutesPerWeek,
        int scheduledUnits,
        int programCancelledUnits,
        int attendedUnits,
        int unmarkedUnits,
        int plannedMinutes,
        int deliveredMinutes,
        @Nullable LocalDate checkedInFor,
        @Nullable Integer mood,
        @Nullable Integer craving,
        @Nullable UUID assessmentId,
        @Nullable String instrument,
        @Nullable Integer total,
        @Nullable String band,
        @Nullable Instant takenAt,
        int lowAlerts,
        int mediumAlerts,
        int highAlerts,
        int criticalAlerts) {}
