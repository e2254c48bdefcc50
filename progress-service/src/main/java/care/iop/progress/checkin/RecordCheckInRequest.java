package care.iop.progress.checkin;

import care.iop.progress.alert.rule.Substance;
import care.iop.progress.relapseprevention.Trigger;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One day's self-report. */
@Schema(name = "RecordCheckInRequest", examples = """
                {"forOn": "2026-11-23", "mood": 6, "craving": 4, "substanceUse": false, "sleepHours": 7.5, "note": "Long day, but I called my sponsor.", "noteShared": true}
                """)
record RecordCheckInRequest(
        @NotNull
        @Schema(
                description =
                        "The day it is for, in the person's own time zone: today, or up to 7 days back from reportedAt",
                examples = "2026-11-23")
        LocalDate forOn,

        @NotNull @Min(0) @Max(10) @Schema(description = "0 worst, 10 best", examples = "6")
        Integer mood,

        @NotNull @Min(0) @Max(10) @Schema(description = "0 none, 10 strongest", examples = "4")
        Integer craving,

        @NotNull @Schema(description = "Whether the person used a substance that day", examples = "false")
        Boolean substanceUse,

        @NotNull
        @DecimalMin("0")
        @DecimalMax("24")
        @Schema(description = "Hours slept, in steps of 0.5", examples = "7.5")
        BigDecimal sleepHours,

        @Schema(
                description = "The person's own words, the journal of the day; staff see them only when shared",
                nullable = true)
        @Nullable
        PrivateNote note,

        @Schema(
                description = "Whether staff may read the note; false when left out",
                nullable = true,
                examples = "false")
        @Nullable
        Boolean noteShared,

        @Size(max = 8)
        @Schema(
                description = "What was used, as far as the person wants to say; empty when left out",
                nullable = true,
                examples = "[\"ALCOHOL\"]")
        @Nullable
        Set<@NotNull Substance> substances,

        @Schema(
                description = "Whether the person was at a support meeting that day; left out when not said",
                nullable = true,
                examples = "true")
        @Nullable
        Boolean meetingAttended,

        @Size(max = 16)
        @Schema(
                description = "What pulled at the person that day; empty when left out",
                nullable = true,
                examples = "[\"LONELY\", \"TIRED\"]")
        @Nullable
        Set<@NotNull Trigger> triggers,

        @Schema(
                description =
                        "Made by the device, any UUID: a report with the same one has effect once, however often it is sent",
                nullable = true,
                examples = "5a0f7c1e-2f0e-4d5b-9b8a-1c2d3e4f5a6b")
        @Nullable
        UUID reportId,

        @Schema(
                description =
                        "When the person said it, by the device: up to 30 days back, for those who were offline; now when"
                                + " left out. The day may be up to 7 days before it",
                nullable = true,
                examples = "2026-11-23T21:40:00-05:00")
        @Nullable
        Instant reportedAt) {

    DailyReport report() {
        return new DailyReport(
                mood,
                craving,
                substanceUse,
                DailyReport.halfHours(sleepHours),
                note,
                Boolean.TRUE.equals(noteShared),
                Objects.requireNonNullElse(substances, Set.of()),
                meetingAttended,
                Objects.requireNonNullElse(triggers, Set.of()));
    }

    CheckIn.Sent sent() {
        return new CheckIn.Sent(forOn, reportId, reportedAt == null ? null : reportedAt.truncatedTo(ChronoUnit.MICROS));
    }
}
