package care.iop.scheduling.roster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import care.iop.scheduling.roster.engine.constraint.Level;
import care.iop.scheduling.roster.engine.constraint.Rule;
import care.iop.scheduling.roster.engine.constraint.Score;
import care.iop.scheduling.roster.engine.problem.Gender;
import care.iop.scheduling.roster.engine.problem.GroupGender;
import care.iop.scheduling.roster.engine.problem.Modality;
import care.iop.scheduling.roster.engine.problem.PlacedSession;
import care.iop.scheduling.roster.engine.problem.RoomType;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RosterEngineTest {

    private static final Limits LIMITS = new Limits(300, Duration.ofMinutes(1), 7);

    private final RosterEngine engine = new RosterEngine();

    @Test
    void makesTheSampleWeekOfAnIntensiveOutpatientProgram() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.band(540, 1200)
                .targetDays(5)
                .maxDayMinutes(180)
                .session("I1", SessionKind.INDIVIDUAL, 60)
                .session("I2", SessionKind.INDIVIDUAL, 60)
                .session("F1", SessionKind.FAMILY, 120)
                .session("V1", SessionKind.VOCATIONAL, 120)
                .available(
                        "Mon 09:00-12:00", "Tue 09:00-12:00", "Wed 09:00-12:00", "Thu 09:00-12:00", "Fri 09:00-12:00"));

        // when
        RosterResult result = engine.solve(week.problem(), LIMITS);

        // then
        assertEquals(List.of(), result.unassigned());
        assertEquals(new Score(0, 0, Score.QUARTERS * 6), result.score(), "one open group and nothing else");
        assertEquals(Map.of("C1", "G1"), result.roster().cohortByClient());
        Map<DayOfWeek, Integer> minutesByDay = result.roster().sessions().values().stream()
                .collect(Collectors.groupingBy(
                        s -> s.when().day(), Collectors.summingInt(s -> s.when().minutes())));
        assertEquals(Map.of(DayOfWeek.TUESDAY, 180, DayOfWeek.THURSDAY, 180), minutesByDay);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void neverBreaksAHardRuleAndExplainsEverythingUnplaced(long seed) {
        // given
        RosterProblem problem = RandomWeeks.program(seed, 25);

        // when
        RosterResult result = engine.solve(problem, LIMITS);

        // then
        assertEquals(0, result.score().points(Level.HARD));
        long needed = problem.clients().stream().filter(c -> c.needsGroup()).count();
        long prescribed =
                problem.clients().stream().mapToLong(c -> c.sessions().size()).sum();
        int placed = result.roster().cohortByClient().size()
                + result.roster().sessions().size();
        assertEquals(needed + prescribed - placed, result.unassigned().size());
        assertTrue(result.unassigned().stream().noneMatch(u -> u.reason().isBlank()), () -> result.unassigned()
                .toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void moreStepsNeverMakeItWorse(long seed) {
        // given
        RosterProblem problem = RandomWeeks.program(seed, 25);
        Score once =
                engine.solve(problem, new Limits(0, Duration.ofMinutes(1), 1)).score();

        // when
        Score improved = engine.solve(problem, LIMITS).score();

        // then
        assertTrue(improved.compareTo(once) < 0, () -> improved + " against " + once);
    }

    @Test
    void theSameSeedAndStepsGiveTheSameResult() {
        // given
        RosterProblem problem = RandomWeeks.program(5, 25);
        RosterResult once = engine.solve(problem, LIMITS);

        // when
        RosterResult again = engine.solve(problem, LIMITS);

        // then
        assertEquals(once, again);
        assertEquals(300, again.steps());
    }

    @Test
    void stopsWhenTimeIsOut() {
        // given
        AtomicLong now = new AtomicLong();
        RosterEngine slow =
                new RosterEngine(() -> now.addAndGet(Duration.ofSeconds(1).toNanos()));
        RosterProblem problem = RandomWeeks.program(5, 10);

        // when
        RosterResult result = slow.solve(problem, new Limits(1_000_000, Duration.ofSeconds(31), 1));

        // then
        assertTrue(
                result.steps() >= 20 && result.steps() <= 20 + 64,
                () -> "ten of thirty seconds go to placing the ten clients, and the second search takes part: "
                        + result.steps());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void twoSearchesSideBySideFindWhatTheyFindOneAfterTheOther(long seed) {
        assertTrue(assertSameSideBySide(RandomWeeks.program(seed, 30), 600, seed) > 0);
    }

    /** Six clients have cooled down after 30,000 steps; their first roster may well be the best. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void sideBySideIsTheSameAlsoWhenGroupsChange(long seed) {
        assertTrue(assertSameSideBySide(RandomWeeks.smallProgram(seed), 45_000, seed) >= 0);
    }

    /** Answers by how much the first roster has been made cheaper. */
    private static long assertSameSideBySide(RosterProblem source, long steps, long seed) {
        // given
        IndexedProblem problem = new IndexedProblem(source);
        Limits limits = new Limits(steps, Duration.ofMinutes(1), seed);
        RosterState aside = RosterState.empty(problem);
        RosterState after = RosterState.empty(problem);
        Watch watch = new Watch(System::nanoTime, limits.time(), SearchListener.NONE, () -> false);
        Construction.openFixedCohorts(aside);
        Construction.openFixedCohorts(after);
        Construction.placeEveryone(aside, watch);
        Construction.placeEveryone(after, watch);
        long start = aside.cost();

        // when
        long stepsAside = new Improvement(aside, seed, true).run(limits, watch);
        long stepsAfter = new Improvement(after, seed, false).run(limits, watch);

        // then
        assertEquals(steps, stepsAside);
        assertEquals(steps, stepsAfter);
        assertEquals(RosterWriter.write(after), RosterWriter.write(aside));
        return start - aside.cost();
    }

    @Test
    void tellsHowFarItHasCome() {
        // given
        List<SearchProgress> heard = new ArrayList<>();
        AtomicLong now = new AtomicLong();
        RosterEngine slow =
                new RosterEngine(() -> now.addAndGet(Duration.ofSeconds(1).toNanos()));
        RosterProblem problem = RandomWeeks.program(5, 25);

        // when
        RosterResult result = slow.solve(problem, new Limits(200, Duration.ofMinutes(5), 1), heard::add, () -> false);

        // then
        assertEquals(result.score(), heard.get(heard.size() - 1).best());
        assertEquals(200, heard.get(heard.size() - 1).steps());
        assertTrue(heard.size() > 2, heard::toString);
        for (int i = 1; i < heard.size(); i++) {
            assertTrue(heard.get(i).best().compareTo(heard.get(i - 1).best()) <= 0, heard::toString);
            assertTrue(heard.get(i).elapsed().compareTo(heard.get(i - 1).elapsed()) >= 0, heard::toString);
        }
    }

    @Test
    void endsWithTheBestSoFarWhenCancelled() {
        // given
        RosterProblem problem = RandomWeeks.program(5, 10);
        AtomicInteger asked = new AtomicInteger();

        // when
        RosterResult result =
                engine.solve(problem, LIMITS, SearchListener.NONE, () -> asked.incrementAndGet() > 10 + 25);

        // then
        assertTrue(
                result.steps() >= 25 && result.steps() <= 25 + 64,
                () -> "ten questions go to placing the ten clients, and the second search takes part: "
                        + result.steps());
        assertEquals(0, result.score().points(Level.HARD));
    }

    @Test
    void clientsForWhomNoTimeWasLeftAreUnassigned() {
        // given
        AtomicLong now = new AtomicLong();
        RosterEngine slow =
                new RosterEngine(() -> now.addAndGet(Duration.ofSeconds(1).toNanos()));
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1").priority(1))
                .client("C2", c -> c.individual("I2").priority(3));

        // when
        RosterResult result = slow.solve(week.problem(), new Limits(10, Duration.ofSeconds(2), 1));

        // then
        assertEquals(Set.of("C2"), result.roster().cohortByClient().keySet());
        assertEquals(
                "Group G1 (Mon 09:00–12:00, Wed 09:00–12:00, Fri 09:00–12:00) would be possible, "
                        + "but the search found no better week that includes it.",
                result.unassigned().get(0).reason());
        assertEquals(Set.of(), result.unassigned().get(0).blockedBy());
    }

    @Test
    void theLastSeatGoesToTheHigherPriority() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G1", g -> g.capacity(1))
                .client("C1", c -> c.priority(1))
                .client("C2", c -> c.priority(3))
                .client("C3", c -> c.priority(2));

        // when
        RosterResult result = engine.solve(week.problem(), LIMITS);

        // then
        assertEquals(Map.of("C2", "G1"), result.roster().cohortByClient());
    }

    @Test
    void keepsAFixedFacilitatorEvenOfAnEmptyGroup() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G1", g -> g.gender(GroupGender.MALE).facilitator("T2"))
                .cohort("G2", g -> g.meets("Mon 13:00-16:00"))
                .client("C1", c -> c.gender(Gender.FEMALE));

        // when
        RosterResult result = engine.solve(week.problem(), LIMITS);

        // then
        assertEquals("T2", result.roster().facilitatorByCohort().get("G1"));
        assertEquals(Map.of("C1", "G2"), result.roster().cohortByClient());
    }

    @Test
    void aFixedFacilitatorWhoCannotLeadLeavesTheGroupClosed() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G1", g -> g.modality(Modality.DBT).facilitator("T1"))
                .clinician("T1", t -> t.modalities(Modality.CBT));

        // when
        RosterResult result = engine.solve(week.problem(), LIMITS);

        // then
        assertEquals(0, result.score().points(Level.HARD));
        assertEquals(Map.of(), result.roster().facilitatorByCohort());
        assertEquals(Set.of(Rule.COHORT_NOT_OPEN), result.unassigned().get(0).blockedBy());
    }

    @Test
    void aFacilitatorFixedForTwoGroupsAtOnceLeadsTheFirst() {
        // given
        SampleWeek week =
                new SampleWeek().cohort("G1", g -> g.facilitator("T1")).cohort("G2", g -> g.facilitator("T1"));

        // when
        RosterResult result = engine.solve(week.problem(), LIMITS);

        // then
        assertEquals(Map.of("G1", "T1"), result.roster().facilitatorByCohort());
    }

    @Test
    void namesRoomsForWhatIsInPersonOnly() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .client("C2", c -> c.teleOnly().telehealth().individual("I2"))
                .cohort("G2", g -> g.tele());

        // when
        Roster roster = engine.solve(week.problem(), LIMITS).roster();

        // then
        assertEquals(Map.of("G1", List.of("R1", "R1", "R1")), roster.roomsByCohort());
        PlacedSession inPerson = roster.sessions().get("I1");
        PlacedSession byVideo = roster.sessions().get("I2");
        assertEquals("O1", inPerson.roomId());
        assertEquals(null, byVideo.roomId());
    }

    @Test
    void withoutClientsThereIsNothingToDo() {
        // given
        RosterProblem problem = new SampleWeek().noClients().problem();

        // when
        RosterResult result = engine.solve(problem, LIMITS);

        // then
        assertEquals(Map.of(), result.roster().sessions());
        assertEquals(0, result.steps());
    }

    @Test
    void withoutAnyoneWorkingEverythingIsUnassigned() {
        // given
        SampleWeek week = new SampleWeek()
                .clinician("T1", t -> t.works())
                .clinician("T2", t -> t.works())
                .client("C1", c -> c.individual("I1"));

        // when
        RosterResult result = engine.solve(week.problem(), LIMITS);

        // then
        assertEquals(2, result.unassigned().size());
        assertEquals(0, result.score().points(Level.HARD));
    }

    @ParameterizedTest
    @CsvSource({"285, 0, 0", "300, 1, 0", "315, 0, 1"})
    void exactlyTwentyHoursAreAcceptedWithAWarningAndNotAMinuteMore(int lastSession, int warnings, int unassigned) {
        // given
        SampleWeek week = new SampleWeek()
                .noRooms(RoomType.OFFICE)
                .cohort("G1", g -> g.meets("Mon 08:00-13:00", "Tue 08:00-13:00", "Wed 08:00-13:00"))
                .client("C1", c -> c.band(540, 1200)
                        .maxDayMinutes(600)
                        .telehealth()
                        .session("F1", SessionKind.FAMILY, lastSession));

        // when
        RosterResult result = engine.solve(week.problem(), LIMITS);

        // then
        assertEquals(warnings, result.warnings().size());
        assertEquals(unassigned, result.unassigned().size());
        assertTrue(result.warnings().stream().allMatch(w -> w.code() == Warning.Code.AT_PHP_THRESHOLD));
        assertTrue(result.unassigned().stream().allMatch(u -> u.blockedBy().equals(Set.of(Rule.WEEKLY_HOURS))));
    }

    @Test
    void aPartialHospitalizationWeekTakesTwentyHoursAndMore() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G1", g -> g.meets("Mon 08:00-13:00", "Tue 08:00-13:00", "Wed 08:00-13:00", "Thu 08:00-13:00"))
                .client("C1", c -> c.band(1200, 3000).individual("I1"));

        // when
        RosterResult result = engine.solve(week.problem(), LIMITS);

        // then
        assertEquals(List.of(), result.unassigned());
        assertEquals(List.of(), result.warnings());
    }

    @Test
    void aGroupThatMakesTheWeekTooShortIsNotTaken() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G1", g -> g.meets("Mon 09:00-12:00"))
                .client("C1", c -> c.band(540, 1200).individual("I1"));

        // when
        RosterResult result = engine.solve(week.problem(), LIMITS);

        // then
        assertEquals(Map.of(), result.roster().cohortByClient());
        assertEquals(Set.of("I1"), result.roster().sessions().keySet());
        assertEquals(Set.of(Rule.WEEKLY_HOURS), result.unassigned().get(0).blockedBy());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 21})
    void refusesToSearchForNoWeeksOrTooMany(int count) {
        // given
        RosterProblem problem = new SampleWeek().problem();

        // when
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> engine.bestWeeks(problem, Roster.EMPTY, "C1", count));

        // then
        assertTrue(refused.getMessage().contains("Between 1 and 20"), refused.getMessage());
    }

    @Test
    void refusesAClientWhoIsNotInTheProblem() {
        // given
        RosterProblem problem = new SampleWeek().problem();

        // when
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> engine.bestWeek(problem, Roster.EMPTY, "C9"));

        // then
        assertEquals("C9 is not in the problem.", refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"-1, PT1S", "0, PT0S", "0, PT-1S"})
    void refusesLimitsThatMakeNoSense(long steps, Duration time) {
        // given
        long seed = 1;

        // when
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new Limits(steps, time, seed));

        // then
        assertTrue(refused.getMessage().contains(time.toString()), refused.getMessage());
    }
}
