package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.stream.Stream;

/** Days a week as the client wishes. */
final class TargetDays extends Constraint {

    TargetDays() {
        super(Rule.DAYS, Level.SOFT, "A client comes on the wished number of days.", Weights::days);
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.clients().flatMap(client -> {
            long days = view.daysOf(client);
            int distance = Math.abs((int) days - client.preferences().targetDays());
            return distance == 0
                    ? Stream.of()
                    : Stream.of(counted(
                            view,
                            client.id(),
                            distance,
                            "Client %s comes on %d days instead of %d."
                                    .formatted(
                                            client.id(),
                                            days,
                                            client.preferences().targetDays())));
        });
    }
}
