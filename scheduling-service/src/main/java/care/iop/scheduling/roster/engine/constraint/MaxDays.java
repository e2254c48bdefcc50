package care.iop.scheduling.roster.engine.constraint;

import java.util.stream.Stream;

/** Days a week at most; five in an ordinary week. A weekend check-in is no day. */
final class MaxDays extends Constraint {

    MaxDays() {
        super(Rule.MAX_DAYS, "A client comes on no more days than allowed.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.clients().flatMap(client -> {
            long days = view.daysOf(client);
            int over = (int) days - client.limits().maxDays();
            return over <= 0
                    ? Stream.of()
                    : Stream.of(counted(
                            view,
                            client.id(),
                            over,
                            "Client %s comes on %d days, allowed are %d."
                                    .formatted(
                                            client.id(), days, client.limits().maxDays())));
        });
    }
}
