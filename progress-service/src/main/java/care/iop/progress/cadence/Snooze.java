package care.iop.progress.cadence;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That somebody put off a due measurement, until when and why. It is never changed; the last one counts. */
@Entity
@Immutable
class Snooze {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID patientId;
    private String item;
    private LocalDate untilOn;

    @Enumerated(EnumType.STRING)
    private SnoozeReason reason;

    private String snoozedBy;
    private Instant snoozedAt;

    @SuppressWarnings("NullAway.Init")
    protected Snooze() {}

    Snooze(UUID id, UUID patientId, String item, LocalDate untilOn, SnoozeReason reason, String by, Instant now) {
        this.id = id;
        this.patientId = patientId;
        this.item = item;
        this.untilOn = untilOn;
        this.reason = reason;
        this.snoozedBy = by;
        this.snoozedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    String item() {
        return item;
    }

    /** The day on which it is due again. */
    LocalDate untilOn() {
        return untilOn;
    }

    SnoozeReason reason() {
        return reason;
    }

    String snoozedBy() {
        return snoozedBy;
    }

    Instant snoozedAt() {
        return snoozedAt;
    }
}
