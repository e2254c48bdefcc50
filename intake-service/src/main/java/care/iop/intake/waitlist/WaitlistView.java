package care.iop.intake.waitlist;

import care.iop.intake.referral.Urgency;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everybody who waits, first in line first. */
@Schema(name = "Waitlist")
record WaitlistView(
        @Schema(required = true, description = "What the order follows")
        String order,

        @Schema(required = true) List<Waiting> items) {

    static final String ORDER =
            "By 45 CFR 96.131: pregnant people who inject drugs, pregnant people, people who inject drugs, all"
                    + " others; within a group by urgency, then by who asked earlier (the last two are our own policy, for a clinical"
                    + " owner to confirm).";

    /** One person's place. */
    @Schema(name = "WaitlistPlace")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Waiting(
            @Schema(required = true, description = "1 for who is next")
            int position,

            @Schema(
                    required = true,
                    examples = "3rd: 1 pregnant person and 1 more urgent referral are ahead.",
                    description = "Can be read to the person: it tells nothing about anybody else")
            String explanation,

            @Schema(required = true) UUID referralId,
            @Schema(required = true) UUID patientId,
            @Schema(required = true) PriorityGroup group,
            @Schema(required = true) Urgency urgency,
            @Schema(required = true) Instant waitingSince,
            @Schema(required = true) Instant listedAt,

            @Schema(description = "Until when interim services are owed, for a person who is pregnant or injects drugs")
            @Nullable
            Instant interimServicesDueAt,

            @Schema(required = true, description = "Owed, past due and none recorded")
            boolean interimServicesOverdue,

            @Schema(required = true) List<InterimServiceView> interimServices) {}
}
