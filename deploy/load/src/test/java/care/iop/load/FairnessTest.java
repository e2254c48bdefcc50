package care.iop.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import care.iop.load.Fairness.Unfairness;
import care.iop.scheduling.roster.engine.Limits;
import care.iop.scheduling.roster.engine.RosterEngine;
import care.iop.scheduling.roster.engine.RosterResult;
import care.iop.scheduling.roster.engine.constraint.Level;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.exchange.RosterExchange;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FairnessTest {

    /** One group and two clients who both could be in it. */
    private static RosterProblem two(int priorityOfFirst, int priorityOfSecond, String hoursOfFirst) throws Exception {
        String client = """
                {"id": "%s", "gender": "F", "trauma": false, "teleOnly": false, "telehealth": false, "priority": %d,
                 "team": [], "avail": [%s], "targetDays": 1, "maxDays": 5, "maxDayHours": 5, "sessions": []}""";
        return RosterExchange.readProblem(new ObjectMapper().readTree("""
                {"clinicians": [{"id": "T1", "credentials": ["GROUP"], "modalities": ["CBT"], "avail": [[0, 8, 17]],
                                 "maxHours": 20, "targetHours": 20}],
                 "cohorts": [{"id": "G1", "track": "M", "slots": [[0, 9, 12]], "gender": "ANY", "trauma": false, "modality": "CBT",
                              "tele": false, "capacity": 1, "minSize": 1}],
                 "clients": [%s, %s], "rooms": [{"id": "R1", "type": "GROUP"}]}""".formatted(
                        client.formatted("C1", priorityOfFirst, hoursOfFirst),
                        client.formatted("C2", priorityOfSecond, "[0, 8, 17]"))));
    }

    private static final Roster SECOND_HAS_THE_SEAT =
            Roster.of(Map.of("C2", "G1"), Map.of("G1", "T1"), Map.of("G1", List.of("R1")), Map.of());

    @Test
    void aSeatOfLowerPriorityThatWouldDoIsUnfair() throws Exception {
        // given
        RosterProblem problem = two(3, 1, "[0, 8, 17]");

        // when
        List<Unfairness> unfair = new Fairness(problem, SECOND_HAS_THE_SEAT).unfair();

        // then
        assertEquals(List.of(new Unfairness("C1", "C2", "G1")), unfair);
    }

    @Test
    void aSeatOfEqualPriorityIsFair() throws Exception {
        // given
        RosterProblem problem = two(2, 2, "[0, 8, 17]");

        // when
        List<Unfairness> unfair = new Fairness(problem, SECOND_HAS_THE_SEAT).unfair();

        // then
        assertEquals(List.of(), unfair);
    }

    @Test
    void aSeatAtHoursThatDoNotSuitIsFair() throws Exception {
        // given
        RosterProblem problem = two(3, 1, "[0, 10, 17]");

        // when
        List<Unfairness> unfair = new Fairness(problem, SECOND_HAS_THE_SEAT).unfair();

        // then
        assertEquals(List.of(), unfair);
    }

    @Test
    void inADrawnWeekInWhichAFifthMoreIsAskedForThoseOfLowPriorityWait() {
        // given
        ObjectNode week = RosterDraw.week(40, 1.2, 1);
        RosterProblem problem = RosterExchange.readProblem(week);

        // when
        RosterResult result = new RosterEngine().solve(problem, new Limits(2_000, Duration.ofMinutes(1), 1));

        // then
        Fairness fairness = new Fairness(problem, result.roster());
        assertEquals(0, result.score().points(Level.HARD));
        assertEquals(List.of(), fairness.unfair());
        assertTrue(result.score().points(Level.MEDIUM) > 0, "somebody has to wait");
        assertEquals(week, RosterDraw.week(40, 1.2, 1), "the same seed draws the same week");
    }
}
