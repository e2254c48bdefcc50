package care.iop.intake.notification;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of receivers in the order of registration. */
record NotificationReceiverList(@Schema(required = true) List<NotificationReceiverView> items) {

    static NotificationReceiverList of(List<NotificationReceiver> receivers) {
        return new NotificationReceiverList(
                receivers.stream().map(NotificationReceiver::view).toList());
    }
}
