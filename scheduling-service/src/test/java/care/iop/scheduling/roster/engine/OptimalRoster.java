package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.constraint.Score;
import care.iop.scheduling.roster.engine.problem.GroupGender;
import care.iop.scheduling.roster.engine.problem.RoomType;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.RosterTrack;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import care.iop.scheduling.roster.engine.problem.SessionKind.DailyVisit;
import care.iop.scheduling.roster.engine.problem.SessionToPlace;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import care.iop.scheduling.roster.engine.problem.Weights;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The best roster of a small problem, proven by a constraint solver that knows nothing of the engine: the rules are written
 * down once more, as equations over every group, clinician, day and start.
 */
final class OptimalRoster {

    private static final long MEDIUM = 1_000_000;

    /** A possible place of a session. */
    private record Place(SessionToPlace session, RosterClinician clinician, WeekWindow when, BoolVar taken) {}

    private final RosterProblem problem;
    private final Weights weights;
    private final CpModel model = new CpModel();
    private final LinearExprBuilder objective = LinearExpr.newBuilder();
    private final Map<String, Map<String, BoolVar>> leads = new HashMap<>();
    private final Map<String, Map<String, BoolVar>> seats = new HashMap<>();
    private final Map<String, List<Place>> places = new HashMap<>();

    private OptimalRoster(RosterProblem problem) {
        this.problem = problem;
        this.weights = problem.weights();
        problem.cohorts().forEach(this::cohort);
        problem.clients().forEach(this::client);
        problem.cohorts().forEach(this::members);
        problem.clinicians().forEach(this::clinician);
        rooms();
    }

    /** The score that no roster can be better than, absent when the solver has not proven it in the time. */
    static Optional<Score> score(RosterProblem problem, double seconds) {
        OptimalRoster optimal = new OptimalRoster(problem);
        optimal.model.minimize(optimal.objective);
        CpSolver solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(seconds).setNumWorkers(1).setRandomSeed(1);
        if (solver.solve(optimal.model) != CpSolverStatus.OPTIMAL) {
            return Optional.empty();
        }
        long value = Math.round(solver.objectiveValue());
        return Optional.of(new Score(0, value / MEDIUM, value % MEDIUM));
    }

    private static LinearExprBuilder sum(Iterable<BoolVar> variables) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        variables.forEach(sum::add);
        return sum;
    }

    private void soft(BoolVar variable, long points) {
        objective.addTerm(variable, points * Score.QUARTERS);
    }

    private void cohort(RosterCohort cohort) {
        Map<String, BoolVar> possible = new LinkedHashMap<>();
        for (RosterClinician clinician : problem.clinicians()) {
            if (clinician.mayFacilitate(cohort)
                    && cohort.slots().stream().allMatch(clinician.availability()::covers)
                    && (cohort.facilitatorId() == null || cohort.facilitatorId().equals(clinician.id()))) {
                possible.put(clinician.id(), model.newBoolVar(cohort.id() + " by " + clinician.id()));
            }
        }
        leads.put(cohort.id(), possible);
        model.addLessOrEqual(sum(possible.values()), 1);
        possible.values().forEach(lead -> soft(lead, weights.cohortOpen()));
    }

    private void members(RosterCohort cohort) {
        LinearExprBuilder missing = LinearExpr.newBuilder();
        List<BoolVar> members = new ArrayList<>();
        for (RosterClient client : problem.clients()) {
            BoolVar seat = seatsOf(client).get(cohort.id());
            if (seat != null) {
                members.add(seat);
                missing.addTerm(seat, -1);
                LinearExprBuilder open = sum(leadsOf(cohort).values());
                model.addLessOrEqual(seat, open);
            }
        }
        model.addLessOrEqual(sum(members), cohort.capacity());
        IntVar shortBy = model.newIntVar(0, cohort.minSize(), "short " + cohort.id());
        leadsOf(cohort).values().forEach(lead -> missing.addTerm(lead, cohort.minSize()));
        model.addGreaterOrEqual(shortBy, missing);
        objective.addTerm(shortBy, (long) weights.cohortMinimum() * Score.QUARTERS);
        for (RosterClient client : problem.clients()) {
            for (String other : client.noContact()) {
                BoolVar one = seatsOf(client).get(cohort.id());
                BoolVar two = seats.getOrDefault(other, Map.of()).get(cohort.id());
                if (one != null && two != null && !other.equals(client.id())) {
                    model.addLessOrEqual(sum(List.of(one, two)), 1);
                }
            }
        }
    }

    private Map<String, BoolVar> seatsOf(RosterClient client) {
        return seats.getOrDefault(client.id(), Map.of());
    }

    private Map<String, BoolVar> leadsOf(RosterCohort cohort) {
        return leads.getOrDefault(cohort.id(), Map.of());
    }

    private void client(RosterClient client) {
        seats.put(client.id(), possibleSeats(client));
        List<Place> possible = new ArrayList<>();
        places.put(client.id(), possible);
        for (SessionToPlace session : client.sessions()) {
            List<BoolVar> any = new ArrayList<>();
            if (mayHaveSessions(client)) {
                for (RosterClinician clinician : problem.clinicians()) {
                    for (WeekWindow when : windows(client, session, clinician)) {
                        BoolVar taken = model.newBoolVar(session.id() + " " + clinician.id() + " " + when);
                        any.add(taken);
                        possible.add(new Place(session, clinician, when, taken));
                        place(client, session, clinician, when, taken);
                    }
                }
            }
            model.addLessOrEqual(sum(any), 1);
            long unplaced =
                    MEDIUM * WeekWindow.quarters(session.minutes()) * client.priority() * weights.sessionUnassigned();
            objective.add(unplaced);
            any.forEach(taken -> objective.addTerm(taken, -unplaced));
        }
        oneOfAKind(possible);
        days(client);
    }

    private Map<String, BoolVar> possibleSeats(RosterClient client) {
        Map<String, BoolVar> possible = new LinkedHashMap<>();
        if (!client.needsGroup()) {
            return possible;
        }
        int sessions =
                client.sessions().stream().mapToInt(SessionToPlace::minutes).sum();
        for (RosterCohort cohort : problem.cohorts()) {
            if (cohort.gender().admits(client.gender())
                    && (!cohort.traumaTrack() || client.trauma())
                    && cohort.tele() == client.teleOnly()
                    && cohort.slots().stream().allMatch(client.availability()::covers)
                    && cohort.weeklyMinutes() + sessions
                            >= client.limits().band().minMinutes()) {
                possible.put(cohort.id(), model.newBoolVar(client.id() + " in " + cohort.id()));
            }
        }
        model.addLessOrEqual(sum(possible.values()), 1);
        long without = MEDIUM * Score.QUARTERS * weights.cohortUnassigned() * client.priority();
        objective.add(without);
        for (RosterCohort cohort : problem.cohorts()) {
            BoolVar seat = possible.get(cohort.id());
            if (seat != null) {
                objective.addTerm(seat, -without);
                String track = client.preferences().trackId();
                soft(seat, track == null || track.equals(cohort.trackId()) ? 0 : weights.cohortTrack());
                boolean mixed = client.preferences().ownGenderGroup() && cohort.gender() == GroupGender.ANY;
                soft(seat, mixed ? weights.genderPreference() : 0);
                soft(seat, client.trauma() && !cohort.traumaTrack() ? weights.traumaPreference() : 0);
                boolean otherWay = client.preferences().modality() != null
                        && client.preferences().modality() != cohort.modality();
                soft(seat, otherWay ? weights.cohortModality() : 0);
            }
        }
        return possible;
    }

    private static boolean mayHaveSessions(RosterClient client) {
        int sessions =
                client.sessions().stream().mapToInt(SessionToPlace::minutes).sum();
        return client.needsGroup() || sessions >= client.limits().band().minMinutes();
    }

    private List<WeekWindow> windows(RosterClient client, SessionToPlace session, RosterClinician clinician) {
        List<WeekWindow> windows = new ArrayList<>();
        if (!client.careTeam().contains(clinician.id()) || !clinician.mayHold(session.kind(), client)) {
            return windows;
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int start = 0; start + session.minutes() <= 1440; start += problem.startStepMinutes()) {
                WeekWindow when = new WeekWindow(day, start, start + session.minutes());
                if (client.availability().covers(when)
                        && clinician.availability().covers(when)) {
                    windows.add(when);
                }
            }
        }
        return windows;
    }

    private void place(
            RosterClient client, SessionToPlace session, RosterClinician clinician, WeekWindow when, BoolVar taken) {
        if (session.kind() == SessionKind.INDIVIDUAL) {
            String primary = client.primaryTherapistId();
            soft(taken, primary == null || primary.equals(clinician.id()) ? 0 : weights.continuity());
            boolean lacks = client.preferences().modality() != null
                    && !clinician.modalities().contains(client.preferences().modality());
            soft(taken, lacks ? weights.individualModality() : 0);
        }
        for (RosterTrack track : problem.tracks()) {
            boolean outside = track.id().equals(client.preferences().trackId()) && !track.covers(when);
            soft(taken, outside ? weights.sessionTrack() : 0);
        }
    }

    private void oneOfAKind(List<Place> possible) {
        for (DayOfWeek day : DayOfWeek.values()) {
            Map<DailyVisit, List<BoolVar>> visits = new EnumMap<>(DailyVisit.class);
            for (Place place : possible) {
                if (place.when().day() == day) {
                    visits.computeIfAbsent(place.session().kind().dailyVisit(), v -> new ArrayList<>())
                            .add(place.taken());
                }
            }
            visits.values().forEach(alike -> model.addLessOrEqual(sum(alike), 1));
        }
    }

    /** Overlaps, hours and days of a client, and the waiting between appointments. */
    private void days(RosterClient client) {
        LinearExprBuilder week = LinearExpr.newBuilder();
        LinearExprBuilder used = LinearExpr.newBuilder();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<BoolVar> quarters = new ArrayList<>();
            LinearExprBuilder minutes = LinearExpr.newBuilder();
            for (int minute = 0; minute < 1440; minute += problem.startStepMinutes()) {
                LinearExprBuilder busy = busy(client, new WeekWindow(day, minute, minute + problem.startStepMinutes()));
                BoolVar cell = model.newBoolVar(client.id() + day + minute);
                model.addEquality(cell, busy);
                quarters.add(cell);
                minutes.addTerm(cell, problem.startStepMinutes());
                week.addTerm(cell, problem.startStepMinutes());
            }
            model.addLessOrEqual(minutes, client.limits().maxDayMinutes());
            BoolVar comes = model.newBoolVar(client.id() + " comes " + day);
            model.addMaxEquality(comes, quarters.toArray(BoolVar[]::new));
            used.add(comes);
            waiting(quarters);
        }
        model.addLessOrEqual(used, client.limits().mostDays());
        model.addLessOrEqual(week, client.limits().band().maxMinutes());
        IntVar distance = model.newIntVar(0, 7, client.id() + " days");
        int target = client.preferences().targetDays();
        model.addGreaterOrEqual(LinearExpr.newBuilder().add(distance).addTerm(used, -1), -target);
        model.addGreaterOrEqual(LinearExpr.newBuilder().add(distance).add(used), target);
        objective.addTerm(distance, (long) weights.days() * Score.QUARTERS);
    }

    private void waiting(List<BoolVar> cells) {
        @Nullable BoolVar[] begun = new BoolVar[cells.size()];
        @Nullable BoolVar[] notOver = new BoolVar[cells.size()];
        for (int i = 0; i < cells.size(); i++) {
            begun[i] = model.newBoolVar("begun");
            model.addImplication(cells.get(i), begun[i]);
            if (i > 0) {
                model.addImplication(begun[i - 1], begun[i]);
            }
        }
        for (int i = cells.size() - 1; i >= 0; i--) {
            notOver[i] = model.newBoolVar("not over");
            model.addImplication(cells.get(i), notOver[i]);
            if (i < cells.size() - 1) {
                model.addImplication(notOver[i + 1], notOver[i]);
            }
        }
        for (int i = 0; i < cells.size(); i++) {
            BoolVar idle = model.newBoolVar("idle");
            model.addGreaterOrEqual(
                    LinearExpr.newBuilder()
                            .add(idle)
                            .add(cells.get(i))
                            .addTerm(begun[i], -1)
                            .addTerm(notOver[i], -1),
                    -1);
            objective.addTerm(idle, (long) weights.gap() * WeekWindow.quarters(problem.startStepMinutes()));
        }
    }

    private LinearExprBuilder busy(RosterClient client, WeekWindow cell) {
        LinearExprBuilder busy = LinearExpr.newBuilder();
        for (RosterCohort cohort : problem.cohorts()) {
            BoolVar seat = seatsOf(client).get(cohort.id());
            if (seat != null && cohort.slots().stream().anyMatch(slot -> slot.overlapMinutes(cell) > 0)) {
                busy.add(seat);
            }
        }
        for (Place place : places.getOrDefault(client.id(), List.of())) {
            if (place.when().overlapMinutes(cell) > 0) {
                busy.add(place.taken());
            }
        }
        return busy;
    }

    private void clinician(RosterClinician clinician) {
        LinearExprBuilder minutes = LinearExpr.newBuilder();
        for (RosterCohort cohort : problem.cohorts()) {
            BoolVar lead = leadsOf(cohort).get(clinician.id());
            if (lead != null) {
                minutes.addTerm(lead, cohort.weeklyMinutes());
            }
        }
        places.values().stream()
                .flatMap(List::stream)
                .filter(place -> place.clinician().equals(clinician))
                .forEach(place -> minutes.addTerm(place.taken(), place.session().minutes()));
        model.addLessOrEqual(minutes, clinician.maxMinutes());
        IntVar quarters = model.newIntVar(0, 7 * 24 * 4, "overtime of " + clinician.id());
        model.addGreaterOrEqual(
                LinearExpr.newBuilder()
                        .addTerm(quarters, WeekWindow.GRID_MINUTES)
                        .addTerm(minutes, -1),
                -clinician.targetMinutes());
        objective.addTerm(quarters, weights.overtime());
        forEachCell(cell -> {
            List<BoolVar> busy = new ArrayList<>();
            for (RosterCohort cohort : problem.cohorts()) {
                BoolVar lead = leadsOf(cohort).get(clinician.id());
                if (lead != null && meets(cohort, cell)) {
                    busy.add(lead);
                }
            }
            places.values().stream()
                    .flatMap(List::stream)
                    .filter(place -> place.clinician().equals(clinician))
                    .filter(place -> place.when().overlapMinutes(cell) > 0)
                    .forEach(place -> busy.add(place.taken()));
            model.addLessOrEqual(sum(busy), 1);
        });
    }

    private void rooms() {
        long offices = problem.rooms().stream()
                .filter(room -> room.type() == RoomType.OFFICE)
                .count();
        long groupRooms = problem.rooms().size() - offices;
        forEachCell(cell -> {
            List<BoolVar> inOffices = new ArrayList<>();
            for (RosterClient client : problem.clients()) {
                for (Place place : places.getOrDefault(client.id(), List.of())) {
                    if (!client.telehealth() && place.when().overlapMinutes(cell) > 0) {
                        inOffices.add(place.taken());
                    }
                }
            }
            model.addLessOrEqual(sum(inOffices), offices);
            List<BoolVar> inRooms = new ArrayList<>();
            for (RosterCohort cohort : problem.cohorts()) {
                if (!cohort.tele() && meets(cohort, cell)) {
                    inRooms.addAll(leadsOf(cohort).values());
                }
            }
            model.addLessOrEqual(sum(inRooms), groupRooms);
        });
    }

    private static boolean meets(RosterCohort cohort, WeekWindow cell) {
        return cohort.slots().stream().anyMatch(slot -> slot.overlapMinutes(cell) > 0);
    }

    private void forEachCell(Consumer<WeekWindow> each) {
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int minute = 0; minute < 1440; minute += problem.startStepMinutes()) {
                each.accept(new WeekWindow(day, minute, minute + problem.startStepMinutes()));
            }
        }
    }
}
