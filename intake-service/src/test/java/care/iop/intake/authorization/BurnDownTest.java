package care.iop.intake.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.intake.admission.Stay;
import care.iop.intake.authorization.BurnDown.Code;
import care.iop.intake.authorization.BurnDown.Question;
import care.iop.intake.authorization.BurnDown.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How an authorization burns down and how long it lasts, by hand. It is valid from Monday, 2 November 2026, on, the day of the
 * admission; H0015 is a day of 180 minutes.
 */
class BurnDownTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    private static final ForecastPolicy POLICY = new ForecastPolicy(7, 5);
    private static final UnitRule H0015 =
            new UnitRule(UnitBasis.DAY, 180, 0, EnumSet.complementOf(EnumSet.of(SessionKind.CHECK_IN)), null);

    /** Sessions are written as day of November, D for delivered or B for booked, and minutes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            900 | 12  | 12-31 | 12-31 | -     | 11-01 | -                       | 0 | 0 | 11-17 | 11-18 | 11-10
            900 | 12  | 12-31 | 11-17 | -     | 11-01 | -                       | 0 | 0 | 11-17 | -     | -
            900 | 12  | 12-31 | 11-18 | -     | 11-01 | -                       | 0 | 0 | 11-17 | 11-18 | 11-10
            540 | 6   | 12-31 | 12-31 | -     | 11-01 | -                       | 0 | 0 | 11-13 | 11-16 | 11-06
            900 | 100 | 11-06 | 11-30 | -     | 11-01 | -                       | 0 | 0 | 11-06 | 11-09 | 10-30
            900 | 12  | 12-31 | 11-13 | -     | 11-08 | 2D180 3D179 4D180 5D0 6D180 | 3 | 0 | - | -     | -
            900 | 12  | 12-31 | 11-02 | -     | 11-08 | 2D120 2D60              | 1 | 0 | -     | -     | -
            900 | 4   | 12-31 | 12-31 | -     | 11-08 | 9B180 10B120 11B180     | 0 | 2 | 11-17 | 11-18 | 11-10
            900 | 5   | 12-31 | 12-31 | -     | 11-08 | 10B30                   | 0 | 0 | 11-13 | 11-16 | 11-06
            900 | 1   | 12-31 | 11-06 | -     | 11-08 | 2B180                   | 0 | 1 | 11-02 | -     | -
            900 | 12  | 12-31 | 11-06 | -     | 11-08 | 2D120 2B60              | 0 | 1 | -     | -     | -
            900 | 12  | 12-31 | 12-31 | 11-09 | 11-01 | -                       | 0 | 0 | 11-17 | 11-18 | 11-09
            900 | 12  | 12-31 | 12-31 | 11-11 | 11-01 | -                       | 0 | 0 | 11-17 | 11-18 | 11-10
            900 | 12  | 12-31 | 11-13 | 11-11 | 11-01 | -                       | 0 | 0 | -     | -     | 11-11
            900 | 12  | 11-17 | -     | -     | 11-01 | -                       | 0 | 0 | 11-17 | -     | 11-10
            900 | 1   | 12-31 | 11-06 | -     | 11-08 | 2D180 3D180             | 2 | 0 | 11-02 | 11-03 | 10-26
            900 | 0   | 12-31 | 12-31 | -     | 11-01 | -                       | 0 | 0 | -     | 11-02 | 10-26
            900 | 12  | 11-06 | -     | -     | 11-01 | 9B180                   | 0 | 0 | -     | -     | 10-30
            900 | 12  | 12-31 | 11-06 | -     | 11-08 | 1D180 2D180             | 1 | 0 | -     | -     | -
            """)
    void countsAndForesees(
            int minutesPerWeek,
            int approved,
            String validTo,
            String plannedEndOn,
            String payersReviewOn,
            String asOf,
            String sessions,
            int delivered,
            int scheduled,
            String exhaustsOn,
            String firstUncoveredOn,
            String reviewDueOn) {
        // given
        var question = new Question(
                List.of(service(H0015, approved)),
                MONDAY,
                day(validTo),
                day(plannedEndOn),
                day(payersReviewOn),
                null,
                stay(null, null, new Stay.DoseFrom(MONDAY, minutesPerWeek)),
                sessions(sessions),
                day(asOf));

        // when
        var found = BurnDown.of(question, POLICY);

        // then
        var service = found.services().get(0);
        assertThat(service.deliveredUnits()).as("delivered").isEqualTo(delivered);
        assertThat(service.scheduledUnits()).as("scheduled").isEqualTo(scheduled);
        assertThat(service.remainingUnits()).as("remaining").isEqualTo(approved - delivered);
        assertThat(found.exhaustsOn()).as("exhausts").isEqualTo(day(exhaustsOn));
        assertThat(found.firstUncoveredOn()).as("uncovered").isEqualTo(day(firstUncoveredOn));
        assertThat(found.reviewDueOn()).as("review").isEqualTo(day(reviewDueOn));
    }

    @Test
    void withdrawnSessionsAndOtherKindsDoNotCount() {
        // given
        var sessions = List.of(
                new BookedSession(null, MONDAY, SessionKind.GROUP, BookedSession.State.WITHDRAWN, 180, 0),
                new BookedSession(
                        null, MONDAY.plusDays(1), SessionKind.CHECK_IN, BookedSession.State.MARKED, 180, 180));

        // when
        var found = BurnDown.of(question(12, MONDAY.plusDays(3), sessions, MONDAY.plusDays(6)), POLICY);

        // then
        assertThat(found.services().get(0).deliveredUnits()).isZero();
        assertThat(found.services().get(0).scheduledUnits()).isZero();
    }

    @Test
    void aChangeOfDoseChangesTheForecastFromItsDayOn() {
        // given
        var stay = stay(null, null, new Stay.DoseFrom(MONDAY, 900), new Stay.DoseFrom(LocalDate.of(2026, 11, 9), 540));

        // when
        var found = BurnDown.of(question(8, LocalDate.of(2026, 12, 31), stay, null), POLICY);

        // then five in the first week, three in the second
        assertThat(found.exhaustsOn()).isEqualTo(LocalDate.of(2026, 11, 13));
        assertThat(found.firstUncoveredOn()).isEqualTo(LocalDate.of(2026, 11, 16));
    }

    @Test
    void nobodyIsExpectedWhoIsAwayUntilTheyAreBack() {
        // given
        var stay = stay(null, LocalDate.of(2026, 11, 9), new Stay.DoseFrom(MONDAY, 900));

        // when
        var found = BurnDown.of(question(5, LocalDate.of(2026, 12, 31), stay, null), POLICY);

        // then
        assertThat(found.exhaustsOn()).isEqualTo(LocalDate.of(2026, 11, 13));
    }

    @Test
    void nothingIsNeededAfterTheDischarge() {
        // given
        var stay = stay(LocalDate.of(2026, 11, 4), null, new Stay.DoseFrom(MONDAY, 900));

        // when
        var found = BurnDown.of(question(3, LocalDate.of(2026, 12, 31), stay, null), POLICY);

        // then
        assertThat(found.firstUncoveredOn()).isNull();
        assertThat(found.reviewDueOn()).isNull();
        assertThat(found.reasons().stream().map(Reason::code)).contains(Code.STAY_ENDED, Code.LASTS);
    }

    @Test
    void whatAnotherAuthorizationCoversIsNotMissed() {
        // given
        var next = LocalDate.of(2026, 11, 18);

        // when
        var found = BurnDown.of(
                question(12, LocalDate.of(2026, 12, 31), stay(null, null, new Stay.DoseFrom(MONDAY, 900)), next),
                POLICY);

        // then
        assertThat(found.firstUncoveredOn()).isNull();
        assertThat(found.until()).isEqualTo(next.minusDays(1));
        assertThat(found.reasons().stream().map(Reason::code)).contains(Code.COVERED_BY_ANOTHER);
    }

    @Test
    void beforeTheAdmissionOnlyTheValidityIsForeseen() {
        // when
        var found = BurnDown.of(question(12, LocalDate.of(2026, 12, 31), (Stay) null, null), POLICY);

        // then
        assertThat(found.firstUncoveredOn()).isNull();
        assertThat(found.reasons().stream().map(Reason::code)).contains(Code.NOT_ADMITTED);
    }

    @Test
    void theFirstServiceThatRunsOutDecides() {
        // given
        var counselling = new UnitRule(UnitBasis.QUARTER_HOUR, 0, 8, Set.of(SessionKind.INDIVIDUAL), 4);
        var question = new Question(
                List.of(service(H0015, 12), service(counselling, 6)),
                MONDAY,
                LocalDate.of(2026, 12, 31),
                LocalDate.of(2026, 12, 31),
                null,
                null,
                stay(null, null, new Stay.DoseFrom(MONDAY, 900)),
                List.of(new BookedSession(null, MONDAY, SessionKind.INDIVIDUAL, BookedSession.State.MARKED, 60, 53)),
                MONDAY);

        // when
        var found = BurnDown.of(question, POLICY);

        // then four on Monday, and in the week after one on Monday, one on Tuesday, one on Thursday
        assertThat(found.services().get(1).deliveredUnits()).isEqualTo(4);
        assertThat(found.services().get(1).exhaustsOn()).isEqualTo(LocalDate.of(2026, 11, 10));
        assertThat(found.firstUncoveredOn()).isEqualTo(LocalDate.of(2026, 11, 12));
        assertThat(found.services().get(0).firstUncoveredOn()).isAfter(found.firstUncoveredOn());
    }

    @Test
    void weeksTellWhatIsCommittedFromThePresentOneOn() {
        // when
        var found = BurnDown.of(
                question(
                        12,
                        LocalDate.of(2026, 12, 31),
                        sessions("2D180 3D180 9D180 10B180 16B180 17B60"),
                        LocalDate.of(2026, 11, 10)),
                POLICY);

        // then
        assertThat(found.services().get(0).weeks())
                .containsExactly(
                        new BurnDown.Week(LocalDate.of(2026, 11, 9), 2),
                        new BurnDown.Week(LocalDate.of(2026, 11, 16), 1));
        assertThat(found.services().get(0).deliveredUnits()).isEqualTo(3);
        assertThat(found.services().get(0).scheduledUnits()).isEqualTo(2);
    }

    @Test
    void reasonsSayWhatWasLeftOutAndAssumed() {
        // when
        var found = BurnDown.of(
                question(2, LocalDate.of(2026, 12, 31), sessions("2D120 3B180 4D180"), LocalDate.of(2026, 11, 8)),
                POLICY);

        // then
        assertThat(found.reasons())
                .extracting(Reason::code)
                .containsExactly(
                        Code.UNITS_RUN_OUT, Code.PRESCRIPTION_USED, Code.BELOW_THE_RULE, Code.ATTENDANCE_MISSING);
        assertThat(found.reasons().get(0).text()).contains("2 units are used up before 2026-11-09");
        assertThat(POLICY.words("authorization-1.0")).contains("[P]").contains("authorization-1.0");
    }

    /** The order of events has no effect, and more units never last shorter. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void neitherOrderNorMoreUnitsHurt(long seed) {
        // given
        var random = new Random(seed);
        var kinds = SessionKind.values();
        var sessions = new ArrayList<BookedSession>();
        for (int i = 0; i < 60; i++) {
            var marked = random.nextBoolean();
            sessions.add(new BookedSession(
                    null,
                    MONDAY.plusDays(random.nextInt(40)),
                    kinds[random.nextInt(kinds.length)],
                    marked ? BookedSession.State.MARKED : BookedSession.State.BOOKED,
                    60 + 60 * random.nextInt(3),
                    marked ? 60 * random.nextInt(4) : 0));
        }
        var asOf = MONDAY.plusDays(random.nextInt(40));
        var end = LocalDate.of(2027, 3, 31);

        // when
        var before = BurnDown.of(question(0, end, sessions, asOf), POLICY);
        for (int approved = 1; approved < 60; approved++) {
            Collections.shuffle(sessions, random);
            var found = BurnDown.of(question(approved, end, sessions, asOf), POLICY);

            // then
            assertThat(found.services().get(0).deliveredUnits())
                    .isEqualTo(before.services().get(0).deliveredUnits());
            assertThat(found.services().get(0).scheduledUnits())
                    .isEqualTo(before.services().get(0).scheduledUnits());
            if (before.firstUncoveredOn() == null) {
                assertThat(found.firstUncoveredOn()).isNull();
            } else if (found.firstUncoveredOn() != null) {
                assertThat(found.firstUncoveredOn()).isAfter(before.firstUncoveredOn());
            }
            before = found;
        }
    }

    private static Question question(int approved, LocalDate end, List<BookedSession> sessions, LocalDate asOf) {
        return new Question(
                List.of(service(H0015, approved)),
                MONDAY,
                LocalDate.of(2027, 12, 31),
                end,
                null,
                null,
                stay(null, null, new Stay.DoseFrom(MONDAY, 900)),
                sessions,
                asOf);
    }

    private static Question question(int approved, LocalDate end, Stay stay, LocalDate coveredFrom) {
        return new Question(
                List.of(service(H0015, approved)),
                MONDAY,
                LocalDate.of(2027, 12, 31),
                end,
                null,
                coveredFrom,
                stay,
                List.of(),
                MONDAY.minusDays(1));
    }

    private static AuthorizedService service(UnitRule rule, int approved) {
        return new AuthorizedService("H0015", rule, approved, approved);
    }

    private static Stay stay(LocalDate dischargedOn, LocalDate backOn, Stay.DoseFrom... doses) {
        return new Stay(UUID.randomUUID(), UUID.randomUUID(), MONDAY, dischargedOn, backOn, List.of(doses));
    }

    private static LocalDate day(String monthAndDay) {
        return monthAndDay == null ? null : LocalDate.parse("2026-" + monthAndDay);
    }

    private static List<BookedSession> sessions(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(" ", -1)).map(BurnDownTest::session).toList();
    }

    private static BookedSession session(String text) {
        var parts = text.split("[DB]", -1);
        var on = LocalDate.of(2026, 11, Integer.parseInt(parts[0]));
        var minutes = Integer.parseInt(parts[1]);
        return text.contains("D")
                ? new BookedSession(null, on, SessionKind.GROUP, BookedSession.State.MARKED, 180, minutes)
                : new BookedSession(null, on, SessionKind.GROUP, BookedSession.State.BOOKED, minutes, 0);
    }
}
