package care.iop.intake.notification;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The key with which a receiver checks signatures. It is shown once and kept nowhere. */
@Schema(name = "NotificationReceiverKey")
record ReceiverKeyView(
        @Schema(required = true) UUID receiverId,

        @Schema(required = true, description = "For HMAC-SHA256, as Standard Webhooks write it: whsec_ and Base64")
        String key) {}
