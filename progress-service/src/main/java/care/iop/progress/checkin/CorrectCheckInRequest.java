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
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The whole corrected report of one day: what is left out of the optional values is removed. */
@Schema(name = "CorrectCheckInRequest", examples = """
                {"mood": 5, "craving": 6, "substanceUse": false, "sleepHours": 6.5, "note": null, "noteShared": false}
                """)
record CorrectCheckInRequest(
        @NotNull @Min(0) @Max(10) @Schema(description = "0 worst, 10 best", examples = "5")
        Integer mood,

        @NotNull @Min(0) @Max(10) @Schema(description = "0 none, 10 strongest", examples = "6")
        Integer craving,

        @NotNull @Schema(description = "Whether the person used a substance that day", examples = "false")
        Boolean substanceUse,

        @NotNull
        @DecimalMin("0")
        @DecimalMax("24")
        @Schema(description = "Hours slept, in steps of 0.5", examples = "6.5")
        BigDecimal sleepHours,

        @Schema(
                description = "The person's own words, the journal of the day; staff see them only when shared",
                nullable = true)
        @Nullable
        PrivateNote note,

        @Schema(
                description = "Whether staff may read the note; false when left out",
                nullable = true,
                examples = "true")
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
        Set<@NotNull Trigger> triggers) {

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
}
