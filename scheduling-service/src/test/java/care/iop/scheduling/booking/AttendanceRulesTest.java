package care.iop.scheduling.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.session.SessionTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule of attendance from both sides of its edge; the session lasts three hours. */
class AttendanceRulesTest {

    private static final AttendanceRules RULES = new AttendanceRules(Duration.ofMinutes(15), 50, Duration.ofDays(1));
    private static final Instant START = Instant.parse("2026-03-09T13:00:00Z");
    private static final Instant AFTERWARDS = START.plus(Duration.ofHours(4));
    private static final SessionTime TIME =
            new SessionTime(LocalDate.of(2026, 3, 9), START, START.plus(Duration.ofHours(3)), "America/New_York");

    private static AttendanceMark mark(AttendanceCode code) {
        return new AttendanceMark(code, null, null, null, null);
    }

    private static AttendanceMark late(Integer minutes) {
        return new AttendanceMark(AttendanceCode.LATE, minutes, null, null, null);
    }

    private static AttendanceMark partial(Integer minutes) {
        return new AttendanceMark(AttendanceCode.PARTIAL, null, minutes, null, null);
    }

    private static AttendanceMark told(AttendanceCode code, Instant notifiedAt) {
        return new AttendanceMark(code, null, null, notifiedAt, null);
    }

    private static void assertField(AttendanceMark mark, Instant now, String pointer) {
        assertThatThrownBy(() -> RULES.requireSound(mark, TIME, now))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors().get(0).pointer()).isEqualTo(pointer));
    }

    private static void assertTooEarly(AttendanceMark mark, Instant now) {
        assertThatThrownBy(() -> RULES.requireSound(mark, TIME, now))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(SchedulingProblem.ATTENDANCE_TOO_EARLY));
    }

    private static void assertSound(AttendanceMark mark, Instant now) {
        assertThatCode(() -> RULES.requireSound(mark, TIME, now)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(
            value = AttendanceCode.class,
            names = {"ATTENDED", "NO_SHOW"})
    void neitherIsKnownBeforeTheStart(AttendanceCode code) {
        // given
        var mark = mark(code);

        // when, then
        assertTooEarly(mark, START.minusMillis(1));
        assertSound(mark, START);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "15, true", "0, false", "16, false", "-1, false", ", false"})
    void lateIsUpToAQuarterHour(Integer minutes, boolean sound) {
        // given
        var mark = late(minutes);

        // when, then
        if (sound) {
            assertSound(mark, AFTERWARDS);
        } else {
            assertField(mark, AFTERWARDS, "/minutesLate");
        }
    }

    @Test
    void nobodyIsTenMinutesLateAfterNine() {
        // given
        var mark = late(10);

        // when, then
        assertTooEarly(mark, START.plus(Duration.ofMinutes(9)));
        assertSound(mark, START.plus(Duration.ofMinutes(10)));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "179, true", "0, false", "180, false", ", false"})
    void partialIsPartOfTheSession(Integer minutes, boolean sound) {
        // given
        var mark = partial(minutes);

        // when, then
        if (sound) {
            assertSound(mark, AFTERWARDS);
        } else {
            assertField(mark, AFTERWARDS, "/minutesPresent");
        }
    }

    @Test
    void nobodyHasBeenThereForAnHourAfterFiftyNineMinutes() {
        // given
        var mark = partial(60);

        // when, then
        assertTooEarly(mark, START.plus(Duration.ofMinutes(59)));
        assertSound(mark, START.plus(Duration.ofHours(1)));
    }

    @Test
    void excusedNeedsADayOfNoticeOrAReason() {
        // given
        var inTime = told(AttendanceCode.EXCUSED, START.minus(Duration.ofDays(1)));
        var tooLate =
                told(AttendanceCode.EXCUSED, START.minus(Duration.ofDays(1)).plusMillis(1));
        var documented = new AttendanceMark(AttendanceCode.EXCUSED, null, null, null, "hospital letter");

        // when, then
        assertSound(inTime, AFTERWARDS);
        assertField(tooLate, AFTERWARDS, "/reason");
        assertField(mark(AttendanceCode.EXCUSED), AFTERWARDS, "/reason");
        assertSound(documented, AFTERWARDS);
    }

    @Test
    void noticeGivenWhileRecordingIsOfNow() {
        // given
        var dayBefore = START.minus(Duration.ofDays(1));

        // when, then
        assertSound(mark(AttendanceCode.EXCUSED), dayBefore);
        assertField(mark(AttendanceCode.LATE_CANCEL), dayBefore, "/notifiedAt");
        assertField(mark(AttendanceCode.EXCUSED), dayBefore.plusMillis(1), "/reason");
        assertSound(mark(AttendanceCode.LATE_CANCEL), dayBefore.plusMillis(1));
        assertSound(mark(AttendanceCode.LATE_CANCEL), START);
        assertField(mark(AttendanceCode.LATE_CANCEL), START.plusMillis(1), "/notifiedAt");
    }

    @Test
    void lateCancelIsWithinTheNoticePeriod() {
        // when, then
        assertField(told(AttendanceCode.LATE_CANCEL, START.minus(Duration.ofDays(1))), AFTERWARDS, "/notifiedAt");
        assertSound(
                told(AttendanceCode.LATE_CANCEL, START.minus(Duration.ofDays(1)).plusMillis(1)), AFTERWARDS);
        assertSound(told(AttendanceCode.LATE_CANCEL, START), AFTERWARDS);
        assertField(told(AttendanceCode.LATE_CANCEL, START.plusMillis(1)), AFTERWARDS, "/notifiedAt");
    }

    @Test
    void nobodyTellsUsInTheFuture() {
        // given
        var mark = told(AttendanceCode.LATE_CANCEL, START.minusSeconds(59));

        // when, then
        assertField(mark, START.minusSeconds(60), "/notifiedAt");
    }

    @Test
    void programCancelsBeforeDuringAndAfter() {
        // given
        var mark = mark(AttendanceCode.CANCELLED_BY_PROGRAM);

        // when, then
        assertSound(mark, START.minus(Duration.ofDays(7)));
        assertSound(mark, START.plusSeconds(60));
        assertSound(mark, AFTERWARDS);
    }

    @Test
    void partsBelongToTheirCodes() {
        // when, then
        assertField(new AttendanceMark(AttendanceCode.ATTENDED, 5, null, null, null), AFTERWARDS, "/minutesLate");
        assertField(new AttendanceMark(AttendanceCode.LATE, 5, 100, null, null), AFTERWARDS, "/minutesPresent");
        assertField(new AttendanceMark(AttendanceCode.NO_SHOW, null, null, START, null), AFTERWARDS, "/notifiedAt");
    }

    @ParameterizedTest
    @CsvSource({"89, 0", "90, 90", "91, 91", "179, 179", "1, 0"})
    void partialCountsFromHalfTheSession(int present, int delivered) {
        // when
        var minutes = RULES.deliveredMinutes(partial(present), 180);

        // then
        assertThat(minutes).isEqualTo(delivered);
    }

    @Test
    void halfOfAnOddSessionIsNotRoundedDown() {
        // given: half of 45 minutes is 22.5
        var below = partial(22);
        var above = partial(23);

        // when, then
        assertThat(RULES.deliveredMinutes(below, 45)).isZero();
        assertThat(RULES.deliveredMinutes(above, 45)).isEqualTo(23);
    }

    @ParameterizedTest
    @CsvSource({
        "ATTENDED, 180",
        "NO_SHOW, 0",
        "EXCUSED, 0",
        "LATE_CANCEL, 0",
        "CANCELLED_BY_PROGRAM, 0",
    })
    void countsInFullOrNotAtAll(AttendanceCode code, int delivered) {
        // when
        var minutes = RULES.deliveredMinutes(mark(code), 180);

        // then
        assertThat(minutes).isEqualTo(delivered);
    }

    @Test
    void lateCountsFromTheArrivalOn() {
        // when
        var minutes = RULES.deliveredMinutes(late(15), 180);

        // then
        assertThat(minutes).isEqualTo(165);
    }

    @Test
    void thresholdsAreTheProgramsOwn() {
        // given
        var strict = new AttendanceRules(Duration.ofMinutes(5), 100, Duration.ofDays(2));

        // when, then
        assertThatThrownBy(() -> strict.requireSound(late(6), TIME, AFTERWARDS)).isInstanceOf(ProblemException.class);
        assertThat(strict.deliveredMinutes(partial(179), 180)).isZero();
        assertThat(strict.isShortNotice(TIME, START.minus(Duration.ofHours(47))))
                .isTrue();
    }

    @Test
    void noticeIsShortAfterItsEdge() {
        // when, then
        assertThat(RULES.isShortNotice(TIME, START.minus(Duration.ofDays(1)))).isFalse();
        assertThat(RULES.isShortNotice(TIME, START.minus(Duration.ofDays(1)).plusMillis(1)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-1, 50, 24", "15, -1, 24", "15, 101, 24", "15, 50, -1"})
    void senselessThresholdsDontStart(int lateMinutes, int percent, int noticeHours) {
        // when, then
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new AttendanceRules(Duration.ofMinutes(lateMinutes), percent, Duration.ofHours(noticeHours)));
    }

    @ParameterizedTest
    @CsvSource({"-25, EXCUSED", "-24, EXCUSED", "-23, LATE_CANCEL", "0, LATE_CANCEL", "1, NO_SHOW"})
    void noticeRuleSaysWhatTheClientsWordMeans(int hoursFromStart, AttendanceCode code) {
        // when
        var hint = RULES.whenClientCancels(TIME, START.plus(Duration.ofHours(hoursFromStart)));

        // then
        assertThat(hint).isEqualTo(code);
        assertThat(RULES.noticeUntil(TIME)).isEqualTo(START.minus(Duration.ofHours(24)));
    }
}
