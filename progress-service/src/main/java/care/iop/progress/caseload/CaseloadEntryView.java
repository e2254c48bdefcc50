package care.iop.progress.caseload;

import care.iop.progress.alert.Severity;
import care.iop.progress.attendance.IsoWeek;
import care.iop.progress.attendance.WeekView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How one person in treatment is doing, in one line. */
@Schema(name = "CaseloadEntry")
record CaseloadEntryView(
        @Schema(examples = "0190f3a1-5a0c-7b18-891a-3d0c1b2a3948")
        UUID admissionId,

        @Schema(examples = "0190f3a1-6b0d-7c19-8a2b-4e0d1c2b3a49")
        UUID patientId,

        @Schema(examples = "0190f3a1-4b0e-7a17-9809-2c0b1a293847")
        UUID programId,

        @Schema(examples = "2.1") String levelOfCare,
        LocalDate admittedOn,

        @Schema(
                description = "Minutes of treatment prescribed for each week, to hold deliveredMinutes against",
                examples = "900")
        int prescribedMinutesPerWeek,

        WeekView attendance,

        @Schema(nullable = true) @Nullable LastCheckIn lastCheckIn,

        @Schema(nullable = true) @Nullable LastScore lastScore,

        OpenAlertsOf openAlerts) {

    static CaseloadEntryView of(CaseloadRow row, IsoWeek week) {
        return new CaseloadEntryView(
                row.admissionId(),
                row.patientId(),
                row.programId(),
                row.levelOfCare(),
                row.admittedOn(),
                row.prescribedMinutesPerWeek(),
                WeekView.of(
                        week,
                        row.scheduledUnits(),
                        row.programCancelledUnits(),
                        row.attendedUnits(),
                        row.unmarkedUnits(),
                        row.plannedMinutes(),
                        row.deliveredMinutes()),
                LastCheckIn.of(row),
                LastScore.of(row),
                OpenAlertsOf.of(row));
    }

    /** What the person said of the newest reported day. */
    @Schema(name = "CaseloadCheckIn", description = "The newest reported day; null before the first check-in")
    record LastCheckIn(
            @Schema(examples = "2026-11-23") LocalDate forOn,

            @Schema(description = "0 worst, 10 best", examples = "6")
            int mood,

            @Schema(description = "0 none, 10 strongest", examples = "4")
            int craving) {

        static @Nullable LastCheckIn of(CaseloadRow row) {
            var forOn = row.checkedInFor();
            var mood = row.mood();
            var craving = row.craving();
            return forOn == null || mood == null || craving == null ? null : new LastCheckIn(forOn, mood, craving);
        }
    }

    /** The newest total of an instrument. */
    @Schema(name = "CaseloadScore", description = "The newest total; null before the first")
    record LastScore(
            UUID assessmentId,
            @Schema(examples = "PHQ-9") String instrument,
            @Schema(examples = "11") int total,
            @Schema(examples = "moderate") String band,
            Instant takenAt) {

        static @Nullable LastScore of(CaseloadRow row) {
            var assessmentId = row.assessmentId();
            var instrument = row.instrument();
            var total = row.total();
            var band = row.band();
            var takenAt = row.takenAt();
            return assessmentId == null || instrument == null || total == null || band == null || takenAt == null
                    ? null
                    : new LastScore(assessmentId, instrument, total, band, takenAt);
        }
    }

    /** Alerts that still wait for a human. */
    @Schema(name = "CaseloadAlerts")
    record OpenAlertsOf(
            @Schema(examples = "1") int count,

            @Schema(description = "Null when none is open", nullable = true, examples = "HIGH") @Nullable
            Severity highestSeverity) {

        static OpenAlertsOf of(CaseloadRow row) {
            return new OpenAlertsOf(
                    row.lowAlerts() + row.mediumAlerts() + row.highAlerts() + row.criticalAlerts(), highest(row));
        }

        private static @Nullable Severity highest(CaseloadRow row) {
            if (row.criticalAlerts() > 0) {
                return Severity.CRITICAL;
            }
            if (row.highAlerts() > 0) {
                return Severity.HIGH;
            }
            if (row.mediumAlerts() > 0) {
                return Severity.MEDIUM;
            }
            return row.lowAlerts() > 0 ? Severity.LOW : null;
        }
    }
}
