package care.iop.progress.supportmeeting;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One support meeting of one person, as they last said. */
@Entity
class SupportMeeting {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @Version
    private long version = 1;

    /** A merge of patients changes it past this class. */
    @Column(updatable = false)
    private UUID patientId;

    private LocalDate heldOn;

    @Enumerated(EnumType.STRING)
    private Fellowship fellowship;

    private boolean online;

    /** Whether the person had planned it; a meeting that was never planned doesn't count as one. */
    private boolean planned;

    @Enumerated(EnumType.STRING)
    private MeetingStatus status;

    private Instant recordedAt;
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected SupportMeeting() {}

    SupportMeeting(UUID id, UUID patientId, KeepSupportMeetingRequest said, Instant now) {
        this.id = id;
        this.patientId = patientId;
        this.recordedAt = now;
        say(said, now);
    }

    /** Replaces what was said. Once planned, or missed, it stays a planned one. */
    final void say(KeepSupportMeetingRequest said, Instant now) {
        heldOn = said.heldOn();
        fellowship = said.fellowship();
        online = said.online();
        status = said.status();
        planned = planned || status != MeetingStatus.ATTENDED;
        changedAt = now;
    }

    /** Whether exactly this was said before. */
    boolean says(KeepSupportMeetingRequest said) {
        return heldOn.equals(said.heldOn())
                && fellowship == said.fellowship()
                && online == said.online()
                && status == said.status();
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    LocalDate heldOn() {
        return heldOn;
    }

    Fellowship fellowship() {
        return fellowship;
    }

    boolean online() {
        return online;
    }

    boolean planned() {
        return planned;
    }

    MeetingStatus status() {
        return status;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    Instant changedAt() {
        return changedAt;
    }
}
