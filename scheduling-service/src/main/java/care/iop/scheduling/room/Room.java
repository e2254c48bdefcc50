package care.iop.scheduling.room;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A room of a program's site. */
@Entity
public class Room {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    private String organizationId;

    @Version
    private long version;

    private UUID programId;
    private String name;

    @Enumerated(EnumType.STRING)
    private RoomType type;

    private int capacity;
    private @Nullable UUID siteId;
    private @Nullable LocalDate retiredOn;

    /** Kept by a trigger of the database, never written from here. */
    @Column(insertable = false, updatable = false)
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Room() {}

    @SuppressWarnings("NullAway.Init")
    Room(UUID id, RoomRequest request) {
        this.id = id;
        this.programId = request.programId();
        revise(request);
    }

    /** Takes over what the request says; the program stays. */
    final void revise(RoomRequest request) {
        if (!request.programId().equals(programId)) {
            throw ProblemException.invalid("/programId", "can't change: add the room to the other program too");
        }
        this.name = request.name().strip();
        this.type = request.type();
        this.capacity = request.capacity();
        this.siteId = request.siteId();
    }

    /** Takes it out of use from a day on; null brings it back. */
    void retire(@Nullable LocalDate from) {
        this.retiredOn = from;
    }

    /** Whether it can be used on a day. */
    public boolean isInUseOn(LocalDate day) {
        return retiredOn == null || day.isBefore(retiredOn);
    }

    /** The further site it is at; empty at the program's own. */
    public Optional<UUID> siteId() {
        return Optional.ofNullable(siteId);
    }

    public UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    public UUID programId() {
        return programId;
    }

    /** When it last changed. */
    public Instant changedAt() {
        return changedAt;
    }

    /** How staff call the room. */
    public String name() {
        return name;
    }

    public RoomType type() {
        return type;
    }

    /** People it holds, staff included. */
    public int capacity() {
        return capacity;
    }

    RoomView view() {
        return new RoomView(id, programId, name, type, capacity, siteId, retiredOn);
    }
}
