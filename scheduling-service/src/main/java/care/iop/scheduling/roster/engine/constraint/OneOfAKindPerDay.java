package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.SessionKind.DailyVisit;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Sessions of one kind are spread over the week. */
final class OneOfAKindPerDay extends Constraint {

    OneOfAKindPerDay() {
        super(
                Rule.SAME_KIND_SAME_DAY,
                "A client has at most one individual, one family or vocational, and one medication session a day.");
    }

    private record DayAndKind(DayOfWeek day, DailyVisit visit) {}

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.clients().flatMap(client -> {
            Map<DayAndKind, Integer> count = new LinkedHashMap<>();
            view.visitsOf(client)
                    .forEach(v -> count.merge(
                            new DayAndKind(v.when().day(), v.session().kind().dailyVisit()), 1, Integer::sum));
            return count.entrySet().stream()
                    .filter(each -> each.getValue() > 1)
                    .map(each -> counted(
                            view,
                            client.id(),
                            each.getValue() - 1,
                            "Client %s has %d sessions of kind %s on %s."
                                    .formatted(
                                            client.id(),
                                            each.getValue(),
                                            each.getKey().visit(),
                                            each.getKey().day())));
        });
    }
}
