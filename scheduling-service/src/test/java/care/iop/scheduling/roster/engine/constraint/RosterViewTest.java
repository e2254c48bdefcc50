package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterViewTest {

    @ParameterizedTest
    @CsvSource({
        "client C9, C9, G1, T1, I1, T1, O1",
        "cohort G9, C1, G9, T1, I1, T1, O1",
        "clinician T9, C1, G1, T9, I1, T1, O1",
        "sessions that are not in the problem, C1, G1, T1, I9, T1, O1",
        "clinician T8, C1, G1, T1, I1, T8, O1",
        "room O9, C1, G1, T1, I1, T1, O9"
    })
    void refusesARosterThatSpeaksOfSomethingElse(
            String complaint,
            String client,
            String cohort,
            String facilitator,
            String session,
            String clinician,
            String room) {
        // given
        SampleWeek known = new SampleWeek().client("C1", c -> c.individual("I1"));
        Roster roster = new SampleWeek()
                .seat(client, cohort)
                .lead("G1", facilitator)
                .place(session, clinician, "Tue 09:00-10:00", room)
                .roster();

        // when
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> RosterConstraints.score(known.problem(), roster));

        // then
        assertTrue(refused.getMessage().contains(complaint), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"Tue 09:00-09:45", "Tue 09:00-10:15"})
    void refusesASessionOfAnotherLength(String window) {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.individual("I1")).place("I1", "T1", window);

        // when
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> RosterConstraints.score(week.problem(), week.roster()));

        // then
        assertTrue(refused.getMessage().contains("lasts 60 minutes"), refused.getMessage());
    }
}
