package care.iop.intake.notification;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That something about a person has changed, for one receiver. */
@Entity
public class Notification {

    /** Whether it was told. */
    enum Status {
        PENDING,
        DELIVERED,
        /** No consent covered it any more when it was to be told. */
        WITHDRAWN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @OfOrganization
    @Column(name = "organization_id")
    private String organizationId;

    @SuppressWarnings("UnusedVariable") // asked for by queries
    private UUID receiverId;

    @Enumerated(EnumType.STRING)
    private NotificationTopic topic;

    private UUID focusId;
    private UUID personId;
    private Instant occurredAt;

    @Enumerated(EnumType.STRING)
    @SuppressWarnings("UnusedVariable") // asked for by queries
    private Status status;

    private @Nullable Long number;

    @SuppressWarnings("NullAway.Init")
    protected Notification() {}

    @SuppressWarnings("NullAway.Init")
    Notification(UUID receiverId, NotificationTopic topic, UUID focusId, UUID personId, Instant occurredAt) {
        this.receiverId = receiverId;
        this.topic = topic;
        this.focusId = focusId;
        this.personId = personId;
        this.occurredAt = occurredAt;
        this.status = Status.PENDING;
    }

    boolean isNumbered() {
        return number != null;
    }

    /** Gives it its place among what the receiver is told. */
    void number(long given) {
        this.number = given;
    }

    void delivered() {
        this.status = Status.DELIVERED;
    }

    void withdraw() {
        this.status = Status.WITHDRAWN;
    }

    /** Of whom it tells, as they were known when it happened. */
    UUID personId() {
        return personId;
    }

    NotificationTopic topic() {
        return topic;
    }

    /** As it is told: what has changed by identifier, and nothing else. */
    Told told() {
        if (number == null) {
            throw new IllegalStateException("it is told with a number only");
        }
        return new Told(number, topic, focusId, occurredAt);
    }

    /**
     * What a receiver is told of one change.
     *
     * @param number counted for each receiver from 1
     */
    public record Told(long number, NotificationTopic topic, UUID focusId, Instant occurredAt) {}
}
