package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.GroupGender;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.RosterTrack;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import care.iop.scheduling.roster.engine.problem.SessionToPlace;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A client on the grid, with everything about groups and clinicians that doesn't depend on the others' weeks. */
final class IndexedClient {

    final RosterClient source;
    final boolean[] available;
    final List<SessionClass> classes;
    final int sessionMinutes;

    /** Cohorts that the client could join if nobody else were there. */
    final int[] cohorts;

    /** What each of these cohorts costs by the client's preferences, in the same order. */
    final long[] cohortCosts;

    /** Cost of needing a group and having none. */
    final long noCohortCost;

    /** Cells of the preferred track's hours; the whole day when the client has no preference. */
    final int trackStart;

    final int trackEnd;

    IndexedClient(
            RosterClient source,
            RosterProblem problem,
            Grid grid,
            Map<String, Integer> clinicianIndex,
            List<IndexedCohort> allCohorts) {
        Weights weights = problem.weights();
        this.source = source;
        this.available = grid.cellsWithin(source.availability());
        this.sessionMinutes =
                source.sessions().stream().mapToInt(SessionToPlace::minutes).sum();
        this.classes = classes(problem, grid, clinicianIndex);
        this.cohorts = IntStream.range(0, allCohorts.size())
                .filter(g -> source.needsGroup() && mayJoin(allCohorts.get(g)))
                .toArray();
        this.cohortCosts = IntStream.of(cohorts)
                .mapToLong(g -> preferenceCost(allCohorts.get(g).source, weights))
                .toArray();
        this.noCohortCost = source.needsGroup()
                ? Cost.mediumQuarters(Cost.soft((long) weights.cohortUnassigned() * source.priority()))
                : 0;
        RosterTrack track = preferredTrack(problem);
        this.trackStart = track == null ? 0 : grid.firstFrom(track.startMinute());
        this.trackEnd = track == null ? grid.cells() : grid.afterUntil(track.endMinute());
    }

    private @Nullable RosterTrack preferredTrack(RosterProblem problem) {
        return problem.tracks().stream()
                .filter(track -> track.id().equals(source.preferences().trackId()))
                .findAny()
                .orElse(null);
    }

    private List<SessionClass> classes(RosterProblem problem, Grid grid, Map<String, Integer> clinicianIndex) {
        record Likeness(SessionKind kind, int minutes) {}
        Map<Likeness, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < source.sessions().size(); i++) {
            SessionToPlace session = source.sessions().get(i);
            alike.computeIfAbsent(new Likeness(session.kind(), session.minutes()), l -> new ArrayList<>())
                    .add(i);
        }
        Weights weights = problem.weights();
        List<SessionClass> result = new ArrayList<>();
        alike.forEach((likeness, sessions) -> {
            int[] clinicians = source.careTeam().stream()
                    .mapToInt(clinicianIndex::get)
                    .filter(n -> problem.clinicians().get(n).mayHold(likeness.kind(), source))
                    .sorted()
                    .toArray();
            long[] costs = IntStream.of(clinicians)
                    .mapToLong(n ->
                            clinicianCost(likeness.kind(), problem.clinicians().get(n), weights))
                    .toArray();
            int quarters = likeness.minutes() / WeekWindow.GRID_MINUTES;
            result.add(new SessionClass(
                    likeness.kind(),
                    likeness.minutes(),
                    likeness.minutes() / grid.cellMinutes(),
                    sessions.stream().mapToInt(Integer::intValue).toArray(),
                    clinicians,
                    costs,
                    Cost.mediumQuarters((long) quarters * source.priority() * weights.sessionUnassigned())));
        });
        return List.copyOf(result);
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

    private boolean mayJoin(IndexedCohort cohort) {
        RosterCohort group = cohort.source;
        return cohort.withinGrid
                && group.gender().admits(source.gender())
                && (!group.traumaTrack() || source.trauma())
                && group.tele() == source.teleOnly()
                && group.slots().stream().allMatch(source.availability()::covers)
                && cohort.days() <= source.limits().maxDays()
                && IntStream.range(0, Grid.DAYS)
                        .allMatch(
                                day -> cohort.minutesOn(day) <= source.limits().maxDayMinutes())
                && cohort.minutes <= source.limits().band().maxMinutes()
                && cohort.minutes + sessionMinutes >= source.limits().band().minMinutes();
    }

    private long preferenceCost(RosterCohort group, Weights weights) {
        long points = 0;
        String track = source.preferences().trackId();
        if (track != null && !track.equals(group.trackId())) {
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
        return Cost.soft(points);
    }

    /** Cost of being in a cohort, or in none, by need and preferences. */
    long cohortCost(int cohort) {
        for (int i = 0; i < cohorts.length; i++) {
            if (cohorts[i] == cohort) {
                return cohortCosts[i];
            }
        }
        return noCohortCost;
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
