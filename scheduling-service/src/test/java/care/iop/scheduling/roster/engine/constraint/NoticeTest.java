package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeTest {

    private final Constraint rule = new Notice();

    @Test
    void whatStaysIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .seat("C1", "G1")
                .lead("G1", "T1")
                .publish(48);

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aSessionWithinTheNoticeMustNotMove() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .publish(34)
                .place("I1", "T1", "Wed 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void aSessionThatBeginsWhenTheNoticeEndsMayMove() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .publish(33)
                .place("I1", "T1", "Wed 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aSessionOfAClinicianWhoIsAwayMayMove() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .publish(48)
                .clinician("T1", t -> t.works("Wed 09:00-17:00"))
                .place("I1", "T2", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aClientStaysInAGroupThatMeetsSoon() {
        // given
        SampleWeek week = new SampleWeek()
                .seat("C1", "G1")
                .lead("G1", "T1")
                .publish(24)
                .seat("C1", "G2")
                .lead("G2", "T2");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void aFacilitatorStaysWithAGroupThatMeetsSoon() {
        // given
        SampleWeek week = new SampleWeek().lead("G1", "T1").publish(24).lead("G1", "T2");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void forcedChangesAreAllowed() {
        // given
        SampleWeek week = new SampleWeek().lead("G1", "T1").publish(0).lead("G1", "T2");

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
                .place("I1", "T1", "Tue 09:00-10:00")
                .publish(48)
                .without("I1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Session I1 of client C1, Tue 09:00–10:00, is too soon to be changed."),
                matches.stream().map(Match::explanation).toList());
    }
}
