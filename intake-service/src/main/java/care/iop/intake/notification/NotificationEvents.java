package care.iop.intake.notification;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.inbox.EventListener;
import care.iop.chassis.inbox.IncomingEvent;
import care.iop.chassis.outbox.EventsAdded;
import care.iop.intake.patient.AboutPatient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps for receivers what has happened: our own facts in the commit that adds them to the outbox, those of scheduling when they
 * arrive.
 */
@ApplicationScoped
class NotificationEvents implements EventListener {

    private static final Map<String, NotificationTopic> TOPICS = Map.of(
            "care.iop.intake.referral-received.v1", NotificationTopic.REFERRAL_STATUS,
            "care.iop.intake.referral-status-changed.v1", NotificationTopic.REFERRAL_STATUS,
            "care.iop.intake.patient-admitted.v1", NotificationTopic.ADMISSION,
            "care.iop.intake.level-of-care-changed.v1", NotificationTopic.ADMISSION,
            "care.iop.intake.patient-discharged.v1", NotificationTopic.DISCHARGE,
            "care.iop.scheduling.session-booked.v1", NotificationTopic.APPOINTMENT,
            "care.iop.scheduling.session-booking-cancelled.v1", NotificationTopic.APPOINTMENT,
            "care.iop.scheduling.attendance-recorded.v1", NotificationTopic.APPOINTMENT);

    private final KeepForReceivers keepForReceivers;
    private final Caller caller;
    private final Clock clock;

    NotificationEvents(KeepForReceivers keepForReceivers, Caller caller, Clock clock) {
        this.keepForReceivers = keepForReceivers;
        this.caller = caller;
        this.clock = clock;
    }

    /** What the payload of an event of scheduling has for us. */
    private record OfBooking(
            @Nullable UUID bookingId, @Nullable UUID patientId) {}

    void onAdded(@Observes EventsAdded added) {
        for (var event : added.events()) {
            topic(event.type()).ifPresent(topic -> {
                if (event.data() instanceof AboutPatient about) {
                    keepForReceivers.keep(
                            caller.organization(), topic, event.subject(), about.patientId(), clock.instant());
                }
            });
        }
    }

    @Override
    public Set<String> topics() {
        return Set.of("scheduling.session.v1", "scheduling.attendance.v1");
    }

    @Override
    public void on(IncomingEvent event) {
        topic(event.type()).ifPresent(topic -> {
            var booking = event.data(OfBooking.class);
            if (booking.bookingId() != null && booking.patientId() != null) {
                keepForReceivers.keep(
                        event.organization(), topic, booking.bookingId(), booking.patientId(), event.time());
            }
        });
    }

    private static Optional<NotificationTopic> topic(String type) {
        return Optional.ofNullable(TOPICS.get(type));
    }
}
