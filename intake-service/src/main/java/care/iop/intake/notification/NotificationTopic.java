package care.iop.intake.notification;

import care.iop.chassis.consent.DataClass;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a receiver can be told of. */
@Schema(name = "NotificationTopic")
public enum NotificationTopic {
    /** A referral has arrived or moved on. */
    REFERRAL_STATUS("Task", DataClass.REFERRAL),
    /** A seat in a session was booked, moved or given up. */
    APPOINTMENT("Appointment", DataClass.ATTENDANCE),
    /** The person was admitted, or their level of care has changed. */
    ADMISSION("EpisodeOfCare", DataClass.ENROLLMENT),
    /** The stay has ended. */
    DISCHARGE("EpisodeOfCare", DataClass.ENROLLMENT);

    private final String type;
    private final DataClass dataClass;

    NotificationTopic(String type, DataClass dataClass) {
        this.type = type;
        this.dataClass = dataClass;
    }

    /** The type of what has changed, as machines ask for it. */
    public String type() {
        return type;
    }

    /** The part of the record that a consent has to cover. */
    DataClass dataClass() {
        return dataClass;
    }

    /** The address that names the topic to machines. */
    public String canonical() {
        return "urn:care:iop:notification:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
