package care.iop.progress.checkin;

import care.iop.chassis.caller.OfOrganization;
import care.iop.progress.alert.rule.Substance;
import care.iop.progress.relapseprevention.Trigger;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One person's report of one day. There is at most one for a day; the person may correct it. */
@Entity
class CheckIn {

    @Id
    private UUID id;

    @OfOrganization
    @PartitionKey
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @Version
    private long version = 1;

    /** A merge of patients changes it past this class. */
    @Column(updatable = false)
    private UUID patientId;

    /** Which month's table the row is in. */
    @PartitionKey
    @Column(updatable = false)
    private LocalDate forOn;

    private int mood;
    private int craving;
    private boolean substanceUse;
    private int sleepHalfHours;
    private @Nullable String note;
    private boolean noteShared;

    @JdbcTypeCode(SqlTypes.JSON)
    private Set<Substance> substances;

    private @Nullable Boolean meetingAttended;

    @JdbcTypeCode(SqlTypes.JSON)
    private Set<Trigger> triggers;

    /** Made by the device that reported; null when it made none. */
    private @Nullable UUID reportId;

    private @Nullable Instant reportedAt;
    private Instant recordedAt;
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected CheckIn() {}

    CheckIn(UUID id, UUID patientId, Sent sent, DailyReport report, Instant now) {
        this.id = id;
        this.patientId = patientId;
        this.forOn = sent.forOn();
        this.reportId = sent.reportId();
        this.reportedAt = sent.reportedAt();
        this.recordedAt = now;
        correct(report, now);
    }

    /**
     * What the device says of a report.
     *
     * @param forOn the day that it is of
     * @param reportId made by the device; null when it made none
     * @param reportedAt when the person said it; null when they say it now
     */
    record Sent(
            LocalDate forOn,
            @Nullable UUID reportId,
            @Nullable Instant reportedAt) {}

    /** Replaces what was reported. */
    final void correct(DailyReport report, Instant now) {
        mood = report.mood();
        craving = report.craving();
        substanceUse = report.substanceUse();
        sleepHalfHours = report.sleepHalfHours();
        note = report.note() == null ? null : report.note().text();
        noteShared = report.noteShared();
        substances = report.substances();
        meetingAttended = report.meetingAttended();
        triggers = report.triggers();
        changedAt = now;
    }

    DailyReport report() {
        return new DailyReport(
                mood,
                craving,
                substanceUse,
                sleepHalfHours,
                note == null ? null : new PrivateNote(note),
                noteShared,
                substances,
                meetingAttended,
                triggers);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID patientId() {
        return patientId;
    }

    LocalDate forOn() {
        return forOn;
    }

    @Nullable
    UUID reportId() {
        return reportId;
    }

    /** When the person said it: by their device, else when it was recorded. */
    Instant reportedAt() {
        return reportedAt == null ? recordedAt : reportedAt;
    }

    /** When the person said it by their device; null when they said it as it was recorded. */
    @Nullable
    Instant saidAt() {
        return reportedAt;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    Instant changedAt() {
        return changedAt;
    }
}
