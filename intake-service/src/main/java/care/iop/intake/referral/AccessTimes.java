package care.iop.intake.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How long the person has waited for each step, and how long they should. */
@Schema(name = "AccessTimes")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccessTimes(
        @Schema(required = true, description = "The arrival of the referral, unless staff entered an earlier contact")
        Instant firstContactAt,

        @Schema(description = "When the first appointment that was offered was for") @Nullable
        Instant firstOfferedAt,

        @Schema(description = "When the first clinical service was given, as staff entered it") @Nullable
        Instant firstServiceAt,

        @Schema(description = "When the first session began that attendance says was given; a correction moves it")
        @Nullable
        Instant firstSessionAt,

        @Schema(required = true, description = "Our own policy, for a clinical owner to confirm")
        Instant acknowledgeBy,

        @Schema(required = true, description = "Our own policy, for a clinical owner to confirm")
        Instant firstServiceBy,

        @Schema(required = true, description = "What is past due and has not happened")
        Set<Overdue> overdue) {}
