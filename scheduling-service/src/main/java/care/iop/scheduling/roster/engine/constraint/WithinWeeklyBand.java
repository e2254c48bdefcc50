package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.constraint.RosterView.Group;
import care.iop.scheduling.roster.engine.problem.SessionToPlace;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import care.iop.scheduling.roster.engine.problem.WeeklyBand;
import java.util.List;
import java.util.stream.Stream;

/** Placed hours never exceed the band. The lower end is asked of the complete week, so that a week that still waits for a
 * group or a session is reported as incomplete, not as too short. */
final class WithinWeeklyBand extends Constraint {

    WithinWeeklyBand() {
        super(Rule.WEEKLY_HOURS, "A client's week keeps to the prescribed hours.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.clients().flatMap(client -> {
            List<WeekWindow> appointments = view.appointmentsOf(client);
            if (appointments.isEmpty()) {
                return Stream.of();
            }
            WeeklyBand band = client.limits().band();
            int placed = appointments.stream().mapToInt(WeekWindow::minutes).sum();
            if (placed > band.maxMinutes()) {
                return Stream.of(hourly(
                        view,
                        client.id(),
                        placed - band.maxMinutes(),
                        "Client %s has %s, prescribed are at most %s."
                                .formatted(client.id(), hours(placed), hours(band.maxMinutes()))));
            }
            Group group = view.groupOf(client);
            int complete = (group == null ? 0 : group.cohort().weeklyMinutes())
                    + client.sessions().stream()
                            .mapToInt(SessionToPlace::minutes)
                            .sum();
            boolean groupIsWaiting = client.needsGroup() && group == null;
            return groupIsWaiting || complete >= band.minMinutes()
                    ? Stream.of()
                    : Stream.of(hourly(
                            view,
                            client.id(),
                            band.minMinutes() - complete,
                            "Client %s has %s when everything is placed, prescribed are at least %s."
                                    .formatted(client.id(), hours(complete), hours(band.minMinutes()))));
        });
    }
}
