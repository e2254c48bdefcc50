package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.constraint.RosterView.Group;
import care.iop.scheduling.roster.engine.problem.RoomType;
import java.util.stream.Stream;

/** The right kind of room. */
final class RightRoom extends Constraint {

    RightRoom() {
        super(Rule.ROOM_TYPE, "A session in person has an office, and each block of a group in person a group room.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        Stream<Match> sessions = view.visits()
                .filter(v -> !v.client().telehealth())
                .filter(v -> v.room() == null || v.room().type() != RoomType.OFFICE)
                .map(v -> counted(
                        view,
                        v.client().id(),
                        1,
                        "Session %s of client %s has no office."
                                .formatted(v.session().id(), v.client().id())));
        Stream<Match> blocks = view.openGroups()
                .filter(g -> !g.cohort().tele())
                .filter(g -> blocksWithoutGroupRoom(g) > 0)
                .map(g -> counted(
                        view,
                        g.cohort().id(),
                        blocksWithoutGroupRoom(g),
                        "Group %s has no group room for %d of its blocks."
                                .formatted(g.cohort().id(), blocksWithoutGroupRoom(g))));
        return Stream.concat(sessions, blocks);
    }

    private static int blocksWithoutGroupRoom(Group group) {
        int blocks = group.cohort().slots().size();
        long right = group.rooms().stream()
                .limit(blocks)
                .filter(room -> room.type() == RoomType.GROUP)
                .count();
        return blocks - (int) right;
    }
}
