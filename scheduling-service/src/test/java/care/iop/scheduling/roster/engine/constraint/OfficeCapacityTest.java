package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.RoomType;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfficeCapacityTest {

    private final Constraint rule = new OfficeCapacity();

    @Test
    void asManySessionsAsOfficesAreFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .client("C2", c -> c.individual("I2"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .place("I2", "T2", "Tue 09:00-10:00", "O2");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void eachHourThatASessionLacksAnOfficeCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .client("C2", c -> c.individual("I2"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .place("I2", "T2", "Tue 09:30-10:30", null)
                .noRooms(RoomType.OFFICE)
                .room("O1", RoomType.OFFICE);

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0.5, points);
    }

    @Test
    void sessionsOneAfterTheOtherShareAnOffice() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .client("C2", c -> c.individual("I2"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .place("I2", "T2", "Tue 10:00-11:00")
                .noRooms(RoomType.OFFICE)
                .room("O1", RoomType.OFFICE);

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void telehealthNeedsNone() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.telehealth().individual("I1"))
                .place("I1", "T1", "Tue 09:00-10:00", null)
                .noRooms(RoomType.OFFICE);

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .client("C2", c -> c.individual("I2"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .place("I2", "T2", "Tue 09:30-10:30", null)
                .noRooms(RoomType.OFFICE)
                .room("O1", RoomType.OFFICE);

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("On TUESDAY, sessions lack an office for 0.5 h in all; there are 1."),
                matches.stream().map(Match::explanation).toList());
    }
}
