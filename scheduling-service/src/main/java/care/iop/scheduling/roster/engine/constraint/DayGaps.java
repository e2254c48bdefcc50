package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.WeekWindow;
import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Idle time between appointments of one day. */
final class DayGaps extends Constraint {

    DayGaps() {
        super(Rule.GAP, Level.SOFT, "A client does not wait between two appointments of a day.", Weights::gap);
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.clients().flatMap(client -> {
            List<WeekWindow> appointments = view.appointmentsOf(client);
            return IntStream.range(1, appointments.size()).boxed().flatMap(i -> {
                WeekWindow later = appointments.get(i);
                int earlierEnd = appointments.subList(0, i).stream()
                        .filter(w -> w.day() == later.day())
                        .mapToInt(WeekWindow::endMinute)
                        .max()
                        .orElse(later.startMinute());
                int idle = later.startMinute() - earlierEnd;
                return idle <= 0
                        ? Stream.of()
                        : Stream.of(hourly(
                                view,
                                client.id(),
                                idle,
                                "Client %s waits %s before %s.".formatted(client.id(), hours(idle), later)));
            });
        });
    }
}
