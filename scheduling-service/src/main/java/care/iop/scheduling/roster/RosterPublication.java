package care.iop.scheduling.roster;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.roster.RosterOutcome.Handover;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What one publication of a draft changed in a program's week. It can be rolled back once, the latest first. */
@Entity
class RosterPublication {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    private String organizationId;

    @Version
    private long version;

    private UUID programId;
    private LocalDate weekStartingOn;
    private UUID rosterRunId;
    private Instant publishedAt;
    private String publishedBy;
    private boolean forced;
    private @Nullable String reason;
    private int kept;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<UUID> created;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<UUID> cancelled;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Handover> handovers;

    private @Nullable Instant rolledBackAt;
    private @Nullable String rolledBackBy;
    private @Nullable String rollbackReason;
    private @Nullable Integer restored;

    @SuppressWarnings("NullAway.Init")
    protected RosterPublication() {}

    @SuppressWarnings("NullAway.Init")
    RosterPublication(UUID id, RosterRun run, PublicationRequest request, String publishedBy, Instant publishedAt) {
        this.id = id;
        this.programId = run.programId();
        this.weekStartingOn = run.weekStartingOn();
        this.rosterRunId = run.id();
        this.publishedAt = publishedAt;
        this.publishedBy = publishedBy;
        this.forced = request.forced();
        this.reason = request.reason();
        this.created = List.of();
        this.cancelled = List.of();
        this.handovers = List.of();
    }

    /** Notes what it changed. */
    void changed(int kept, List<UUID> created, List<UUID> cancelled, List<Handover> handovers) {
        this.kept = kept;
        this.created = List.copyOf(created);
        this.cancelled = List.copyOf(cancelled);
        this.handovers = List.copyOf(handovers);
    }

    /** Refuses what was rolled back before. */
    void requireInForce() {
        if (rolledBackAt != null) {
            throw new ProblemException(
                    SchedulingProblem.PUBLICATION_ROLLED_BACK, "It was rolled back at " + rolledBackAt + ".");
        }
    }

    /** Notes that the roster before is in force again, with so many bookings made anew. */
    void rollBack(PublicationRequest request, int restored, String rolledBackBy, Instant now) {
        requireInForce();
        this.rolledBackAt = now;
        this.rolledBackBy = rolledBackBy;
        this.rollbackReason = request.reason();
        this.restored = restored;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID programId() {
        return programId;
    }

    LocalDate weekStartingOn() {
        return weekStartingOn;
    }

    UUID rosterRunId() {
        return rosterRunId;
    }

    /** Bookings that it made. */
    List<UUID> created() {
        return List.copyOf(created);
    }

    /** Bookings that it gave up. */
    List<UUID> cancelled() {
        return List.copyOf(cancelled);
    }

    List<Handover> handovers() {
        return List.copyOf(handovers);
    }

    RosterPublicationView view() {
        return new RosterPublicationView(
                id,
                programId,
                weekStartingOn,
                rosterRunId,
                publishedAt,
                publishedBy,
                forced,
                reason,
                kept,
                created.size(),
                cancelled.size(),
                handovers.size(),
                rolledBackAt,
                rolledBackBy,
                rollbackReason,
                restored);
    }
}
