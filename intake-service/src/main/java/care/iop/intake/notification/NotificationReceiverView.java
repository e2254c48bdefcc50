package care.iop.intake.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A receiver as staff see it; its key is shown once, when it is made. */
@Schema(name = "NotificationReceiver")
@JsonInclude(JsonInclude.Include.NON_NULL)
record NotificationReceiverView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID recipientId,

        @Schema(required = true, examples = "https://ehr.example.org/hooks/iop")
        String address,

        @Schema(required = true) Set<NotificationTopic> topics,
        @Schema(required = true) ReceiverStatus status,

        @Schema(description = "Why it is told nothing any more") @Nullable
        String offBecause,

        @Schema(
                required = true,
                description = "The number of the last change that it was told of; 0 when there was none")
        long lastNumber,

        @Schema(required = true, description = "Attempts that failed since the last one that did not")
        int failures,

        @Nullable Instant failingSince,

        @Schema(description = "When it is tried again") @Nullable
        Instant nextAttemptAt,

        @Schema(required = true) Instant registeredAt) {}
