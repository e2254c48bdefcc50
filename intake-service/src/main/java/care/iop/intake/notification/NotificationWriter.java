package care.iop.intake.notification;

import java.util.List;

/** Writes what receivers are sent. */
public interface NotificationWriter {

    /** The media type of what is written. */
    String mediaType();

    /** That there is a connection, and nothing else. */
    String handshake(NotificationReceiver receiver);

    /** What has changed, by identifier. */
    String changes(NotificationReceiver receiver, List<Notification.Told> told);
}
