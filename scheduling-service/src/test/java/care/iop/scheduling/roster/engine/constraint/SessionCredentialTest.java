package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.Credential;
import care.iop.scheduling.roster.engine.problem.Modality;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionCredentialTest {

    private final Constraint rule = new SessionCredential();

    @Test
    void theCredentialOfTheKindIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .clinician("T1", t -> t.credentials(Credential.THERAPIST))
                .place("I1", "T1", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void anotherCredentialCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .clinician("T1", t -> t.credentials(Credential.FAMILY))
                .place("I1", "T1", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void aTraumaClientsIndividualSessionNeedsATraumaInformedClinician() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.trauma().individual("I1"))
                .clinician("T1", t -> t.modalities(Modality.CBT))
                .place("I1", "T1", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void aTraumaClientsFamilySessionDoesNot() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.trauma().session("F1", SessionKind.FAMILY, 60))
                .clinician("T1", t -> t.modalities(Modality.CBT))
                .place("F1", "T1", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aTraumaInformedTherapistIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.trauma().individual("I1"))
                .clinician("T1", t -> t.modalities(Modality.TRAUMA_INFORMED))
                .place("I1", "T1", "Tue 09:00-10:00");

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
                .clinician("T1", t -> t.credentials(Credential.FAMILY))
                .place("I1", "T1", "Tue 09:00-10:00");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Clinician T1 lacks what the INDIVIDUAL session I1 of client C1 needs."),
                matches.stream().map(Match::explanation).toList());
    }
}
