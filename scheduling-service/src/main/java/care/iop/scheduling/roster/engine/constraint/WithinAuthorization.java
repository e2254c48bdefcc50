package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.stream.Stream;

/** What the payer has authorized is not exceeded. */
final class WithinAuthorization extends Constraint {

    WithinAuthorization() {
        super(Rule.AUTHORIZED_UNITS, "A client's week stays within the hours that are authorized.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.clients().flatMap(client -> {
            int placed = view.appointmentsOf(client).stream()
                    .mapToInt(WeekWindow::minutes)
                    .sum();
            int authorized = client.limits().authorizedMinutes();
            return placed <= authorized
                    ? Stream.of()
                    : Stream.of(hourly(
                            view,
                            client.id(),
                            placed - authorized,
                            "Client %s has %s, authorized are %s."
                                    .formatted(client.id(), hours(placed), hours(authorized))));
        });
    }
}
