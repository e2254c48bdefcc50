package care.iop.progress.relapseprevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.alert.rule.AgreedLevel;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Both sides of each condition of a warning sign, what fits together in a plan, and what it says to a day. */
class PlanContentTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    private static final CopingStep WALK = new CopingStep("walk", new PlanText("Walk around the lake"), 15);
    private static final CopingStep CALL = new CopingStep("call", new PlanText("Call my sponsor"), null);
    private static final PlanContact SPONSOR = new PlanContact(
            "sponsor", PlanContact.Kind.SPONSOR, new PlanText("My sponsor"), new PlanText("Call 555-0100"));
    private static final PlanContact SISTER =
            new PlanContact("sister", PlanContact.Kind.FAMILY, new PlanText("Jo"), new PlanText("Call 555-0101"));

    @ParameterizedTest
    @CsvSource({
        "CRAVING, 7, , 7, true",
        "CRAVING, 7, , 6, false",
        "CRAVING, , 2, 2, true",
        "CRAVING, , 2, 3, false",
        "MOOD, , 3, 3, true",
        "MOOD, , 3, 4, false",
        "MOOD, 9, , 9, true",
        "SLEEP_HOURS, , 4.5, 9, true",
        "SLEEP_HOURS, , 4.5, 10, false",
        "SLEEP_HOURS, 11, , 22, true",
        "SLEEP_HOURS, 11, , 21, false"
    })
    void numbersAreComparedWithTheirLimit(
            SignField field, BigDecimal atLeast, BigDecimal atMost, int reported, boolean shows) {
        // given
        var condition = new Condition(field, atLeast, atMost, null);
        int points = Math.min(reported, 10);

        // when
        var holds = condition.holds(new ReportedDay(TUESDAY, points, points, false, reported, Set.of(), null), false);

        // then
        assertThat(holds).isEqualTo(shows);
    }

    @ParameterizedTest
    @EnumSource(names = {"USE", "TRIGGER", "MEETING_MISSED"})
    void factsAreFoundWhereTheyAreSaid(SignField field) {
        // given
        var condition = new Condition(field, null, null, field == SignField.TRIGGER ? Trigger.LONELY : null);

        // when, then
        assertThat(condition.holds(new ReportedDay(TUESDAY, 5, 5, true, 14, Set.of(Trigger.LONELY), false), true))
                .isTrue();
        assertThat(condition.holds(new ReportedDay(TUESDAY, 5, 5, false, 14, Set.of(Trigger.ANGRY), true), true))
                .isFalse();
    }

    @Test
    void meetingIsMissedOnlyOnADayOfOneAndWhenThePersonSaysSo() {
        // given
        var missed = new Condition(SignField.MEETING_MISSED, null, null, null);
        var content = content(List.of(sign("missed", missed)));

        // when, then
        assertThat(content.showing(day(TUESDAY, false))).hasSize(1);
        assertThat(content.showing(day(TUESDAY, null))).isEmpty();
        assertThat(content.showing(day(TUESDAY, true))).isEmpty();
        assertThat(content.showing(day(TUESDAY.plusDays(1), false))).isEmpty();
    }

    @Test
    void signShowsWhenAllOfItsConditionsHold() {
        // given
        var content = content(List.of(sign(
                "both",
                new Condition(SignField.CRAVING, BigDecimal.valueOf(5), null, null),
                new Condition(SignField.MOOD, null, BigDecimal.valueOf(4), null))));

        // when, then
        assertThat(content.showing(new ReportedDay(TUESDAY, 4, 5, false, 14, Set.of(), null)))
                .extracting(WarningSign::key)
                .containsExactly("both");
        assertThat(content.showing(new ReportedDay(TUESDAY, 5, 5, false, 14, Set.of(), null)))
                .isEmpty();
        assertThat(content.showing(new ReportedDay(TUESDAY, 4, 4, false, 14, Set.of(), null)))
                .isEmpty();
    }

    @Test
    void signsChooseStepsAndContactsOrTakeAll() {
        // given
        var chosen = new WarningSign(
                "a", new PlanText("A"), List.of(used()), List.of("call"), List.of("sister"), AgreedLevel.NOBODY);
        var all = sign("b", used());
        var content = content(List.of(chosen, all));

        // when, then
        assertThat(content.stepsFor(List.of(chosen))).containsExactly(CALL);
        assertThat(content.stepsFor(List.of(chosen, all))).containsExactly(CALL, WALK);
        assertThat(content.contactsFor(List.of(chosen))).containsExactly(SISTER);
        assertThat(content.contactsFor(List.of(chosen, all))).containsExactly(SPONSOR, SISTER);
    }

    @ParameterizedTest
    @CsvSource({
        "CRAVING, , , , ''",
        "CRAVING, 3, 4, , ''",
        "CRAVING, 11, , , /atLeast",
        "MOOD, , -1, , /atMost",
        "MOOD, , 2.5, , /atMost",
        "SLEEP_HOURS, , 4.25, , /atMost",
        "SLEEP_HOURS, 24.5, , , /atLeast",
        "SLEEP_HOURS, 1e1000000, , , /atLeast",
        "SLEEP_HOURS, 1e-1000000, , , /atLeast",
        "USE, 1, , , ''",
        "TRIGGER, , , , /trigger",
        "USE, , , LONELY, /trigger"
    })
    void conditionThatFitsNoFieldIsRefused(
            SignField field, BigDecimal atLeast, BigDecimal atMost, Trigger trigger, String pointer) {
        // given
        var content = content(List.of(sign("a", new Condition(field, atLeast, atMost, trigger))));

        // when, then
        assertRefused(content, "/c/warningSigns/0/when/0" + pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "CRAVING, 0, , ",
        "CRAVING, 10, , ",
        "MOOD, , 10.0, ",
        "SLEEP_HOURS, , 24, ",
        "SLEEP_HOURS, 0.50, , ",
        "USE, , , ",
        "TRIGGER, , , LONELY",
        "MEETING_MISSED, , , "
    })
    void conditionThatFitsIsTaken(SignField field, BigDecimal atLeast, BigDecimal atMost, Trigger trigger) {
        // given
        var content = content(List.of(sign("a", new Condition(field, atLeast, atMost, trigger))));

        // when, then
        assertThatCode(() -> content.check("/c")).doesNotThrowAnyException();
    }

    @Test
    void keysMustBeKnownAndUsedOnce() {
        // given
        var unknown =
                new WarningSign("a", new PlanText("A"), List.of(used()), List.of("run"), List.of(), AgreedLevel.NOBODY);
        var nobody = new WarningSign(
                "a", new PlanText("A"), List.of(used()), List.of(), List.of("walk"), AgreedLevel.NOBODY);
        var twice = List.of(sign("a", used()), sign("a", used()));

        // when, then
        assertRefused(content(List.of(unknown)), "/c/warningSigns/0/steps/0");
        assertRefused(content(List.of(nobody)), "/c/warningSigns/0/contacts/0");
        assertRefused(content(twice), "/c/warningSigns/1/key");
    }

    @Test
    void missedMeetingNeedsMeetings() {
        // given
        var sign = sign("a", new Condition(SignField.MEETING_MISSED, null, null, null));

        // when, then
        assertRefused(
                new PlanContent(List.of(sign), List.of(WALK), List.of(), List.of(), List.of()),
                "/c/warningSigns/0/when/0/field");
    }

    @Test
    void emptyAndLongTextsAreRefused() {
        // given
        var longest = new CopingStep("a", new PlanText("x".repeat(PlanText.MAX_LENGTH)), null);
        var longer = new CopingStep("b", new PlanText("x".repeat(PlanText.MAX_LENGTH + 1)), null);
        var signs = List.of(sign("a", used()));
        var empty = new HighRiskSituation(new PlanText("Payday"), null, List.of(new PlanText("  ")));

        // when, then
        assertThatCode(() -> new PlanContent(signs, List.of(longest), List.of(), List.of(), List.of()).check("/c"))
                .doesNotThrowAnyException();
        assertRefused(
                new PlanContent(signs, List.of(longest, longer), List.of(), List.of(), List.of()),
                "/c/copingSteps/1/says");
        assertRefused(
                new PlanContent(signs, List.of(WALK), List.of(), List.of(empty), List.of()),
                "/c/highRiskSituations/0/strategies/0");
    }

    @Test
    void wordsAreNeverPartOfAText() {
        // when, then
        assertThat(content(List.of(sign("a", used()))).toString())
                .contains("redacted")
                .doesNotContain("555-0100")
                .doesNotContain("Walk around the lake");
    }

    private static void assertRefused(PlanContent content, String pointer) {
        assertThatThrownBy(() -> content.check("/c"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.errors())
                        .extracting(FieldProblem::pointer)
                        .containsExactly(pointer));
    }

    private static ReportedDay day(LocalDate day, Boolean meetingAttended) {
        return new ReportedDay(day, 5, 5, false, 14, Set.of(), meetingAttended);
    }

    private static Condition used() {
        return new Condition(SignField.USE, null, null, null);
    }

    private static WarningSign sign(String key, Condition... when) {
        return new WarningSign(key, new PlanText("It begins"), List.of(when), List.of(), List.of(), AgreedLevel.NOBODY);
    }

    private static PlanContent content(List<WarningSign> signs) {
        return new PlanContent(
                signs,
                List.of(WALK, CALL),
                List.of(SPONSOR, SISTER),
                List.of(),
                List.of(new PlannedMeeting(DayOfWeek.TUESDAY, "19:00", new PlanText("Home group"), false)));
    }
}
