package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hours of appointments on one day at most; five on an ordinary day. */
final class MaxDayHours extends Constraint {

    MaxDayHours() {
        super(Rule.MAX_DAY_HOURS, "A client has no more hours on a day than allowed.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.clients().flatMap(client -> {
            Map<DayOfWeek, Integer> minutesByDay = view.appointmentsOf(client).stream()
                    .collect(Collectors.groupingBy(
                            WeekWindow::day, TreeMap::new, Collectors.summingInt(WeekWindow::minutes)));
            int most = client.limits().maxDayMinutes();
            return minutesByDay.entrySet().stream()
                    .filter(day -> day.getValue() > most)
                    .map(day -> hourly(
                            view,
                            client.id(),
                            day.getValue() - most,
                            "Client %s has %s on %s, allowed are %s."
                                    .formatted(client.id(), hours(day.getValue()), day.getKey(), hours(most))));
        });
    }
}
