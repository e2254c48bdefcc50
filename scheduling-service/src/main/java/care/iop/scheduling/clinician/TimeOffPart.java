package care.iop.scheduling.clinician;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Time off in a document of a whole program. */
@Schema(name = "TimeOffPart")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimeOffPart(
        @Schema(required = true) @NotNull UUID id,
        @Schema(required = true) @NotNull LocalDate firstOn,
        @Schema(required = true) @NotNull LocalDate lastOn,
        @Nullable LocalTime from,
        @Nullable LocalTime until,
        @Schema(required = true) @NotNull TimeOffReason reason) {

    TimeOffRequest request() {
        return new TimeOffRequest(firstOn, lastOn, from, until, reason, true);
    }
}
