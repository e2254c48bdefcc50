package care.iop.intake.notification;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A machine of a recipient that is told when something has changed, and how far it has been told. */
@Entity
public class NotificationReceiver {

    /** How long a process may take to tell of one change, its answer included. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 12;

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    private String organizationId;

    @Version
    private long version;

    private UUID recipientId;
    private String address;

    @JdbcTypeCode(SqlTypes.JSON)
    private Set<NotificationTopic> topics;

    @Enumerated(EnumType.STRING)
    private ReceiverStatus status;

    private @Nullable String offBecause;
    private int keyVersion;
    private long lastNumber;
    private int failures;
    private @Nullable Instant failingSince;
    private Instant nextAttemptAt;
    private @Nullable Instant leasedUntil;
    private Instant registeredAt;

    @SuppressWarnings("NullAway.Init")
    protected NotificationReceiver() {}

    @SuppressWarnings("NullAway.Init")
    NotificationReceiver(
            UUID id, UUID recipientId, ReceiverAddress address, Set<NotificationTopic> topics, Instant now) {
        this.id = id;
        this.recipientId = recipientId;
        this.address = address.text();
        this.topics = new TreeSet<>(topics);
        this.status = ReceiverStatus.REQUESTED;
        this.keyVersion = 1;
        this.nextAttemptAt = now;
        this.registeredAt = now;
    }

    /** Takes over what staff say; another address has to answer a handshake first. */
    void change(ReceiverAddress address, Set<NotificationTopic> topics, boolean paused, Instant now) {
        var moved = !address.text().equals(this.address);
        this.address = address.text();
        this.topics = new TreeSet<>(topics);
        if (paused) {
            this.status = ReceiverStatus.PAUSED;
        } else if (moved || status == ReceiverStatus.PAUSED || status == ReceiverStatus.OFF) {
            this.status = ReceiverStatus.REQUESTED;
        }
        this.offBecause = null;
        forgetFailures(now);
    }

    /** Signs with another key from now on. */
    void renewKey() {
        keyVersion++;
    }

    /** Keeps other processes from telling it anything until the lease has run out. */
    void lease(Instant now) {
        leasedUntil = now.plus(LEASE);
    }

    /** The number of the next change that it is told of. */
    long nextNumber() {
        lastNumber++;
        return lastNumber;
    }

    /** It has taken what it was told. */
    void took(Instant now) {
        if (status == ReceiverStatus.REQUESTED) {
            status = ReceiverStatus.ACTIVE;
        }
        forgetFailures(now);
    }

    private void forgetFailures(Instant now) {
        failures = 0;
        failingSince = null;
        nextAttemptAt = now;
        leasedUntil = null;
    }

    /** It has not taken what it was told: it is tried again after a pause that doubles, and given up after a time. */
    void failed(String reason, Instant now, Duration longestPause, Duration giveUpAfter) {
        leasedUntil = null;
        var since = failingSince == null ? now : failingSince;
        failingSince = since;
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        nextAttemptAt = now.plus(pause.compareTo(longestPause) > 0 ? longestPause : pause);
        if (!now.isBefore(since.plus(giveUpAfter))) {
            switchOff("failed since " + since + ", last with: " + reason);
        }
    }

    /** It is told nothing until staff change it. */
    void switchOff(String reason) {
        status = ReceiverStatus.OFF;
        offBecause = reason;
        leasedUntil = null;
    }

    /** Whether it may be told something now. */
    boolean isDue(Instant now) {
        return (status == ReceiverStatus.ACTIVE || status == ReceiverStatus.REQUESTED)
                && !nextAttemptAt.isAfter(now)
                && (leasedUntil == null || !leasedUntil.isAfter(now));
    }

    public UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    /** Whose machine it is. */
    public UUID recipientId() {
        return recipientId;
    }

    String address() {
        return address;
    }

    /** What it is told of. */
    public Set<NotificationTopic> topics() {
        return Set.copyOf(topics);
    }

    public ReceiverStatus status() {
        return status;
    }

    int keyVersion() {
        return keyVersion;
    }

    /** The number of the last change that it was told of; 0 when there was none. */
    public long lastNumber() {
        return lastNumber;
    }

    Instant registeredAt() {
        return registeredAt;
    }

    NotificationReceiverView view() {
        return new NotificationReceiverView(
                id,
                recipientId,
                address,
                new TreeSet<>(topics),
                status,
                offBecause,
                lastNumber,
                failures,
                failingSince,
                failures == 0 ? null : nextAttemptAt,
                registeredAt);
    }
}
