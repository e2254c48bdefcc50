package care.iop.scheduling.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A room of a program's site. */
@Entity
public class Room {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Version
    private long version;

    private UUID programId;
    private String name;

    @Enumerated(EnumType.STRING)
    private RoomType type;

    private int capacity;

    @SuppressWarnings("NullAway.Init")
    protected Room() {}

    @SuppressWarnings("NullAway.Init")
    Room(UUID id, RoomRequest request) {
        this.id = id;
        this.programId = request.programId();
        this.name = request.name().strip();
        this.type = request.type();
        this.capacity = request.capacity();
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
        return new RoomView(id, programId, name, type, capacity);
    }
}
