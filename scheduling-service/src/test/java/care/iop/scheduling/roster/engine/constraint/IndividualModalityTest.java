package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.Modality;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndividualModalityTest {

    private final Constraint rule = new IndividualModality();

    @Test
    void aClinicianOfThePreferredModalityIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.prefers(Modality.DBT).individual("I1"))
                .clinician("T1", t -> t.modalities(Modality.DBT))
                .place("I1", "T1", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aClinicianOfAnotherCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.prefers(Modality.DBT).individual("I1"))
                .clinician("T1", t -> t.modalities(Modality.CBT))
                .place("I1", "T1", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(4, points);
    }

    @Test
    void withoutAPreferenceAnyoneIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .clinician("T1", t -> t.modalities(Modality.CBT))
                .place("I1", "T1", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void otherKindsOfSessionsAreNotAsked() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.prefers(Modality.DBT).session("F1", SessionKind.FAMILY, 60))
                .clinician("T1", t -> t.modalities(Modality.CBT))
                .place("F1", "T1", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.prefers(Modality.DBT).individual("I1"))
                .clinician("T1", t -> t.modalities(Modality.CBT))
                .place("I1", "T1", "Tue 09:00-10:00");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Session I1 of client C1 is with T1, who lacks the preferred modality DBT."),
                matches.stream().map(Match::explanation).toList());
    }
}
