package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.SessionKind.DailyVisit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What one client's week already holds. */
final class OwnWeek {

    private final BitSet busy = new BitSet();
    private final int[] minutesByDay = new int[Grid.DAYS];
    private final int[] minutesByClinician;
    private final List<Set<DailyVisit>> visitsByDay = new ArrayList<>();

    OwnWeek(IndexedProblem problem, Week week) {
        minutesByClinician = new int[problem.clinicians.size()];
        for (int day = 0; day < Grid.DAYS; day++) {
            visitsByDay.add(EnumSet.noneOf(DailyVisit.class));
        }
        int cells = problem.grid.cells();
        if (week.cohort != Week.NONE) {
            IndexedCohort cohort = problem.cohorts.get(week.cohort);
            cohort.blocks.forEach(
                    block -> busy.set(block.day() * cells + block.start(), block.day() * cells + block.end()));
            for (int day = 0; day < Grid.DAYS; day++) {
                minutesByDay[day] += cohort.minutesOn(day);
            }
        }
        for (Pin pin : problem.clients.get(week.client).pins) {
            busy.set(pin.day() * cells + pin.start(), pin.day() * cells + pin.end());
            minutesByDay[pin.day()] += pin.minutes();
            visitsByDay.get(pin.day()).add(pin.visit());
        }
        for (SessionClass sessions : problem.clients.get(week.client).classes) {
            for (int session : sessions.sessions) {
                if (week.isPlaced(session)) {
                    int day = week.days[session];
                    int from = day * cells + week.starts[session];
                    busy.set(from, from + sessions.cells);
                    minutesByDay[day] += sessions.minutes;
                    minutesByClinician[week.clinicians[session]] += sessions.minutes;
                    visitsByDay.get(day).add(sessions.kind.dailyVisit());
                }
            }
        }
    }

    boolean isBusy(int weekCell) {
        return busy.get(weekCell);
    }

    int minutesOn(int day) {
        return minutesByDay[day];
    }

    int minutesWith(int clinician) {
        return minutesByClinician[clinician];
    }

    boolean has(int day, DailyVisit visit) {
        return visitsByDay.get(day).contains(visit);
    }
}
