package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.Credential;
import care.iop.scheduling.roster.engine.problem.Modality;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class FacilitatorCredentialTest {

    private final Constraint rule = new FacilitatorCredential();

    @Test
    void credentialAndModalityAreEnough() {
        // given
        SampleWeek week = new SampleWeek()
                .clinician("T1", t -> t.credentials(Credential.GROUP).modalities(Modality.CBT))
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void withoutTheGroupCredentialItCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .clinician("T1", t -> t.credentials(Credential.THERAPIST))
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void withoutTheGroupsModalityItCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .clinician("T1", t -> t.modalities(Modality.DBT))
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void aTraumaTrackNeedsATraumaInformedFacilitator() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G1", g -> g.traumaTrack())
                .clinician("T1", t -> t.modalities(Modality.CBT))
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void aTraumaInformedFacilitatorIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G1", g -> g.traumaTrack())
                .clinician("T1", t -> t.modalities(Modality.CBT, Modality.TRAUMA_INFORMED))
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .clinician("T1", t -> t.modalities(Modality.DBT))
                .lead("G1", "T1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Clinician T1 lacks what leading group G1 needs."),
                matches.stream().map(Match::explanation).toList());
    }
}
