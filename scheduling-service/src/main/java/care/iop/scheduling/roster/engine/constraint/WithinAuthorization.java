package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.stream.Stream;

/** What the payer has authorized is not exceeded, neither in hours nor in days. */
final class WithinAuthorization extends Constraint {

    WithinAuthorization() {
        super(Rule.AUTHORIZED_UNITS, "A client's week stays within the hours and days that are authorized.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.clients().flatMap(client -> Stream.concat(hours(view, client), days(view, client)));
    }

    private Stream<Match> hours(RosterView view, RosterClient client) {
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
    }

    private Stream<Match> days(RosterView view, RosterClient client) {
        int days = (int) view.daysOf(client);
        int authorized = client.limits().authorizedDays();
        return days <= authorized
                ? Stream.of()
                : Stream.of(counted(
                        view,
                        client.id(),
                        days - authorized,
                        "Client %s comes on %d days, authorized are %d.".formatted(client.id(), days, authorized)));
    }
}
