package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.constraint.RosterView.Visit;
import care.iop.scheduling.roster.engine.problem.RoomType;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.stream.Stream;

/** Offices at any moment. */
final class OfficeCapacity extends Constraint {

    OfficeCapacity() {
        super(Rule.OFFICE_CAPACITY, "No more sessions are held in person at once than there are offices.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        int rooms = Rooms.count(view, RoomType.OFFICE);
        Stream<WeekWindow> inPerson =
                view.visits().filter(v -> !v.client().telehealth()).map(Visit::when);
        return Rooms.shortages(inPerson, rooms)
                .map(shortage -> hourly(
                        view,
                        shortage.day().toString(),
                        shortage.minutes(),
                        "On %s, sessions lack an office for %s in all; there are %d."
                                .formatted(shortage.day(), hours(shortage.minutes()), rooms)));
    }
}
