package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.RoomType;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupRoomCapacityTest {

    private final Constraint rule = new GroupRoomCapacity();

    @Test
    void asManyGroupsAsRoomsAreFine() {
        // given
        SampleWeek week =
                new SampleWeek().cohort("G2", g -> {}).lead("G1", "T1").lead("G2", "T2", "R2");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void eachHourThatAGroupLacksARoomCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G2", g -> g.meets("Mon 11:00-13:00"))
                .lead("G1", "T1")
                .lead("G2", "T2", null)
                .noRooms(RoomType.GROUP)
                .room("R1", RoomType.GROUP);

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void groupsOneAfterTheOtherShareARoom() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G2", g -> g.meets("Mon 12:00-13:00"))
                .lead("G1", "T1")
                .lead("G2", "T2")
                .noRooms(RoomType.GROUP)
                .room("R1", RoomType.GROUP);

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void videoGroupsNeedNone() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G1", g -> g.tele())
                .lead("G1", "T1", null)
                .noRooms(RoomType.GROUP);

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void groupsThatAreNotOpenNeedNone() {
        // given
        SampleWeek week = new SampleWeek().noRooms(RoomType.GROUP);

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G2", g -> g.meets("Mon 11:00-13:00"))
                .lead("G1", "T1")
                .lead("G2", "T2", null)
                .noRooms(RoomType.GROUP)
                .room("R1", RoomType.GROUP);

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("On MONDAY, groups lack a group room for 1 h in all; there are 1."),
                matches.stream().map(Match::explanation).toList());
    }
}
