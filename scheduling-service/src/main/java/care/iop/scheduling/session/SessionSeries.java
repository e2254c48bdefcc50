package care.iop.scheduling.session;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Faults;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
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

    @OfOrganization
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
    private @Nullable UUID siteId;
    private @Nullable String language;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<LocalDate> exdates;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<OccurrenceOverride> overrides;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Substitution> substitutions;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Curriculum curriculum;

    private @Nullable UUID continuesId;

    /** Kept by a trigger of the database, never written from here. */
    @Column(insertable = false, updatable = false)
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected SessionSeries() {}

    /** A series as requested, refused with everything that doesn't fit together or the program. */
    @SuppressWarnings("NullAway.Init")
    SessionSeries(UUID id, SessionSeriesRequest request, Program program) {
        this.id = id;
        this.programId = program.id();
        this.exdates = List.of();
        this.overrides = List.of();
        this.substitutions = List.of();
        revise(request, program);
    }

    /** Takes over what the request says for all meetings; what single meetings have otherwise stays. */
    final void revise(SessionSeriesRequest request, Program program) {
        var faults = new ArrayList<FieldProblem>();
        if (!request.programId().equals(programId)) {
            faults.add(new FieldProblem("/programId", "can't change: add the series to the other program"));
        }
        if (request.kind().isPlacedForOneClient()) {
            faults.add(new FieldProblem(
                    "/kind",
                    "must be GROUP, SKILLS or CHECK_IN: the roster places the other kinds for each client apart"));
        }
        requireSoundTime("", request.localStart(), request.durationMinutes(), faults);
        if (request.minimumSize() > request.capacity()) {
            faults.add(new FieldProblem("/minimumSize", "must not be above the capacity"));
        }
        if (!program.offers(request.track())) {
            faults.add(new FieldProblem("/track", "must be a track of the program"));
        }
        if (request.tele() && request.roomId() != null) {
            faults.add(new FieldProblem("/roomId", "must be absent: a tele group meets by video"));
        }
        Faults.collect(faults, () -> program.requireSite("/siteId", request.siteId()));
        Faults.collect(faults, () -> RecurrenceRule.of("/rrule", request.rrule(), request.startsOn()));
        Faults.refuse(faults);
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
        this.siteId = request.siteId();
        this.language = request.language();
        if (request.exdates() != null) {
            this.exdates = request.exdates().stream().sorted().toList();
        }
        requireOneMeetingADay(program);
    }

    private static void requireSoundTime(
            String pointer, LocalTime localStart, int durationMinutes, List<FieldProblem> faults) {
        if (durationMinutes % GRID_MINUTES != 0) {
            faults.add(new FieldProblem(pointer + "/durationMinutes", "must be whole quarter hours"));
        }
        if (!TimeWindow.isOnGrid(localStart)) {
            faults.add(new FieldProblem(pointer + "/localStart", "must be on a quarter hour"));
        }
        if (localStart.toSecondOfDay() + durationMinutes * 60 > SECONDS_PER_DAY) {
            faults.add(new FieldProblem(pointer + "/durationMinutes", "must not reach over midnight"));
        }
    }

    /** Whether the request would have the series meet at other times; only another end leaves what has been as it is. */
    boolean wouldMeetOtherwise(SessionSeriesRequest request) {
        return !RecurrenceRule.of("/rrule", request.rrule(), request.startsOn())
                        .withoutEnd()
                        .equals(rule().withoutEnd())
                || !request.startsOn().equals(startsOn)
                || !request.localStart().equals(localStart)
                || request.durationMinutes() != durationMinutes
                || !Objects.equals(request.siteId(), siteId);
    }

    /** Has one meeting otherwise than the series. What was said of it before is replaced. */
    void override(OccurrenceOverride override, Program program) {
        requireDayOfRule(override.originalOn());
        var faults = new ArrayList<FieldProblem>();
        requireSoundTime(
                "",
                override.localStart() == null ? localStart : override.localStart(),
                override.durationMinutes() == null ? durationMinutes : override.durationMinutes(),
                faults);
        if ((override.tele() == null ? tele : override.tele()) && override.roomId() != null) {
            faults.add(new FieldProblem("/roomId", "must be absent: the meeting is by video"));
        }
        if (program.isClosedOn(siteId, override.takesPlaceOn())) {
            faults.add(new FieldProblem("/sessionOn", "must be a day on which the site is open"));
        }
        Faults.refuse(faults);
        restore(override.originalOn());
        this.overrides = Stream.concat(overrides.stream(), Stream.of(override))
                .sorted(Comparator.comparing(OccurrenceOverride::originalOn))
                .toList();
        requireOneMeetingADay(program);
    }

    /** Leaves one meeting out. */
    void leaveOut(LocalDate originalOn) {
        requireDayOfRule(originalOn);
        restore(originalOn);
        this.exdates =
                Stream.concat(exdates.stream(), Stream.of(originalOn)).sorted().toList();
    }

    /** Has one meeting as the series has it again. */
    void restore(LocalDate originalOn) {
        this.overrides = overrides.stream()
                .filter(other -> !other.originalOn().equals(originalOn))
                .toList();
        this.exdates = exdates.stream().filter(day -> !day.equals(originalOn)).toList();
    }

    private void requireDayOfRule(LocalDate originalOn) {
        if (rule().dates(startsOn, originalOn, originalOn).isEmpty()) {
            throw ProblemException.notFound("meeting of the series on " + originalOn);
        }
    }

    /** The database keeps one meeting of a series a day, so none is moved to where another is. */
    private void requireOneMeetingADay(Program program) {
        for (var override : overrides) {
            var day = override.takesPlaceOn();
            if (override.sessionOn() != null && occurrences(program, day, day).size() > 1) {
                throw ProblemException.invalid("/sessionOn", "must be a day on which the series has no other meeting");
            }
        }
    }

    /** Has somebody else lead the meetings of a stretch of days. */
    void substitute(Substitution substitution) {
        if (substitution.lastOn().isBefore(substitution.firstOn())) {
            throw ProblemException.invalid("/lastOn", "must not be before firstOn");
        }
        if (substitutions.stream().anyMatch(substitution::overlaps)) {
            throw ProblemException.invalid("/firstOn", "must not overlap another substitution; take that back first");
        }
        this.substitutions = Stream.concat(substitutions.stream(), Stream.of(substitution))
                .sorted(Comparator.comparing(Substitution::firstOn))
                .toList();
    }

    /** Takes back the substitution that begins on this day. */
    void withdrawSubstitution(LocalDate firstOn) {
        var kept = substitutions.stream()
                .filter(other -> !other.firstOn().equals(firstOn))
                .toList();
        if (kept.size() == substitutions.size()) {
            throw ProblemException.notFound("substitution that begins on " + firstOn);
        }
        this.substitutions = kept;
    }

    /** Has no meeting otherwise, before everything is said anew. */
    void forgetExceptions() {
        this.exdates = List.of();
        this.overrides = List.of();
        this.substitutions = List.of();
    }

    /** Takes over everything at once, as a document has it. */
    void take(
            List<OccurrenceOverride> overrides,
            List<Substitution> substitutions,
            @Nullable Curriculum curriculum,
            @Nullable UUID continuesId,
            Program program) {
        var faults = new ArrayList<FieldProblem>();
        this.overrides = List.of();
        this.substitutions = List.of();
        for (int i = 0; i < overrides.size(); i++) {
            var override = overrides.get(i);
            var pointer = "/overrides/" + i;
            try {
                Faults.collectBelow(pointer, faults, () -> override(override, program));
            } catch (ProblemException notOfTheRule) {
                faults.add(new FieldProblem(pointer + "/originalOn", "must be a day that the rule gives"));
            }
        }
        for (int i = 0; i < substitutions.size(); i++) {
            var substitution = substitutions.get(i);
            Faults.collectBelow("/substitutions/" + i, faults, () -> substitute(substitution));
        }
        if (curriculum != null) {
            Faults.collect(faults, () -> curriculum.requireSound("/curriculum"));
        }
        Faults.refuse(faults);
        this.curriculum = curriculum;
        this.continuesId = continuesId;
    }

    /** Teaches this from now on; null teaches nothing in particular. */
    void teach(@Nullable Curriculum curriculum) {
        this.curriculum = curriculum == null ? null : curriculum.requireSound("");
    }

    /** Ends with this day; a day before the start ends it before it began. */
    void end(LocalDate lastOn) {
        this.rrule = rule().endingOn(lastOn).text();
        this.overrides = overrides.stream()
                .filter(override -> !override.originalOn().isAfter(lastOn))
                .toList();
        this.exdates = exdates.stream().filter(day -> !day.isAfter(lastOn)).toList();
        this.substitutions = substitutions.stream()
                .filter(substitution -> !substitution.firstOn().isAfter(lastOn))
                .toList();
    }

    /**
     * Ends before {@code from} and goes on as another series, which is what the request says from there on. A COUNT in the
     * request counts the new series' meetings.
     */
    SessionSeries split(UUID newId, LocalDate from, SessionSeriesRequest request, Program program) {
        var following = new SessionSeries(newId, request, program);
        following.continuesId = id;
        if (request.exdates() == null) {
            following.exdates =
                    exdates.stream().filter(day -> !day.isBefore(from)).toList();
        }
        overrides.stream()
                .filter(override -> !override.originalOn().isBefore(from)
                        && !following
                                .rule()
                                .dates(following.startsOn, override.originalOn(), override.originalOn())
                                .isEmpty())
                .forEach(override -> following.override(override, program));
        following.substitutions = substitutions.stream()
                .filter(substitution -> !substitution.lastOn().isBefore(from))
                .toList();
        var taught = curriculum;
        if (taught != null) {
            var before = from.isAfter(taught.startsOn())
                    ? expand(program, taught.startsOn(), from.minusDays(1)).size()
                    : 0;
            following.curriculum = taught.goingOn(from, before);
        }
        end(from.minusDays(1));
        return following;
    }

    /** On which days it meets. */
    RecurrenceRule rule() {
        return new RecurrenceRule(rrule);
    }

    /**
     * When the series meets from {@code first} to {@code last}, both included, at most 366 days: expanded in the site's zone,
     * so that 09:00 stays 09:00 across daylight saving, without the closures, and with what single meetings have otherwise.
     */
    public List<Occurrence> occurrences(Program program, LocalDate first, LocalDate last) {
        if (ChronoUnit.DAYS.between(first, last) > RecurrenceRule.MOST_DAYS) {
            throw new IllegalArgumentException("at most " + RecurrenceRule.MOST_DAYS + " days are expanded at once");
        }
        return meetings(program, first, last);
    }

    /** The same for any stretch; its caller knows that it is bounded. */
    List<Occurrence> meetings(Program program, LocalDate first, LocalDate last) {
        var taught = curriculum;
        if (taught == null || last.isBefore(taught.startsOn())) {
            return expand(program, first, last);
        }
        // What a meeting teaches follows from how many there were before it.
        var counted = expand(program, first.isBefore(taught.startsOn()) ? first : taught.startsOn(), last);
        var meetings = new ArrayList<Occurrence>();
        var before = 0;
        for (var occurrence : counted) {
            var teaches = !occurrence.sessionOn().isBefore(taught.startsOn());
            if (!occurrence.sessionOn().isBefore(first)) {
                meetings.add(teaches ? occurrence.teaching(taught.taughtAfter(before)) : occurrence);
            }
            before += teaches ? 1 : 0;
        }
        return meetings;
    }

    private List<Occurrence> expand(Program program, LocalDate first, LocalDate last) {
        var byDay = overrides.stream().collect(Collectors.toMap(OccurrenceOverride::originalOn, Function.identity()));
        var here = rule().datesBetween(startsOn, first, last).stream();
        var movedHere = overrides.stream()
                .map(OccurrenceOverride::originalOn)
                .filter(day -> day.isBefore(first) || day.isAfter(last))
                .filter(day -> !rule().dates(startsOn, day, day).isEmpty());
        return Stream.concat(here, movedHere)
                .filter(day -> !exdates.contains(day))
                .map(day -> occurrence(program, day, byDay.get(day)))
                .filter(occurrence -> !occurrence.sessionOn().isBefore(first)
                        && !occurrence.sessionOn().isAfter(last)
                        && !program.isClosedOn(siteId, occurrence.sessionOn()))
                .sorted(Comparator.comparing(Occurrence::startsAt))
                .toList();
    }

    private Occurrence occurrence(Program program, LocalDate originalOn, @Nullable OccurrenceOverride override) {
        var zone = program.zone(siteId);
        if (override == null) {
            return Occurrence.of(id, originalOn, localStart, minutes(durationMinutes), zone)
                    .with(originalOn, facilitatorOn(originalOn), roomId, tele);
        }
        var day = override.takesPlaceOn();
        return Occurrence.of(
                        id,
                        day,
                        override.localStart() == null ? localStart : override.localStart(),
                        minutes(override.durationMinutes() == null ? durationMinutes : override.durationMinutes()),
                        zone)
                .with(
                        originalOn,
                        override.facilitatorId() == null ? facilitatorOn(day) : override.facilitatorId(),
                        override.roomId() == null ? roomId : override.roomId(),
                        override.tele() == null ? tele : override.tele());
    }

    private @Nullable UUID facilitatorOn(LocalDate day) {
        return substitutions.stream()
                .filter(substitution -> substitution.covers(day))
                .map(Substitution::facilitatorId)
                .findFirst()
                .orElse(facilitatorId);
    }

    private static Duration minutes(int minutes) {
        return Duration.of(minutes, ChronoUnit.MINUTES);
    }

    /** The further site that it is at; empty at the program's own. */
    public Optional<UUID> siteId() {
        return Optional.ofNullable(siteId);
    }

    /** The language in which it is held, ISO 639-1; empty when there is no special one. */
    public Optional<String> language() {
        return Optional.ofNullable(language);
    }

    /** What it teaches; empty when nothing in particular. */
    public Optional<Curriculum> curriculum() {
        return Optional.ofNullable(curriculum);
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
                roomId,
                siteId,
                language,
                List.copyOf(exdates),
                List.copyOf(overrides),
                List.copyOf(substitutions),
                curriculum,
                continuesId);
    }
}
