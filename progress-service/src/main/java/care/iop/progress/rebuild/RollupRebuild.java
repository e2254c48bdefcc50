package care.iop.progress.rebuild;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One rebuild of what progress copies and sums of an organization: who asked for it, how far it is, and what it mended. */
@Entity
class RollupRebuild {

    /** A rebuild of which nothing was heard for so long has died with its process. */
    static final Duration DEAD_AFTER = Duration.ofMinutes(5);

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @Version
    private long version = 1;

    private String requestedBy;
    private Instant requestedAt;
    private Instant aliveAt;

    @Enumerated(EnumType.STRING)
    private Status status = Status.RUNNING;

    private @Nullable Instant finishedAt;
    private long eventsRead;
    private long unreadableEvents;
    private long admissionsMended;
    private long bookingsMended;
    private long publicationsMended;
    private long attendanceWeeksMended;
    private long checkInWeeksMended;
    private long programWeeksMended;

    /** Whether a rebuild goes on or how it ended. */
    enum Status {
        RUNNING,
        DONE,
        FAILED
    }

    @SuppressWarnings("NullAway.Init")
    protected RollupRebuild() {}

    RollupRebuild(UUID id, String requestedBy, Instant now) {
        this.id = id;
        this.requestedBy = requestedBy;
        this.requestedAt = now;
        this.aliveAt = now;
    }

    boolean isRunning(Instant now) {
        return status == Status.RUNNING && now.isBefore(aliveAt.plus(DEAD_AFTER));
    }

    /** Notes how far it is. */
    void progressed(RebuildCounts counts, Instant now) {
        aliveAt = now;
        eventsRead = counts.eventsRead();
        unreadableEvents = counts.unreadableEvents();
        admissionsMended = counts.mended(CopiedFacts.Kind.ADMISSIONS);
        bookingsMended = counts.mended(CopiedFacts.Kind.BOOKINGS);
        publicationsMended = counts.mended(CopiedFacts.Kind.PUBLICATIONS);
        attendanceWeeksMended = counts.attendanceWeeks();
        checkInWeeksMended = counts.checkInWeeks();
        programWeeksMended = counts.programWeeks();
    }

    void finish(Status how, Instant now) {
        status = how;
        finishedAt = now;
    }

    RollupRebuildView view() {
        return new RollupRebuildView(
                id,
                requestedBy,
                requestedAt,
                status,
                finishedAt,
                eventsRead,
                unreadableEvents,
                admissionsMended,
                bookingsMended,
                publicationsMended,
                attendanceWeeksMended,
                checkInWeeksMended,
                programWeeksMended);
    }

    UUID id() {
        return id;
    }
}
