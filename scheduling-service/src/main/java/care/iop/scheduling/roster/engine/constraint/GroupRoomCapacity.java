package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.constraint.RosterView.Group;
import care.iop.scheduling.roster.engine.problem.RoomType;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.stream.Stream;

/** Group rooms at any moment. */
final class GroupRoomCapacity extends Constraint {

    GroupRoomCapacity() {
        super(Rule.GROUP_ROOM_CAPACITY, "No more groups meet in person at once than there are group rooms.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        int rooms = Rooms.count(view, RoomType.GROUP);
        Stream<WeekWindow> blocks = view.openGroups()
                .map(Group::cohort)
                .filter(cohort -> !cohort.tele())
                .flatMap(cohort -> cohort.slots().stream());
        return Rooms.shortages(blocks, rooms)
                .map(shortage -> hourly(
                        view,
                        shortage.day().toString(),
                        shortage.minutes(),
                        "On %s, groups lack a group room for %s in all; there are %d."
                                .formatted(shortage.day(), hours(shortage.minutes()), rooms)));
    }
}
