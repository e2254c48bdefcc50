package care.iop.scheduling.program;

import care.iop.chassis.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/** A treatment program at one site. All its local times are in its zone, and stay what they are across daylight saving. */
@Entity
public class Program {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Version
    private long version;

    private String name;
    private String zone;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<TrackHours> tracks;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Closure> closures;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<PrescribedSessions> defaultPrescription;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Program() {}

    @SuppressWarnings("NullAway.Init")
    Program(UUID id, ProgramRequest request, Instant createdAt) {
        this.id = id;
        this.createdAt = createdAt;
        revise(request);
    }

    /** Takes over what the request says, after checking that it makes sense together. */
    final void revise(ProgramRequest request) {
        if (!ZoneId.getAvailableZoneIds().contains(request.zone())) {
            throw ProblemException.invalid("/zone", "must be an IANA time zone like America/New_York");
        }
        requireSoundTracks(request.tracks());
        requireSoundClosures(request.closures());
        var prescription = new WeeklyPrescription(request.defaultPrescription()).requireSound("/defaultPrescription");
        this.name = request.name().strip();
        this.zone = request.zone();
        this.tracks = List.copyOf(request.tracks());
        this.closures = List.copyOf(request.closures());
        this.defaultPrescription = prescription.sessions();
    }

    private static void requireSoundTracks(List<TrackHours> tracks) {
        Set<Track> seen = new HashSet<>();
        for (int i = 0; i < tracks.size(); i++) {
            var hours = tracks.get(i);
            if (!seen.add(hours.track())) {
                throw ProblemException.invalid("/tracks/" + i + "/track", "must not be there twice");
            }
            if (!TimeWindow.isOnGrid(hours.from())
                    || !TimeWindow.isOnGrid(hours.until())
                    || !hours.from().isBefore(hours.until())) {
                throw ProblemException.invalid("/tracks/" + i, "must run forward between two quarter hours of one day");
            }
        }
    }

    private static void requireSoundClosures(List<Closure> closures) {
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < closures.size(); i++) {
            if (!seen.add(closures.get(i).closedOn())) {
                throw ProblemException.invalid("/closures/" + i + "/closedOn", "must not be there twice");
            }
        }
    }

    /** The days that the request closes and that are open now. */
    Set<LocalDate> newlyClosed(ProgramRequest request) {
        return request.closures().stream()
                .map(Closure::closedOn)
                .filter(day -> !isClosedOn(day))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether no session takes place on this day. */
    public boolean isClosedOn(LocalDate day) {
        return closures.stream().anyMatch(closure -> closure.closedOn().equals(day));
    }

    /** Whether the program has this track. */
    public boolean offers(Track track) {
        return tracks.stream().anyMatch(hours -> hours.track() == track);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    /** The zone of all local times of this program. */
    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    /** The tracks with their usual hours. */
    public List<TrackHours> tracks() {
        return List.copyOf(tracks);
    }

    /** What a new client has each week unless their own prescription says otherwise. */
    public WeeklyPrescription defaultPrescription() {
        return new WeeklyPrescription(defaultPrescription);
    }

    ProgramView view() {
        return new ProgramView(
                id, name, zone, tracks(), List.copyOf(closures), List.copyOf(defaultPrescription), createdAt);
    }
}
