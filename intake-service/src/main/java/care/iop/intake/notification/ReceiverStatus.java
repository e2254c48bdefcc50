package care.iop.intake.notification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a receiver is told anything. */
@Schema(name = "NotificationReceiverStatus")
public enum ReceiverStatus {
    /** Registered, or with a new address: it has not answered a handshake yet. */
    REQUESTED,
    ACTIVE,
    /** By staff: what happens meanwhile is kept for it. */
    PAUSED,
    /** It said that it is gone, or failed for too long: what happens meanwhile is kept for it. */
    OFF
}
