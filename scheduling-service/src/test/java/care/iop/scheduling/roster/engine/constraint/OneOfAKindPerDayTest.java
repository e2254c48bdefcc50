package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneOfAKindPerDayTest {

    private final Constraint rule = new OneOfAKindPerDay();

    @Test
    void oneOfEachKindOnADayIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1")
                        .session("F1", SessionKind.FAMILY, 60)
                        .session("M1", SessionKind.MEDICATION, 15))
                .place("I1", "T1", "Tue 09:00-10:00")
                .place("F1", "T1", "Tue 10:00-11:00")
                .place("M1", "T1", "Tue 11:00-11:15");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void twoIndividualSessionsOnADayCount() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1").individual("I2"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .place("I2", "T1", "Tue 15:00-16:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void twoIndividualSessionsOnTwoDaysAreFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1").individual("I2"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .place("I2", "T1", "Wed 15:00-16:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aFamilyAndAVocationalSessionOnADayCountAsTheSame() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.session("F1", SessionKind.FAMILY, 60).session("V1", SessionKind.VOCATIONAL, 60))
                .place("F1", "T1", "Tue 09:00-10:00")
                .place("V1", "T1", "Tue 10:00-11:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1").individual("I2"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .place("I2", "T1", "Tue 15:00-16:00");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Client C1 has 2 sessions of kind INDIVIDUAL on TUESDAY."),
                matches.stream().map(Match::explanation).toList());
    }
}
