package care.iop.intake.notification;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A machine that is to be told. */
@Schema(name = "NotificationReceiverRequest", examples = """
                {"recipientId": "019a2b3c-0000-7000-8000-0000000000c1", "address": "https://ehr.example.org/hooks/iop", \
                "topics": ["REFERRAL_STATUS", "APPOINTMENT"]}""")
record NotificationReceiverRequest(
        @NotNull @Schema(required = true, description = "Whose machine it is; has to have a clientSubject")
        UUID recipientId,

        @NotNull
        @Size(max = 500)
        @Schema(
                required = true,
                description = "An https address of the public internet, without user, password or fragment",
                examples = "https://ehr.example.org/hooks/iop")
        String address,

        @NotEmpty @Size(max = 10) @Schema(required = true) Set<@NotNull NotificationTopic> topics,

        @Schema(defaultValue = "false", description = "Told nothing for now; what happens meanwhile is kept for it")
        Boolean paused) {

    @SuppressWarnings("ConstantValue") // a JSON object may leave a component out
    NotificationReceiverRequest {
        topics = topics == null ? Set.of() : Set.copyOf(topics);
        paused = paused != null && paused;
    }
}
