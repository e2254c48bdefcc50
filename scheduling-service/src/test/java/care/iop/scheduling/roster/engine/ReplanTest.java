package care.iop.scheduling.roster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import care.iop.scheduling.roster.engine.constraint.Level;
import care.iop.scheduling.roster.engine.constraint.RosterConstraints;
import care.iop.scheduling.roster.engine.constraint.Score;
import care.iop.scheduling.roster.engine.problem.PlacedSession;
import care.iop.scheduling.roster.engine.problem.PublishedWeek;
import care.iop.scheduling.roster.engine.problem.RoomType;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import care.iop.scheduling.roster.engine.problem.SessionToPlace;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplanTest {

    private static final Limits LIMITS = new Limits(200, Duration.ofMinutes(1), 7);
    private static final Freedom NOTHING = Freedom.ofClients(Set.of());

    private final RosterEngine engine = new RosterEngine();

    private static PlacedSession session(RosterResult result, String id) {
        PlacedSession placed = result.roster().sessions().get(id);
        if (placed == null) {
            throw new AssertionError(id + " has no place: " + result.unassigned());
        }
        return placed;
    }

    /** Two clients in a group of T1, each with one session a week. */
    private static SampleWeek published() {
        return new SampleWeek()
                .client("C1", c -> c.primary(null).individual("I1"))
                .client("C2", c -> c.primary(null).individual("I2"))
                .seat("C1", "G1")
                .seat("C2", "G1")
                .lead("G1", "T1")
                .place("I1", "T1", "Tue 09:00-10:00", "O1")
                .place("I2", "T2", "Thu 11:00-12:00", "O2");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whereNothingMayMoveAndNothingIsAmissNothingMoves(long seed) {
        // given
        RosterProblem problem = RandomWeeks.programWithEveryRule(seed, 20);
        Roster roster = engine.solve(problem, LIMITS).roster();

        // when
        RosterResult result = engine.replan(problem, roster, NOTHING, LIMITS);

        // then
        assertEquals(roster.cohortByClient(), result.roster().cohortByClient());
        assertEquals(roster.facilitatorByCohort(), result.roster().facilitatorByCohort());
        assertEquals(roster.roomsByCohort(), result.roster().roomsByCohort());
        assertEquals(roster.sessions(), result.roster().sessions());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whoMayNotMoveStaysAndTheScoreIsTheFullCount(long seed) {
        // given
        RosterProblem before = RandomWeeks.programWithEveryRule(seed, 20);
        Roster roster = engine.solve(before, LIMITS).roster();
        RosterProblem problem = RandomWeeks.disturbed(seed, before).after(new PublishedWeek(roster, 1440));
        Set<String> free = Set.of("C1", "C2", "C3");

        // when
        RosterResult result = engine.replan(problem, roster, Freedom.ofClients(free), LIMITS);

        // then
        assertEquals(0, result.score().points(Level.HARD), () -> RosterConstraints.matches(problem, result.roster())
                .toString());
        assertEquals(RosterConstraints.score(problem, result.roster()), result.score());
        for (RosterClient client : problem.clients()) {
            for (SessionToPlace session : client.sessions()) {
                PlacedSession placed = roster.sessions().get(session.id());
                if (!free.contains(client.id())
                        && placed != null
                        && PublishedWeek.isStillPossible(problem, client, placed)) {
                    PlacedSession now = session(result, session.id());
                    assertEquals(placed.when(), now.when());
                    assertEquals(placed.clinicianId(), now.clinicianId());
                }
            }
        }
    }

    @Test
    void aClinicianWhoIsAwayForADayMovesNobodyElse() {
        // given
        SampleWeek week = published();
        Roster roster = week.roster();
        week.clinician("T1", t -> t.works("Mon 08:00-21:00", "Wed 08:00-21:00", "Fri 08:00-21:00"));

        // when
        RosterResult result = engine.replan(week.problem(), roster, NOTHING, LIMITS);

        // then
        assertEquals(roster.cohortByClient(), result.roster().cohortByClient());
        assertEquals(roster.facilitatorByCohort(), result.roster().facilitatorByCohort());
        assertEquals(roster.sessions().get("I2"), session(result, "I2"));
        assertEquals(
                SampleWeek.window("Tue 09:00-10:00"), session(result, "I1").when(), "a substitute is a smaller change");
        assertEquals("T2", session(result, "I1").clinicianId());
    }

    @Test
    void onlyASessionThatIsFreeMoves() {
        // given
        SampleWeek week = published().client("C1", c -> c.primary("T2")).client("C2", c -> c.primary("T1"));
        Roster roster = week.roster();

        // when
        RosterResult result =
                engine.replan(week.problem(), roster, Freedom.of(Set.of(), Set.of("I1"), Set.of()), LIMITS);

        // then
        assertEquals("T2", session(result, "I1").clinicianId(), "continuity weighs more than the change");
        assertEquals(roster.sessions().get("I2"), session(result, "I2"));
    }

    @Test
    void aGroupThatLostItsFacilitatorGetsAnotherAndKeepsItsMembers() {
        // given
        SampleWeek week = published();
        Roster roster = week.roster();
        week.clinician("T1", t -> t.works("Tue 08:00-21:00"));

        // when
        RosterResult result = engine.replan(week.problem(), roster, NOTHING, LIMITS);

        // then
        assertEquals(Map.of("G1", "T2"), result.roster().facilitatorByCohort());
        assertEquals(roster.cohortByClient(), result.roster().cohortByClient());
        assertEquals(roster.sessions(), result.roster().sessions());
    }

    @Test
    void aGroupThatNobodyCanLeadLeavesItsMembersWaitingWithTheReason() {
        // given
        SampleWeek week = published();
        Roster roster = week.roster();
        week.clinician("T1", t -> t.works("Tue 08:00-21:00")).clinician("T2", t -> t.works("Thu 08:00-21:00"));

        // when
        RosterResult result = engine.replan(week.problem(), roster, NOTHING, LIMITS);

        // then
        assertEquals(Map.of(), result.roster().cohortByClient());
        assertEquals(2, result.unassigned().size());
        assertEquals(roster.sessions(), result.roster().sessions());
    }

    @Test
    void aLostOfficeMovesOnlyTheSessionInItWhenNoOtherIsFree() {
        // given
        SampleWeek week = published().place("I2", "T2", "Tue 09:00-10:00", "O2");
        Roster roster = week.roster();
        week.noRooms(RoomType.OFFICE).room("O1", RoomType.OFFICE);

        // when
        RosterResult result = engine.replan(week.problem(), roster, NOTHING, LIMITS);

        // then
        assertEquals(roster.sessions().get("I1"), session(result, "I1"));
        assertEquals(0, result.score().points(Level.HARD));
        assertEquals(0, session(result, "I2").when().overlapMinutes(SampleWeek.window("Tue 09:00-10:00")));
    }

    @Test
    void aNewClientIsPlacedAndNobodyElseMoves() {
        // given
        SampleWeek week = published();
        Roster roster = week.roster();
        week.client("C3", c -> c.individual("I3"));

        // when
        RosterResult result = engine.replan(week.problem(), roster, Freedom.ofClients(Set.of("C3")), LIMITS);

        // then
        assertEquals("G1", result.roster().cohortByClient().get("C3"));
        session(result, "I3");
        TreeMap<String, PlacedSession> rest = new TreeMap<>(result.roster().sessions());
        rest.remove("I3");
        assertEquals(roster.sessions(), rest);
    }

    @Test
    void aPinnedSeatIsKeptFreeForItsClient() {
        // given
        SampleWeek week = published().cohort("G1", g -> g.capacity(2));
        Roster roster = week.roster();
        week.client("C3", c -> c.priority(3));

        // when
        RosterResult result =
                engine.replan(week.problem(), roster, Freedom.of(Set.of("C3"), Set.of("I1", "I2"), Set.of()), LIMITS);

        // then
        assertEquals(roster.cohortByClient(), result.roster().cohortByClient());
        assertNull(result.roster().cohortByClient().get("C3"));
    }

    @Test
    void theNoticeHoldsEvenWhatIsFree() {
        // given
        SampleWeek week = published().client("C1", c -> c.primary("T2")).publish(48);
        Roster roster = week.roster();

        // when
        RosterResult result = engine.replan(week.problem(), roster, Freedom.EVERYTHING, LIMITS);
        RosterResult later =
                engine.replan(week.problem().after(PublishedWeek.of(roster)), roster, Freedom.EVERYTHING, LIMITS);

        // then
        assertEquals(roster.sessions().get("I1"), session(result, "I1"));
        assertEquals("T2", session(later, "I1").clinicianId());
    }

    @Test
    void withinTheNoticeWhatCannotStayMayMove() {
        // given
        SampleWeek week = published().publish(48);
        Roster roster = week.roster();
        week.clinician("T1", t -> t.works("Mon 08:00-21:00", "Wed 08:00-21:00", "Fri 08:00-21:00"));

        // when
        RosterResult result = engine.replan(week.problem(), roster, NOTHING, LIMITS);

        // then
        assertEquals(0, result.score().points(Level.HARD));
        assertEquals("T2", session(result, "I1").clinicianId());
    }

    @Test
    void whatNobodyGainsFromStaysThoughEverythingMayMove() {
        // given
        SampleWeek week = published();
        Roster roster = week.roster();

        // when
        RosterResult result = engine.replan(week.problem(), roster, Freedom.EVERYTHING, LIMITS);

        // then
        assertEquals(roster.sessions(), result.roster().sessions());
        assertEquals(roster.cohortByClient(), result.roster().cohortByClient());
        assertTrue(result.score().compareTo(RosterConstraints.score(week.problem(), roster)) <= 0);
        assertEquals(Score.PERFECT.hard(), result.score().hard());
    }
}
