package care.iop.scheduling.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one meeting of a series has otherwise than the series. Absent means as the series has it.
 *
 * @param originalOn the day that the rule gives: the meeting's RECURRENCE-ID
 */
@Schema(name = "OccurrenceOverride")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OccurrenceOverride(
        @Schema(required = true, description = "The day that the rule gives")
        LocalDate originalOn,

        @Schema(description = "The day on which it is instead") @Nullable
        LocalDate sessionOn,

        @Nullable LocalTime localStart,
        @Nullable Integer durationMinutes,
        @Nullable UUID facilitatorId,
        @Nullable UUID roomId,
        @Nullable Boolean tele) {

    /** The day on which the meeting is. */
    LocalDate takesPlaceOn() {
        return sessionOn == null ? originalOn : sessionOn;
    }
}
