package care.iop.scheduling.session;

import care.iop.chassis.caller.OfOrganization;
import care.iop.scheduling.program.SessionKind;
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

/**
 * One scheduled meeting with its clinician, its room and its seats. The database refuses a clinician or a room in two
 * sessions at once, and a seat too many.
 */
@Entity
public class Session {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    private String organizationId;

    @Version
    private long version;

    private UUID programId;
    private @Nullable UUID seriesId;

    @Enumerated(EnumType.STRING)
    private SessionKind kind;

    private LocalDate sessionOn;
    private Instant startsAt;
    private Instant endsAt;
    private String zone;
    private @Nullable UUID clinicianId;
    private @Nullable UUID roomId;
    private int capacity;
    private @Nullable UUID siteId;
    private @Nullable LocalDate originalOn;
    private boolean tele;
    private @Nullable String moduleCode;

    /** Counted by a trigger of the database, never written from here. */
    @Column(insertable = false, updatable = false)
    private int seatsTaken;

    @Enumerated(EnumType.STRING)
    private SessionStatus status;

    /** Kept by a trigger of the database, never written from here. */
    @Column(insertable = false, updatable = false)
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Session() {}

    @SuppressWarnings("NullAway.Init")
    private Session(UUID id, UUID programId, SessionKind kind, SessionTime time, SessionPlace place, int capacity) {
        this.id = id;
        this.programId = programId;
        this.kind = kind;
        this.sessionOn = time.sessionOn();
        this.startsAt = time.startsAt();
        this.endsAt = time.endsAt();
        this.zone = time.zone();
        this.clinicianId = place.clinicianId();
        this.roomId = place.roomId();
        this.capacity = capacity;
        this.status = SessionStatus.SCHEDULED;
    }

    /** A meeting of a series, with the series' seats. */
    public static Session ofSeries(UUID id, SessionSeries series, Occurrence occurrence, SessionPlace place) {
        var time =
                new SessionTime(occurrence.sessionOn(), occurrence.startsAt(), occurrence.endsAt(), occurrence.zone());
        var session = new Session(id, series.programId(), series.kind(), time, place, series.capacity());
        session.seriesId = series.id();
        session.siteId = series.siteId().orElse(null);
        session.originalOn = occurrence.originalOn();
        session.tele = occurrence.tele() || series.tele();
        session.moduleCode = occurrence.moduleCode();
        return session;
    }

    /** A session for one client alone. */
    public static Session forOneClient(
            UUID id, UUID programId, SessionKind kind, SessionTime time, SessionPlace place) {
        var session = new Session(id, programId, kind, time, place, 1);
        session.tele = place.roomId() == null;
        return session;
    }

    /** Follows what its series, which may be one that goes on from the former, says of this meeting now. */
    void follow(SessionSeries series, Occurrence occurrence, SessionPlace place) {
        var time = occurrence.time();
        this.seriesId = series.id();
        this.siteId = series.siteId().orElse(null);
        this.sessionOn = time.sessionOn();
        this.startsAt = time.startsAt();
        this.endsAt = time.endsAt();
        this.zone = time.zone();
        this.originalOn = occurrence.originalOn();
        this.clinicianId = place.clinicianId();
        this.roomId = place.roomId();
        this.tele = occurrence.tele();
        this.moduleCode = occurrence.moduleCode();
        this.capacity = series.capacity();
    }

    /** Gives up the session, which frees the clinician and the room. */
    public void cancel() {
        status = SessionStatus.CANCELLED;
    }

    /** Gives the session to another clinician or another room; its clients keep their seats. */
    public void handTo(SessionPlace place) {
        this.clinicianId = place.clinicianId();
        this.roomId = place.roomId();
    }

    /** Gives a session of one client another time or place. */
    public void reschedule(SessionTime time, SessionPlace place) {
        if (seriesId != null) {
            throw new IllegalStateException("a meeting of a series is not moved for one client");
        }
        this.sessionOn = time.sessionOn();
        this.startsAt = time.startsAt();
        this.endsAt = time.endsAt();
        this.zone = time.zone();
        this.clinicianId = place.clinicianId();
        this.roomId = place.roomId();
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    /** When it last changed, seats included. */
    public Instant changedAt() {
        return changedAt;
    }

    public UUID programId() {
        return programId;
    }

    /** The series that it is a meeting of; empty for a session of one client. */
    public Optional<UUID> seriesId() {
        return Optional.ofNullable(seriesId);
    }

    public SessionKind kind() {
        return kind;
    }

    /** Clients it seats. */
    public int capacity() {
        return capacity;
    }

    /** Seats that are booked or held, as of when this was read; a hold that has run out counts until its seat is needed. */
    public int seatsTaken() {
        return seatsTaken;
    }

    public SessionStatus status() {
        return status;
    }

    /** When it is. */
    public SessionTime time() {
        return new SessionTime(sessionOn, startsAt, endsAt, zone);
    }

    /** Who holds it and where. */
    public SessionPlace place() {
        return new SessionPlace(clinicianId, roomId);
    }

    /** Seats that nobody has, as last read. */
    public int freeSeats() {
        return capacity - seatsTaken;
    }

    /** The day that the series' rule gives for it: its RECURRENCE-ID. */
    public LocalDate originalOn() {
        return originalOn == null ? sessionOn : originalOn;
    }

    /** Whether it is by video. */
    public boolean tele() {
        return tele;
    }

    /** The further site that it is at; empty at the program's own. */
    public Optional<UUID> siteId() {
        return Optional.ofNullable(siteId);
    }

    /** What it teaches by the curriculum; empty when nothing in particular. */
    public Optional<String> moduleCode() {
        return Optional.ofNullable(moduleCode);
    }

    SessionView view() {
        return new SessionView(
                id,
                programId,
                seriesId,
                kind,
                sessionOn,
                startsAt,
                endsAt,
                zone,
                clinicianId,
                roomId,
                capacity,
                seatsTaken,
                status,
                siteId,
                tele,
                moduleCode,
                originalOn());
    }
}
