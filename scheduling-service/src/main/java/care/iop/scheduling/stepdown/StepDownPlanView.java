package care.iop.scheduling.stepdown;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plan of stepping down as staff see it. */
@Schema(name = "StepDownPlan")
record StepDownPlanView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID enrollmentId,
        @Schema(required = true) LocalDate startsOn,
        @Schema(required = true) Instant createdAt,

        @Schema(required = true, description = "The subject of the token that it was made with")
        String createdBy,

        @Schema(
                required = true,
                description =
                        "In order of time. How many, how long and when is the program's own policy, from configuration")
        List<Proposal> proposals) {

    /** One proposed day. */
    @Schema(name = "StepDownProposal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Proposal(
            @Schema(required = true) UUID id,
            @Schema(required = true) Phase phase,

            @Schema(required = true, description = "Days a week of its step; 0 when less than weekly", examples = "3")
            int daysPerWeek,

            @Schema(required = true) LocalDate proposedOn,
            @Schema(required = true, examples = "180") int minutes,

            @Schema(description = "What it has become; absent as long as it is only proposed") @Nullable
            UUID bookingId) {}
}
