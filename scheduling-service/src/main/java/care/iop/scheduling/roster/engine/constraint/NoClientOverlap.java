package care.iop.scheduling.roster.engine.constraint;

import java.util.stream.Stream;

/** No two appointments of a client at once. */
final class NoClientOverlap extends Constraint {

    NoClientOverlap() {
        super(Rule.CLIENT_OVERLAP, "A client is in one place at a time.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.clients().flatMap(client -> Overlaps.among(view.appointmentsOf(client))
                .map(overlap -> hourly(
                        view,
                        client.id(),
                        overlap.minutes(),
                        "Client %s has %s and %s at once.".formatted(client.id(), overlap.first(), overlap.second()))));
    }
}
