package care.iop.scheduling.program;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Faults;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A treatment program at its own site and, maybe, further ones. All local times are in the zone of their site, and stay what
 * they are across daylight saving.
 */
@Entity
public class Program {

    @Id
    private UUID id;

    @OfOrganization
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

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Site> sites;

    @Enumerated(EnumType.STRING)
    private HolidayCalendar holidayCalendar;

    private @Nullable String state;

    private Instant createdAt;

    /** Kept by a trigger of the database, never written from here. */
    @Column(insertable = false, updatable = false)
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Program() {}

    @SuppressWarnings("NullAway.Init")
    Program(UUID id, ProgramRequest request, Instant createdAt) {
        this.id = id;
        this.createdAt = createdAt;
        this.sites = List.of();
        revise(request);
    }

    /** Takes over what the request says, after checking that it makes sense together; refused with every fault. */
    final void revise(ProgramRequest request) {
        var faults = new ArrayList<FieldProblem>();
        var furtherSites = request.sites() == null ? sites : request.sites();
        requireZone("/zone", request.zone(), faults);
        requireSoundTracks(request.tracks(), faults);
        requireSoundClosures("/closures", request.closures(), faults);
        requireSoundSites(furtherSites, faults);
        var prescription = new WeeklyPrescription(request.defaultPrescription());
        Faults.collect(faults, () -> prescription.requireSound("/defaultPrescription"));
        Faults.refuse(faults);
        this.name = request.name().strip();
        this.zone = request.zone();
        this.tracks = List.copyOf(request.tracks());
        this.closures = List.copyOf(request.closures());
        this.defaultPrescription = prescription.sessions();
        this.sites = List.copyOf(furtherSites);
        this.holidayCalendar = calendar(request);
        this.state = request.state();
    }

    private static HolidayCalendar calendar(ProgramRequest request) {
        return request.holidayCalendar() == null ? HolidayCalendar.NONE : request.holidayCalendar();
    }

    private static void requireZone(String pointer, String zone, List<FieldProblem> faults) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            faults.add(new FieldProblem(pointer, "must be an IANA time zone like America/New_York"));
        }
    }

    private static void requireSoundTracks(List<TrackHours> tracks, List<FieldProblem> faults) {
        Set<Track> seen = new HashSet<>();
        for (int i = 0; i < tracks.size(); i++) {
            var hours = tracks.get(i);
            if (!seen.add(hours.track())) {
                faults.add(new FieldProblem("/tracks/" + i + "/track", "must not be there twice"));
            }
            if (!TimeWindow.isOnGrid(hours.from())
                    || !TimeWindow.isOnGrid(hours.until())
                    || !hours.from().isBefore(hours.until())) {
                faults.add(new FieldProblem("/tracks/" + i, "must run forward between two quarter hours of one day"));
            }
        }
    }

    private static void requireSoundClosures(String pointer, List<Closure> closures, List<FieldProblem> faults) {
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < closures.size(); i++) {
            if (!seen.add(closures.get(i).closedOn())) {
                faults.add(new FieldProblem(pointer + "/" + i + "/closedOn", "must not be there twice"));
            }
        }
    }

    private void requireSoundSites(List<Site> sites, List<FieldProblem> faults) {
        Set<UUID> seen = new HashSet<>(Set.of(id));
        for (int i = 0; i < sites.size(); i++) {
            var site = sites.get(i);
            if (!seen.add(site.id())) {
                faults.add(new FieldProblem("/sites/" + i + "/id", "must be no other site's and not the program's"));
            }
            requireZone("/sites/" + i + "/zone", site.zone(), faults);
            requireSoundClosures("/sites/" + i + "/closures", site.closures(), faults);
        }
    }

    /** Whether this program would be closed, at a site, on a day that is open now. */
    boolean wouldClose(Program revised, @Nullable UUID siteId, LocalDate day) {
        return !isClosedOn(siteId, day) && revised.isClosedOn(siteId, day);
    }

    /** The program as the request would have it, to be looked at only. */
    Program revised(ProgramRequest request) {
        var revised = new Program(id, request, createdAt);
        if (request.sites() == null) {
            revised.sites = sites;
        }
        return revised;
    }

    /** Sites that the request takes away, or whose zone it changes. */
    List<Site> displaced(ProgramRequest request) {
        var kept = request.sites() == null ? sites : request.sites();
        return sites.stream()
                .filter(site -> kept.stream()
                        .noneMatch(other ->
                                other.id().equals(site.id()) && other.zone().equals(site.zone())))
                .toList();
    }

    /** Whether no session takes place on this day at the program's own site. */
    public boolean isClosedOn(LocalDate day) {
        return isClosedOn(null, day);
    }

    /** Whether no session takes place on this day at a site; null is the program's own. */
    public boolean isClosedOn(@Nullable UUID siteId, LocalDate day) {
        return closures.stream().anyMatch(closure -> closure.closedOn().equals(day))
                || holidayCalendar.on(day).isPresent()
                || (siteId != null
                        && site(siteId).filter(site -> site.isClosedOn(day)).isPresent());
    }

    /** A further site. */
    public Optional<Site> site(UUID siteId) {
        return sites.stream().filter(site -> site.id().equals(siteId)).findFirst();
    }

    /** Refuses, on a field, an identifier that is none of the further sites'; null, the program's own site, is fine. */
    public void requireSite(String pointer, @Nullable UUID siteId) {
        if (siteId != null && site(siteId).isEmpty()) {
            throw ProblemException.invalid(
                    pointer, "must be one of the program's further sites, or absent for the program's own");
        }
    }

    /** The zone of a site's local times; null is the program's own site. */
    public ZoneId zone(@Nullable UUID siteId) {
        return siteId == null
                ? zone()
                : site(siteId).map(site -> ZoneId.of(site.zone())).orElseGet(this::zone);
    }

    /** The US state of a site, when it is known; null is the program's own site. */
    public Optional<String> state(@Nullable UUID siteId) {
        return siteId == null ? Optional.ofNullable(state) : site(siteId).map(Site::state);
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

    /** When it last changed. */
    public Instant changedAt() {
        return changedAt;
    }

    public String name() {
        return name;
    }

    /** The zone of all local times of this program. */
    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    /** The further sites, in the order in which they were entered. */
    public List<Site> sites() {
        return List.copyOf(sites);
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
                id,
                name,
                zone,
                tracks(),
                List.copyOf(closures),
                List.copyOf(defaultPrescription),
                List.copyOf(sites),
                holidayCalendar,
                state,
                createdAt);
    }
}
