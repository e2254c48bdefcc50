package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client's week that was not searched for but given: the published one. */
final class GivenWeek {

    private final IndexedProblem problem;
    private final IndexedClient indexed;
    private final int cohort;
    private final int[] clinicians;
    private final int[] days;
    private final int[] starts;

    private GivenWeek(IndexedProblem problem, int client) {
        this.problem = problem;
        this.indexed = problem.clients.get(client);
        int published = indexed.publishedCohort;
        this.cohort = Arrays.binarySearch(indexed.cohorts, published) >= 0 ? published : Week.NONE;
        int sessions = indexed.source.sessions().size();
        this.clinicians = new int[sessions];
        this.days = new int[sessions];
        this.starts = new int[sessions];
        Arrays.fill(clinicians, Week.NONE);
        for (Pin pin : indexed.pins) {
            put(pin.session(), pin.clinician(), pin.day(), pin.start());
        }
        for (SessionClass alike : indexed.classes) {
            for (SessionClass.Place place : alike.published) {
                if (Arrays.binarySearch(alike.clinicians, place.clinician()) >= 0) {
                    put(place.session(), place.clinician(), place.day(), place.start());
                }
            }
        }
    }

    private void put(int session, int clinician, int day, int start) {
        clinicians[session] = clinician;
        days[session] = day;
        starts[session] = start;
    }

    /** The week as published, absent when it is none that the rules about the client alone allow. */
    static @Nullable Week published(IndexedProblem problem, int client) {
        GivenWeek given = new GivenWeek(problem, client);
        long cost = given.ownCost();
        return cost >= Cost.IMPOSSIBLE
                ? null
                : Week.of(client, given.cohort, given.clinicians, given.days, given.starts, cost);
    }

    private long ownCost() {
        IndexedCohort group = cohort == Week.NONE ? null : problem.cohorts.get(cohort);
        long cost = indexed.constantCost + indexed.cohortCost(cohort);
        int minutes = group == null ? 0 : group.minutes;
        int used = 0;
        for (int day = 0; day < Grid.DAYS; day++) {
            List<IndexedCohort.Block> blocks = indexed.blocksOn(day, group);
            if (blocks == null) {
                return Cost.IMPOSSIBLE;
            }
            List<IndexedCohort.Block> all = new ArrayList<>(blocks);
            int onDay = indexed.minutesOn(day, group);
            int visits = indexed.pinnedVisitsOn(day);
            for (SessionClass alike : indexed.classes) {
                for (int session : alike.sessions) {
                    if (clinicians[session] != Week.NONE && days[session] == day) {
                        int end = starts[session] + alike.cells;
                        int bit = DaySubsets.bit(alike.kind.dailyVisit());
                        if ((visits & bit) != 0 || !isAvailable(session, day, alike.cells)) {
                            return Cost.IMPOSSIBLE;
                        }
                        visits |= bit;
                        onDay += alike.minutes;
                        all.add(new IndexedCohort.Block(day, starts[session], end));
                        cost += sessionCost(alike, session, end);
                    }
                }
            }
            long gaps = gaps(all);
            if (gaps < 0 || (onDay > indexed.source.limits().maxDayMinutes() && all.size() > blocks.size())) {
                return Cost.IMPOSSIBLE;
            }
            cost += gaps;
            used += indexed.countsAsDay(day, onDay) ? 1 : 0;
        }
        minutes += indexed.pinnedMinutes;
        for (SessionClass alike : indexed.classes) {
            for (int session : alike.sessions) {
                minutes += clinicians[session] == Week.NONE ? 0 : alike.minutes;
                cost += clinicians[session] == Week.NONE ? alike.unplacedCost : 0;
            }
        }
        if (used > indexed.mostDays || minutes > indexed.mostMinutes || !indexed.sessionsMakeAWeek()) {
            return Cost.IMPOSSIBLE;
        }
        int distance = Math.abs(used - indexed.source.preferences().targetDays());
        return cost + Cost.soft((long) distance * problem.source.weights().days());
    }

    private boolean isAvailable(int session, int day, int cells) {
        int from = day * problem.grid.cells() + starts[session];
        return indexed.availableRun[from] >= cells;
    }

    private long sessionCost(SessionClass alike, int session, int end) {
        int choice = Arrays.binarySearch(alike.clinicians, clinicians[session]);
        long track = indexed.isOnTrack(starts[session], end)
                ? 0
                : Cost.soft(problem.source.weights().sessionTrack());
        return alike.clinicianCosts[choice] + track - problem.savedByStaying(true);
    }

    /** What the idle time between appointments of a day costs, negative when two overlap. */
    private long gaps(List<IndexedCohort.Block> day) {
        day.sort((one, other) -> Integer.compare(one.start(), other.start()));
        int idle = 0;
        for (int i = 1; i < day.size(); i++) {
            int gap = day.get(i).start() - day.get(i - 1).end();
            if (gap < 0) {
                return -1;
            }
            idle += gap;
        }
        return (long) idle * problem.source.weights().gap() * problem.grid.cellMinutes() / WeekWindow.GRID_MINUTES;
    }
}
