package care.iop.scheduling.session;

import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.clinician.Modality;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.program.TimeWindow;
import care.iop.scheduling.program.Track;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A group session that recurs at the same local time, and the cohort that may attend it. The roster treats a series of kind
 * GROUP or SKILLS as one candidate cohort; a CHECK_IN series is booked by hand.
 */
@Entity
public class SessionSeries {

    private static final int GRID_MINUTES = 15;
    private static final int SECONDS_PER_DAY = 24 * 60 * 60;

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
    private SessionKind kind;

    private String rrule;
    private LocalDate startsOn;
    private LocalTime localStart;
    private int durationMinutes;

    @Enumerated(EnumType.STRING)
    private Track track;

    private int capacity;
    private int minimumSize;

    @Enumerated(EnumType.STRING)
    private GroupGender gender;

    private boolean trauma;

    @Enumerated(EnumType.STRING)
    private Modality modality;

    private boolean tele;

    private @Nullable UUID facilitatorId;
    private @Nullable UUID roomId;

    @SuppressWarnings("NullAway.Init")
    protected SessionSeries() {}

    /** A series as requested, refused when its parts don't fit each other or the program. */
    @SuppressWarnings("NullAway.Init")
    SessionSeries(UUID id, SessionSeriesRequest request, Program program) {
        if (request.kind().isPlacedForOneClient()) {
            throw ProblemException.invalid(
                    "/kind",
                    "must be GROUP, SKILLS or CHECK_IN: the roster places the other kinds for each client apart");
        }
        if (request.durationMinutes() % GRID_MINUTES != 0) {
            throw ProblemException.invalid("/durationMinutes", "must be whole quarter hours");
        }
        if (!TimeWindow.isOnGrid(request.localStart())) {
            throw ProblemException.invalid("/localStart", "must be on a quarter hour");
        }
        if (request.localStart().toSecondOfDay() + request.durationMinutes() * 60 > SECONDS_PER_DAY) {
            throw ProblemException.invalid("/durationMinutes", "must not reach over midnight");
        }
        if (request.minimumSize() > request.capacity()) {
            throw ProblemException.invalid("/minimumSize", "must not be above the capacity");
        }
        if (!program.offers(request.track())) {
            throw ProblemException.invalid("/track", "must be a track of the program");
        }
        if (request.tele() && request.roomId() != null) {
            throw ProblemException.invalid("/roomId", "must be absent: a tele group meets by video");
        }
        this.id = id;
        this.programId = program.id();
        this.name = request.name().strip();
        this.kind = request.kind();
        this.rrule =
                RecurrenceRule.of("/rrule", request.rrule(), request.startsOn()).text();
        this.startsOn = request.startsOn();
        this.localStart = request.localStart();
        this.durationMinutes = request.durationMinutes();
        this.track = request.track();
        this.capacity = request.capacity();
        this.minimumSize = request.minimumSize();
        this.gender = request.gender();
        this.trauma = request.trauma();
        this.modality = request.modality();
        this.tele = request.tele();
        this.facilitatorId = request.facilitatorId();
        this.roomId = request.roomId();
    }

    /**
     * When the series meets from {@code first} to {@code last}, both included: expanded in the program's zone, so that 09:00
     * stays 09:00 across daylight saving, and without the program's closures.
     */
    public List<Occurrence> occurrences(Program program, LocalDate first, LocalDate last) {
        return new RecurrenceRule(rrule)
                .dates(startsOn, first, last).stream()
                        .filter(day -> !program.isClosedOn(day))
                        .map(day -> Occurrence.of(
                                id, day, localStart, Duration.of(durationMinutes, ChronoUnit.MINUTES), program.zone()))
                        .toList();
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

    /** How staff call the series. */
    public String name() {
        return name;
    }

    public SessionKind kind() {
        return kind;
    }

    /** The local time at which each meeting starts. */
    public LocalTime localStart() {
        return localStart;
    }

    public int durationMinutes() {
        return durationMinutes;
    }

    public Track track() {
        return track;
    }

    /** Clients it seats. */
    public int capacity() {
        return capacity;
    }

    /** Clients below which opening the group is avoided. */
    public int minimumSize() {
        return minimumSize;
    }

    public GroupGender gender() {
        return gender;
    }

    /** Whether only clients with a trauma history join. */
    public boolean trauma() {
        return trauma;
    }

    public Modality modality() {
        return modality;
    }

    /** Whether it meets by video. */
    public boolean tele() {
        return tele;
    }

    /** Who always leads it; empty when the roster chooses. */
    public Optional<UUID> facilitatorId() {
        return Optional.ofNullable(facilitatorId);
    }

    /** Where it meets when a session is scheduled by hand; the roster chooses a room itself. */
    public Optional<UUID> roomId() {
        return Optional.ofNullable(roomId);
    }

    SessionSeriesView view() {
        return new SessionSeriesView(
                id,
                programId,
                name,
                kind,
                rrule,
                startsOn,
                localStart,
                durationMinutes,
                track,
                capacity,
                minimumSize,
                gender,
                trauma,
                modality,
                tele,
                facilitatorId,
                roomId);
    }
}
