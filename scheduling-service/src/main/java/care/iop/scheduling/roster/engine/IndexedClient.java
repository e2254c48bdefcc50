package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.GroupGender;
import care.iop.scheduling.roster.engine.problem.PlacedSession;
import care.iop.scheduling.roster.engine.problem.PublishedWeek;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.RosterTrack;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import care.iop.scheduling.roster.engine.problem.SessionToPlace;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import care.iop.scheduling.roster.engine.problem.Weights;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A client on the grid, with everything about groups and clinicians that doesn't depend on the others' weeks. */
final class IndexedClient {

    /** Any group will do that is open to the client. */
    static final int FREE = -2;

    final RosterClient source;
    final boolean[] available;

    /** By cell of the week, for how many cells the client is available from there on, that day. */
    final int[] availableRun;

    /** The sessions that the search places. */
    final List<SessionClass> classes;

    /** The sessions that stay where they were published. */
    final List<Pin> pins;

    /** Sessions outside the search: neither published nor free to be placed. */
    private final Set<Integer> leftOut;

    /** The only cohort that comes into question, {@link Week#NONE} for none at all, or {@link #FREE}. */
    final int pinnedCohort;

    /** The published cohort, {@link Week#NONE} when there is none. */
    final int publishedCohort;

    final int sessionMinutes;

    /** Cohorts that the client could join if nobody else were there. */
    final int[] cohorts;

    /** What each of these cohorts costs by the client's preferences and as a change, in the same order. */
    final long[] cohortCosts;

    /** Cost of needing a group and having none. */
    final long noCohortCost;

    /** What every week of the client costs: pins, sessions left out, and published sessions as if all had moved. */
    final long constantCost;

    /** Cells of the preferred track's hours; the whole day when the client has no preference. */
    final int trackStart;

    final int trackEnd;

    /** Days and minutes at most; more than the prescription's when what is pinned already exceeds it. */
    final int mostDays;

    final int mostMinutes;

    /** How the search lays out the client's sessions; the items' clinicians are not part of it. */
    final WeekShape shape;

    final int pinnedMinutes;
    private final int[] pinnedMinutesByDay = new int[Grid.DAYS];
    private final int[] pinnedVisitsByDay = new int[Grid.DAYS];
    private final List<List<Pin>> pinsByDay = new ArrayList<>();
    private final IndexedProblem problem;
    private final @Nullable RosterTrack track;

    IndexedClient(RosterClient source, IndexedProblem problem) {
        this.source = source;
        this.problem = problem;
        Grid grid = problem.grid;
        Weights weights = problem.source.weights();
        this.available = grid.cellsWithin(source.availability());
        this.availableRun = runs(available, grid.cells());
        this.sessionMinutes =
                source.sessions().stream().mapToInt(SessionToPlace::minutes).sum();
        this.track = preferredTrack();
        this.trackStart = track == null ? 0 : grid.firstFrom(track.startMinute());
        this.trackEnd = track == null ? grid.cells() : grid.afterUntil(track.endMinute());
        String published = problem.published().cohortByClient().get(source.id());
        this.publishedCohort = published == null ? Week.NONE : problem.cohortIndex.getOrDefault(published, Week.NONE);
        this.pins = pins();
        this.pinnedCohort = pinnedCohort();
        boolean everythingElse = problem.freedom.mayMove(source.id());
        Set<Integer> pinned = Set.copyOf(pins.stream().map(Pin::session).toList());
        this.leftOut = Set.copyOf(IntStream.range(0, source.sessions().size())
                .filter(session -> !everythingElse && !pinned.contains(session) && !isFree(session))
                .boxed()
                .toList());
        this.classes = classes(IntStream.range(0, source.sessions().size())
                .filter(session -> !pinned.contains(session) && !leftOut.contains(session))
                .boxed()
                .toList());
        int minutes = 0;
        for (int day = 0; day < Grid.DAYS; day++) {
            int each = day;
            pinsByDay.add(pins.stream().filter(pin -> pin.day() == each).toList());
            for (Pin pin : pinsByDay.get(day)) {
                pinnedMinutesByDay[day] += pin.minutes();
                pinnedVisitsByDay[day] |= DaySubsets.bit(pin.visit());
                minutes += pin.minutes();
            }
        }
        this.pinnedMinutes = minutes;
        IndexedCohort pinnedTo = pinnedCohort >= 0 ? problem.cohorts.get(pinnedCohort) : null;
        int pinnedDays = 0;
        for (int day = 0; day < Grid.DAYS; day++) {
            pinnedDays += countsAsDay(day, minutesOn(day, pinnedTo)) ? 1 : 0;
        }
        this.mostDays = Math.max(source.limits().mostDays(), pins.isEmpty() ? 0 : pinnedDays);
        this.mostMinutes = Math.max(
                source.limits().mostMinutes(),
                pins.isEmpty() ? 0 : pinnedMinutes + (pinnedTo == null ? 0 : pinnedTo.minutes));
        this.cohorts = IntStream.range(0, problem.cohorts.size())
                .filter(g -> pinnedCohort == FREE
                        ? source.needsGroup() && mayJoin(problem.cohorts.get(g))
                        : pinnedCohort == g)
                .toArray();
        this.cohortCosts = IntStream.of(cohorts)
                .mapToLong(g -> preferenceCost(problem.cohorts.get(g).source, weights)
                        + (publishedCohort != Week.NONE && publishedCohort != g
                                ? Cost.soft(weights.cohortChanged())
                                : 0))
                .toArray();
        this.noCohortCost = (source.needsGroup()
                        ? Cost.mediumQuarters(Cost.soft((long) weights.cohortUnassigned() * source.priority()))
                        : 0)
                + (publishedCohort != Week.NONE ? Cost.soft(weights.cohortChanged()) : 0);
        long constant = 0;
        for (Pin pin : pins) {
            SessionToPlace session = source.sessions().get(pin.session());
            constant +=
                    clinicianCost(session.kind(), problem.source.clinicians().get(pin.clinician()), weights);
            constant += isOnTrack(pin.start(), pin.end()) ? 0 : Cost.soft(weights.sessionTrack());
        }
        for (int session : leftOut) {
            constant += unplacedCost(source.sessions().get(session).minutes());
        }
        for (SessionClass alike : classes) {
            for (int session : alike.sessions) {
                String id = source.sessions().get(session).id();
                constant += problem.published().sessions().containsKey(id) ? Cost.soft(weights.sessionMoved()) : 0;
            }
        }
        boolean groupIsGone = published != null && publishedCohort == Week.NONE;
        this.constantCost = constant + (groupIsGone ? Cost.soft(weights.cohortChanged()) : 0);
        List<Item> layout = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            layout.add(new Item(c, classes.get(c).sessions.length, Item.Choices.NONE, false));
        }
        this.shape = new WeekShape(this, layout);
    }

    /** For how many cells each cell and those after it are true, within the day. */
    static int[] runs(boolean[] week, int cellsOfDay) {
        int[] runs = new int[week.length];
        for (int i = week.length - 1; i >= 0; i--) {
            boolean lastOfDay = i % cellsOfDay == cellsOfDay - 1;
            runs[i] = week[i] ? 1 + (lastOfDay ? 0 : runs[i + 1]) : 0;
        }
        return runs;
    }

    /** Whether any of it is for the search to decide. */
    boolean isMovable() {
        return pinnedCohort == FREE || !classes.isEmpty();
    }

    private boolean isFree(int session) {
        String id = source.sessions().get(session).id();
        return problem.freedom.mayMove(source.id(), id)
                || problem.published().sessions().containsKey(id);
    }

    private List<Pin> pins() {
        PublishedWeek week = problem.source.published();
        if (week == null) {
            return List.of();
        }
        List<Pin> found = new ArrayList<>();
        for (int i = 0; i < source.sessions().size(); i++) {
            SessionToPlace session = source.sessions().get(i);
            PlacedSession placed = week.roster().sessions().get(session.id());
            if (placed != null
                    && (week.isWithinNotice(placed.when()) || !problem.freedom.mayMove(source.id(), session.id()))
                    && PublishedWeek.isStillPossible(problem.source, source, placed)) {
                found.add(new Pin(
                        i,
                        IndexedProblem.position(problem.clinicianIndex, placed.clinicianId()),
                        Grid.dayIndex(placed.when().day()),
                        problem.grid.firstTouched(placed.when()),
                        problem.grid.afterTouched(placed.when()),
                        session.minutes(),
                        session.kind().dailyVisit()));
            }
        }
        return withoutOverlaps(found);
    }

    /** Of two published sessions at once only one can stay. */
    private static List<Pin> withoutOverlaps(List<Pin> pins) {
        List<Pin> kept = new ArrayList<>();
        for (Pin pin : pins) {
            if (kept.stream()
                    .noneMatch(other ->
                            other.day() == pin.day() && other.start() < pin.end() && pin.start() < other.end())) {
                kept.add(pin);
            }
        }
        return List.copyOf(kept);
    }

    private int pinnedCohort() {
        PublishedWeek week = problem.source.published();
        if (week == null) {
            return FREE;
        }
        boolean free = problem.freedom.mayMove(source.id());
        if (publishedCohort == Week.NONE) {
            return free ? FREE : Week.NONE;
        }
        IndexedCohort cohort = problem.cohorts.get(publishedCohort);
        return (!free || week.isWithinNotice(cohort.source))
                        && cohort.withinGrid
                        && PublishedWeek.isStillPossible(cohort.source, source)
                ? publishedCohort
                : FREE;
    }

    private @Nullable RosterTrack preferredTrack() {
        return problem.source.tracks().stream()
                .filter(each -> each.id().equals(source.preferences().trackId()))
                .findAny()
                .orElse(null);
    }

    private List<SessionClass> classes(List<Integer> free) {
        record Likeness(SessionKind kind, int minutes) {}
        Map<Likeness, List<Integer>> alike = new LinkedHashMap<>();
        for (int i : free) {
            SessionToPlace session = source.sessions().get(i);
            alike.computeIfAbsent(new Likeness(session.kind(), session.minutes()), l -> new ArrayList<>())
                    .add(i);
        }
        Weights weights = problem.source.weights();
        List<SessionClass> result = new ArrayList<>();
        alike.forEach((likeness, sessions) -> {
            List<RosterClinician> all = problem.source.clinicians();
            int[] clinicians = source.careTeam().stream()
                    .mapToInt(problem.clinicianIndex::get)
                    .filter(n -> all.get(n).mayHold(likeness.kind(), source))
                    .sorted()
                    .toArray();
            long[] costs = IntStream.of(clinicians)
                    .mapToLong(n -> clinicianCost(likeness.kind(), all.get(n), weights))
                    .toArray();
            int cells = problem.grid.cellsFor(likeness.minutes());
            List<SessionClass.Place> published = publishedPlaces(sessions, likeness.minutes());
            int[] starts = starts(cells, published);
            result.add(new SessionClass(
                    likeness.kind(),
                    likeness.minutes(),
                    cells,
                    sessions.stream().mapToInt(Integer::intValue).toArray(),
                    clinicians,
                    costs,
                    unplacedCost(likeness.minutes()),
                    published,
                    starts,
                    IntStream.of(starts)
                            .map(cell -> cell % problem.grid.cells())
                            .mapToLong(start -> isOnTrack(start, start + cells) ? 0 : Cost.soft(weights.sessionTrack()))
                            .toArray()));
        });
        return List.copyOf(result);
    }

    private int[] starts(int cells, List<SessionClass.Place> published) {
        int ofDay = problem.grid.cells();
        return IntStream.range(0, availableRun.length)
                .filter(cell -> availableRun[cell] >= cells)
                .filter(cell -> problem.grid.mayStart(cell % ofDay)
                        || SessionClass.isPublished(published, cell / ofDay, cell % ofDay))
                .toArray();
    }

    private List<SessionClass.Place> publishedPlaces(List<Integer> sessions, int minutes) {
        List<SessionClass.Place> places = new ArrayList<>();
        for (int i : sessions) {
            PlacedSession placed =
                    problem.published().sessions().get(source.sessions().get(i).id());
            if (placed != null && placed.when().minutes() == minutes && problem.grid.holds(placed.when())) {
                places.add(new SessionClass.Place(
                        i,
                        Grid.dayIndex(placed.when().day()),
                        problem.grid.firstTouched(placed.when()),
                        problem.clinicianIndex.getOrDefault(placed.clinicianId(), Week.NONE)));
            }
        }
        return places;
    }

    private long unplacedCost(int minutes) {
        int quarters = minutes / WeekWindow.GRID_MINUTES;
        return Cost.mediumQuarters(
                (long) quarters * source.priority() * problem.source.weights().sessionUnassigned());
    }

    private long clinicianCost(SessionKind kind, RosterClinician clinician, Weights weights) {
        if (kind != SessionKind.INDIVIDUAL) {
            return 0;
        }
        String primary = source.primaryTherapistId();
        long cost = primary == null || primary.equals(clinician.id()) ? 0 : Cost.soft(weights.continuity());
        boolean lacksModality = source.preferences().modality() != null
                && !clinician.modalities().contains(source.preferences().modality());
        return cost + (lacksModality ? Cost.soft(weights.individualModality()) : 0);
    }

    /** Whether cells of a day lie in the preferred track. */
    boolean isOnTrack(int start, int end) {
        return trackStart <= start && end <= trackEnd;
    }

    private boolean mayJoin(IndexedCohort cohort) {
        RosterCohort group = cohort.source;
        return cohort.withinGrid
                && PublishedWeek.isStillPossible(group, source)
                && daysIn(cohort) <= mostDays
                && IntStream.range(0, Grid.DAYS)
                        .allMatch(
                                day -> cohort.minutesOn(day) <= source.limits().maxDayMinutes())
                && cohort.minutes <= mostMinutes
                && cohort.minutes + sessionMinutes >= source.limits().band().minMinutes();
    }

    /** Days of the client's that the group alone takes. */
    int daysIn(IndexedCohort cohort) {
        int days = 0;
        for (int day = 0; day < Grid.DAYS; day++) {
            days += countsAsDay(day, cohort.minutesOn(day)) ? 1 : 0;
        }
        return days;
    }

    /** Whether so many minutes make it a day of treatment. */
    boolean countsAsDay(int day, int minutes) {
        return source.limits().countsAsDay(DayOfWeek.of(day + 1), minutes);
    }

    /** Minutes of a day that are taken by the group and by pinned sessions. */
    int minutesOn(int day, @Nullable IndexedCohort cohort) {
        return pinnedMinutesByDay[day] + (cohort == null ? 0 : cohort.minutesOn(day));
    }

    int pinnedVisitsOn(int day) {
        return pinnedVisitsByDay[day];
    }

    /** The blocks of a day, the group's and those of pinned sessions, in order; absent when they overlap. */
    @Nullable
    List<IndexedCohort.Block> blocksOn(int day, @Nullable IndexedCohort cohort) {
        List<IndexedCohort.Block> ofGroup = cohort == null ? List.of() : cohort.blocksOn(day);
        if (pinsByDay.get(day).isEmpty()) {
            return ofGroup;
        }
        List<IndexedCohort.Block> blocks = new ArrayList<>(ofGroup);
        pinsByDay.get(day).forEach(pin -> blocks.add(new IndexedCohort.Block(day, pin.start(), pin.end())));
        blocks.sort((one, other) -> Integer.compare(one.start(), other.start()));
        for (int i = 1; i < blocks.size(); i++) {
            if (blocks.get(i).start() < blocks.get(i - 1).end()) {
                return null;
            }
        }
        return blocks;
    }

    private long preferenceCost(RosterCohort group, Weights weights) {
        long points = 0;
        String preferred = source.preferences().trackId();
        if (preferred != null && !preferred.equals(group.trackId())) {
            points += weights.cohortTrack();
        }
        if (source.preferences().ownGenderGroup() && group.gender() == GroupGender.ANY) {
            points += weights.genderPreference();
        }
        if (source.trauma() && !group.traumaTrack()) {
            points += weights.traumaPreference();
        }
        if (source.preferences().modality() != null && source.preferences().modality() != group.modality()) {
            points += weights.cohortModality();
        }
        points += (long) weights.curriculum()
                * source.curriculum().missedIn(group.modulesByWeek()).size();
        return Cost.soft(points);
    }

    /** Cost of being in a cohort, or in none, by need and preferences. */
    long cohortCost(int cohort) {
        int position = Arrays.binarySearch(cohorts, cohort);
        return position < 0 ? noCohortCost : cohortCosts[position];
    }

    /** Minutes of the sessions that a week has placed. */
    int placedMinutes(Week week) {
        int minutes = 0;
        for (int session = 0; session < source.sessions().size(); session++) {
            minutes += week.isPlaced(session) ? source.sessions().get(session).minutes() : 0;
        }
        return minutes;
    }

    /** Whether sessions may be placed at all: without any group the sessions alone must reach the prescribed minimum. */
    boolean sessionsMakeAWeek() {
        return source.needsGroup() || sessionMinutes >= source.limits().band().minMinutes();
    }
}
