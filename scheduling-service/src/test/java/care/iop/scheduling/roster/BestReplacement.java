package care.iop.scheduling.roster;

import care.iop.scheduling.roster.WeekBoard.Visit;
import care.iop.scheduling.roster.engine.problem.RoomType;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many of some sessions can be placed when a clinician is away for a day, all others keep a place, and no more of them move
 * than are placed: the rules written down once more for a constraint solver. Groups stay.
 */
final class BestReplacement {

    private static final int SECONDS = 60;

    /** A session at a place that it may have. */
    private record Place(Visit visit, RosterClient client, RosterClinician clinician, WeekWindow when, BoolVar taken) {}

    private final RosterProblem problem;
    private final Roster roster;
    private final Map.Entry<String, DayOfWeek> away;
    private final CpModel model = new CpModel();
    private final Map<Visit, List<Place>> places = new HashMap<>();
    private final LinearExprBuilder placed = LinearExpr.newBuilder();
    private final LinearExprBuilder moved = LinearExpr.newBuilder();

    BestReplacement(
            RosterProblem problem,
            Roster roster,
            List<Visit> concerned,
            List<Visit> others,
            Map.Entry<String, DayOfWeek> away) {
        this.problem = problem;
        this.roster = roster;
        this.away = away;
        for (var visit : concerned) {
            var literals = literals(visit, false);
            model.addAtMostOne(literals.toArray(Literal[]::new));
            literals.forEach(placed::add);
        }
        for (var visit : others) {
            model.addExactlyOne(literals(visit, true).toArray(Literal[]::new));
            places.get(visit).stream()
                    .filter(place -> !place.when().equals(visit.when())
                            || !place.clinician().id().equals(String.valueOf(visit.clinician())))
                    .forEach(place -> moved.add(place.taken()));
        }
        var balance = LinearExpr.newBuilder().add(moved).addTerm(placed, -1);
        model.addLessOrEqual(balance, 0);
        problem.clients().forEach(this::client);
        problem.clinicians().forEach(this::clinician);
        offices();
        model.maximize(placed);
    }

    /** The proven number, or the best that was found in the time. */
    int placed() {
        var solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(SECONDS).setNumWorkers(1).setRandomSeed(1);
        var status = solver.solve(model);
        return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE
                ? (int) Math.round(solver.objectiveValue())
                : 0;
    }

    private List<BoolVar> literals(Visit visit, boolean keepsItsPlace) {
        var client = problem.clients().stream()
                .filter(each -> each.id().equals(visit.client().toString()))
                .findFirst()
                .orElseThrow();
        var kind = EngineWords.of(visit.kind());
        var found = new ArrayList<Place>();
        for (var clinician : problem.clinicians()) {
            for (var when : starts(visit.when().minutes())) {
                var is = keepsItsPlace
                        && when.equals(visit.when())
                        && clinician.id().equals(String.valueOf(visit.clinician()));
                if (is
                        || (clinician.mayHold(kind, client)
                                && client.careTeam().contains(clinician.id())
                                && client.availability().covers(when)
                                && works(clinician, when)
                                && blocksOf(client).stream().noneMatch(block -> block.overlapMinutes(when) > 0))) {
                    found.add(new Place(visit, client, clinician, when, model.newBoolVar("")));
                }
            }
        }
        places.put(visit, found);
        return found.stream().map(Place::taken).toList();
    }

    private static List<WeekWindow> starts(int minutes) {
        var starts = new ArrayList<WeekWindow>();
        for (var day : DayOfWeek.values()) {
            for (int start = 0; start + minutes <= 24 * 60; start += WeekWindow.GRID_MINUTES) {
                starts.add(new WeekWindow(day, start, start + minutes));
            }
        }
        return starts;
    }

    private boolean works(RosterClinician clinician, WeekWindow when) {
        return clinician.availability().covers(when)
                && !(clinician.id().equals(away.getKey()) && when.day() == away.getValue())
                && ledBy(clinician).stream().noneMatch(block -> block.overlapMinutes(when) > 0);
    }

    private List<WeekWindow> ledBy(RosterClinician clinician) {
        return problem.cohorts().stream()
                .filter(cohort ->
                        clinician.id().equals(roster.facilitatorByCohort().get(cohort.id())))
                .flatMap(cohort -> cohort.slots().stream())
                .toList();
    }

    private List<WeekWindow> blocksOf(RosterClient client) {
        return problem.cohorts().stream()
                .filter(cohort -> cohort.id().equals(roster.cohortByClient().get(client.id())))
                .flatMap(cohort -> cohort.slots().stream())
                .toList();
    }

    private List<Place> all() {
        return places.values().stream().flatMap(List::stream).toList();
    }

    /** At every quarter hour no more of these than so many. */
    private void atOnce(List<Place> some, int most) {
        Map<String, List<BoolVar>> byCell = new HashMap<>();
        for (var place : some) {
            for (int t = place.when().startMinute(); t < place.when().endMinute(); t += WeekWindow.GRID_MINUTES) {
                byCell.computeIfAbsent(place.when().day() + " " + t, cell -> new ArrayList<>())
                        .add(place.taken());
            }
        }
        byCell.values().forEach(cell -> model.addLessOrEqual(LinearExpr.sum(cell.toArray(BoolVar[]::new)), most));
    }

    private void client(RosterClient client) {
        var own = all().stream().filter(place -> place.client().equals(client)).toList();
        atOnce(own, 1);
        var days = LinearExpr.newBuilder();
        for (var day : DayOfWeek.values()) {
            var onDay = own.stream().filter(place -> place.when().day() == day).toList();
            Map<Object, List<BoolVar>> byVisit = new HashMap<>();
            var minutes = LinearExpr.newBuilder();
            for (var place : onDay) {
                byVisit.computeIfAbsent(EngineWords.of(place.visit().kind()).dailyVisit(), visit -> new ArrayList<>())
                        .add(place.taken());
                minutes.addTerm(place.taken(), place.when().minutes());
            }
            byVisit.values().forEach(alike -> model.addAtMostOne(alike.toArray(Literal[]::new)));
            var blocks = blocksOf(client).stream()
                    .filter(block -> block.day() == day)
                    .mapToInt(WeekWindow::minutes)
                    .sum();
            model.addLessOrEqual(minutes, client.limits().maxDayMinutes() - blocks);
            if (blocks > 0) {
                days.add(1);
            } else {
                var used = model.newBoolVar("");
                onDay.forEach(place -> model.addImplication(place.taken(), used));
                days.add(used);
            }
        }
        model.addLessOrEqual(days, client.limits().maxDays());
    }

    private void clinician(RosterClinician clinician) {
        var own = all().stream()
                .filter(place -> place.clinician().equals(clinician))
                .toList();
        atOnce(own, 1);
        var minutes = LinearExpr.newBuilder();
        own.forEach(place -> minutes.addTerm(place.taken(), place.when().minutes()));
        model.addLessOrEqual(
                minutes,
                clinician.maxMinutes()
                        - ledBy(clinician).stream()
                                .mapToInt(WeekWindow::minutes)
                                .sum());
    }

    private void offices() {
        atOnce(all().stream().filter(place -> !place.client().telehealth()).toList(), (int) problem.rooms().stream()
                .filter(room -> room.type() == RoomType.OFFICE)
                .count());
    }
}
