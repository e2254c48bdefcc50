package care.iop.scheduling.session;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one meeting has otherwise than its series; it replaces what was said of the meeting before. */
@Schema(name = "OccurrenceChangeRequest", examples = """
                {"localStart": "10:00", "roomId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b12"}""")
record OccurrenceChangeRequest(
        @Schema(description = "Leaves the meeting out; goes with nothing else", defaultValue = "false")
        Boolean cancelled,

        @Schema(description = "The day on which it is instead", examples = "2027-02-16") @SaneDate @Nullable
        LocalDate sessionOn,

        @Schema(description = "When it starts, on a quarter hour of the site's local time", examples = "10:00")
        @Nullable
        LocalTime localStart,

        @Schema(description = "Whole quarter hours", examples = "120") @Min(15) @Max(480) @Nullable
        Integer durationMinutes,

        @Schema(description = "Who leads it") @Nullable UUID facilitatorId,
        @Schema(description = "Where it meets") @Nullable UUID roomId,

        @Schema(description = "Whether it is by video") @Nullable
        Boolean tele) {

    OccurrenceChangeRequest {
        cancelled = cancelled == null ? Boolean.FALSE : cancelled;
    }

    boolean saysNothingElse() {
        return sessionOn == null
                && localStart == null
                && durationMinutes == null
                && facilitatorId == null
                && roomId == null
                && tele == null;
    }

    OccurrenceOverride of(LocalDate originalOn) {
        return new OccurrenceOverride(
                originalOn,
                originalOn.equals(sessionOn) ? null : sessionOn,
                localStart,
                durationMinutes,
                facilitatorId,
                roomId,
                tele);
    }
}
