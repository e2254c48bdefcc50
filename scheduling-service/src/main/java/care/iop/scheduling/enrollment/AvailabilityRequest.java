package care.iop.scheduling.enrollment;

import care.iop.scheduling.program.TimeWindow;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a client can come in a usual week, and what lies in between. */
@Schema(name = "AvailabilityRequest", examples = AvailabilityRequest.EXAMPLE)
record AvailabilityRequest(
        @Schema(required = true, description = "Hours at which the client can come, in the program's local time")
        @NotNull
        @Size(max = 50)
        List<@Valid @NotNull TimeWindow> available,

        @Schema(description = "Times within them that are taken; they win") @Size(max = 50)
        List<@Valid @NotNull BusyTime> busy) {

    static final String EXAMPLE = """
            {
              "available": [
                {"day": "MONDAY", "from": "08:00", "until": "17:00"},
                {"day": "TUESDAY", "from": "08:00", "until": "17:00"}
              ],
              "busy": [{"day": "TUESDAY", "from": "12:00", "until": "13:30", "reason": "WORK"}]
            }""";

    AvailabilityRequest {
        busy = busy == null ? List.of() : busy;
    }
}
