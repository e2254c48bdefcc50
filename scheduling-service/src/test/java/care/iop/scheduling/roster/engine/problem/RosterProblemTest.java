package care.iop.scheduling.roster.engine.problem;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RosterProblemTest {

    @Test
    void theSampleIsSound() {
        // given
        SampleWeek sample = new SampleWeek();

        // when
        RosterProblem problem = assertDoesNotThrow(sample::problem);

        // then
        assertEquals(1, problem.clients().size());
    }

    static Stream<Arguments> unsound() {
        return Stream.of(
                Arguments.of("every 20", new SampleWeek().startEvery(20)),
                Arguments.of("Room R1 is there twice", new SampleWeek().room("R1", RoomType.OFFICE)),
                Arguments.of(
                        "Session I1 is there twice",
                        new SampleWeek().client("C1", c -> c.individual("I1")).client("C2", c -> c.individual("I1"))),
                Arguments.of("track NIGHT", new SampleWeek().cohort("G1", g -> g.track("NIGHT"))),
                Arguments.of("facilitator T9", new SampleWeek().cohort("G1", g -> g.facilitator("T9"))),
                Arguments.of("track NIGHT", new SampleWeek().client("C1", c -> c.prefers("NIGHT"))),
                Arguments.of("primary therapist T9", new SampleWeek().client("C1", c -> c.primary("T9"))),
                Arguments.of("care team member T9", new SampleWeek().client("C1", c -> c.careTeam("T9"))),
                Arguments.of("no-contact client C9", new SampleWeek().client("C1", c -> c.mustNotMeet("C9"))));
    }

    @ParameterizedTest
    @MethodSource("unsound")
    void refusesWhatDoesNotFitTogether(String complaint, SampleWeek sample) {
        // given
        SampleWeek unsound = sample;

        // when
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, unsound::problem);

        // then
        assertTrue(refused.getMessage().contains(complaint), refused.getMessage());
    }

    static Stream<Arguments> outOfRange() {
        return Stream.of(
                Arguments.of("priority", new SampleWeek().client("C1", c -> c.priority(0))),
                Arguments.of("priority", new SampleWeek().client("C1", c -> c.priority(4))),
                Arguments.of("days", new SampleWeek().client("C1", c -> c.maxDays(0))),
                Arguments.of("days", new SampleWeek().client("C1", c -> c.maxDays(8))),
                Arguments.of("minutes a day", new SampleWeek().client("C1", c -> c.maxDayMinutes(0))),
                Arguments.of("wish for", new SampleWeek().client("C1", c -> c.targetDays(8))),
                Arguments.of("seat at least one", new SampleWeek().cohort("G1", g -> g.capacity(0))),
                Arguments.of("seat at least one", new SampleWeek().cohort("G1", g -> g.minSize(13))),
                Arguments.of("at least once", new SampleWeek().cohort("G1", CohortDraft::meets)),
                Arguments.of(
                        "twice at once",
                        new SampleWeek().cohort("G1", g -> g.meets("Mon 09:00-12:00", "Mon 11:45-13:00"))),
                Arguments.of("non-negative", new SampleWeek().clinician("T1", t -> t.maxMinutes(-1))),
                Arguments.of("non-negative", new SampleWeek().clinician("T1", t -> t.targetMinutes(-1))),
                Arguments.of("twice", new SampleWeek().client("C1", c -> c.individual("I1")
                        .individual("I1"))),
                Arguments.of("at most 12 sessions", new SampleWeek().client("C1", c -> {
                            for (int i = 0; i < 13; i++) {
                                c.individual("I" + i);
                            }
                        })));
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void refusesWhatIsOutOfRange(String complaint, SampleWeek sample) {
        // given
        SampleWeek outOfRange = sample;

        // when
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, outOfRange::problem);

        // then
        assertTrue(refused.getMessage().contains(complaint), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -15, 20, 495})
    void refusesASessionThatIsOffTheGridOrEndless(int minutes) {
        // given
        SessionKind kind = SessionKind.FAMILY;

        // when
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new SessionToPlace("F1", kind, minutes));

        // then
        assertTrue(refused.getMessage().contains(minutes + " minutes"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"1185, false", "1200, true", "1215, true"})
    void twentyHoursAreThePartialHospitalizationThreshold(int minutes, boolean reached) {
        // given
        WeeklyBand intensiveOutpatient = WeeklyBand.LEVEL_2_1;

        // when
        boolean reaches = intensiveOutpatient.reachesPhpThreshold(minutes);

        // then
        assertEquals(reached, reaches);
        assertEquals(false, WeeklyBand.LEVEL_2_5.reachesPhpThreshold(minutes));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "2, 1"})
    void refusesABandThatIsNegativeOrUpsideDown(int min, int max) {
        // given
        int lower = min;

        // when
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new WeeklyBand(lower, max));

        // then
        assertTrue(refused.getMessage().contains(min + " to " + max), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2", "1, 0, 2", "1, 1, -1", "1, 1, 1001"})
    void refusesWeightsThatMakeNoSense(int cohortUnassigned, int sessionUnassigned, int soft) {
        // given
        int each = soft;

        // when
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new Weights(
                        cohortUnassigned,
                        sessionUnassigned,
                        each,
                        each,
                        each,
                        each,
                        each,
                        each,
                        each,
                        each,
                        each,
                        each,
                        each,
                        each));

        // then
        assertTrue(refused.getMessage().contains("eigh"), refused.getMessage());
    }
}
