package care.iop.scheduling.roster.engine.constraint;

import java.util.stream.Stream;

/** Work, school, childcare and transport decide when a client can come. */
final class WithinClientAvailability extends Constraint {

    WithinClientAvailability() {
        super(Rule.CLIENT_AVAILABILITY, "Every appointment of a client lies in the client's available hours.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.clients().flatMap(client -> view.appointmentsOf(client).stream()
                .filter(when -> !client.availability().covers(when))
                .map(when -> hourly(
                        view,
                        client.id(),
                        client.availability().minutesOutside(when),
                        "Client %s is not available for all of %s.".formatted(client.id(), when))));
    }
}
