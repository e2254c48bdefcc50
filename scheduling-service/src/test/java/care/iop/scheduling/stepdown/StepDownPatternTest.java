package care.iop.scheduling.stepdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.iop.scheduling.stepdown.StepDownPattern.Proposed;
import care.iop.scheduling.stepdown.StepDownPattern.Step;
import care.iop.scheduling.stepdown.StepDownPattern.Wish;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepDownPatternTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Set<DayOfWeek> WORKING_DAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final StepDownPattern PATTERN = new StepDownPattern(
            List.of(new Step(5, 180), new Step(3, 180), new Step(2, 180), new Step(1, 180), new Step(1, 90)),
            2,
            12,
            12,
            90,
            List.of(3, 6, 12),
            15);

    private static List<Proposed> proposals(Set<DayOfWeek> weekdays) {
        return PATTERN.proposals(new Wish(MONDAY, weekdays, true, true, true), day -> false);
    }

    private static List<LocalDate> days(List<Proposed> proposals, Phase phase) {
        return proposals.stream()
                .filter(one -> one.phase() == phase)
                .map(Proposed::on)
                .toList();
    }

    @Test
    void fiveThreeTwoOneDaysAreEachHeldForTwoWeeks() {
        // when
        var days = days(proposals(WORKING_DAYS), Phase.STEP_DOWN);

        // then
        assertThat(days).hasSize(2 * (5 + 3 + 2 + 1 + 1));
        for (int week = 0; week < 10; week++) {
            var monday = MONDAY.plusWeeks(week);
            var expected = List.of(5, 3, 2, 1, 1).get(week / 2);
            assertThat(days.stream().filter(day -> !day.isBefore(monday) && day.isBefore(monday.plusWeeks(1))))
                    .as("week %d", week)
                    .hasSize(expected);
        }
        assertThat(days.subList(10, 13))
                .extracting(LocalDate::getDayOfWeek)
                .containsExactly(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);
    }

    @Test
    void hoursAreFifteenNineSixThreeAndAHalfOfThat() {
        // when
        var proposals = proposals(WORKING_DAYS);

        // then
        var perWeek = java.util.stream.IntStream.range(0, 5)
                .map(step -> proposals.stream()
                        .filter(one -> one.phase() == Phase.STEP_DOWN)
                        .filter(one -> !one.on().isBefore(MONDAY.plusWeeks(2L * step))
                                && one.on().isBefore(MONDAY.plusWeeks(2L * step + 1)))
                        .mapToInt(Proposed::minutes)
                        .sum())
                .toArray();
        assertThat(perWeek).containsExactly(900, 540, 360, 180, 90);
    }

    @Test
    void aftercareIsWeeklyForTwelveWeeksAndThenMonthlyToAYear() {
        // when
        var proposals = proposals(WORKING_DAYS);
        var weekly = days(proposals, Phase.AFTERCARE_WEEKLY);
        var monthly = days(proposals, Phase.AFTERCARE_MONTHLY);

        // then
        assertThat(weekly).hasSize(12).allMatch(day -> day.getDayOfWeek() == DayOfWeek.WEDNESDAY);
        assertThat(weekly.get(0)).isEqualTo(MONDAY.plusWeeks(10).plusDays(2));
        assertThat(weekly.get(11)).isEqualTo(weekly.get(0).plusWeeks(11));
        assertThat(monthly).hasSize(9).allMatch(day -> day.isAfter(weekly.get(11)));
        assertThat(monthly.get(8))
                .isBeforeOrEqualTo(weekly.get(0).plusMonths(12).plusDays(6));
    }

    @Test
    void alumniAreAskedAfterAftercare() {
        // when
        var proposals = proposals(WORKING_DAYS);

        // then
        var end = days(proposals, Phase.AFTERCARE_WEEKLY).get(0).plusMonths(12);
        assertThat(days(proposals, Phase.ALUMNI)).hasSize(3).allMatch(day -> day.isAfter(end));
        assertThat(proposals).isSortedAccordingTo(java.util.Comparator.comparing(Proposed::on));
    }

    @Test
    void daysThatSuitTheClientAreKeptTo() {
        // when
        var days = days(proposals(EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY)), Phase.STEP_DOWN);

        // then
        assertThat(days).extracting(LocalDate::getDayOfWeek).containsOnly(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY);
    }

    @Test
    void closedDayGivesWayToTheNextThatIsOpenAndFree() {
        // given: Monday and Tuesday of the first week are closed
        Set<LocalDate> closed = Set.of(MONDAY, MONDAY.plusDays(1));

        // when
        var days = days(
                PATTERN.proposals(new Wish(MONDAY, EnumSet.of(DayOfWeek.MONDAY), true, false, false), closed::contains),
                Phase.STEP_DOWN);

        // then
        assertThat(days.get(0)).isEqualTo(MONDAY.plusDays(2));
        assertThat(days).doesNotHaveDuplicates();
    }

    @Test
    void nothingIsProposedBeforeTheStart() {
        // when
        var days = PATTERN.proposals(new Wish(MONDAY.plusDays(3), WORKING_DAYS, true, true, true), day -> false);

        // then
        assertThat(days.get(0).on()).isEqualTo(MONDAY.plusDays(3));
    }

    @Test
    void onlyWhatIsWishedIsProposed() {
        // when
        var aftercare = PATTERN.proposals(new Wish(MONDAY, WORKING_DAYS, false, true, false), day -> false);

        // then
        assertThat(aftercare).extracting(Proposed::phase).containsOnly(Phase.AFTERCARE_WEEKLY, Phase.AFTERCARE_MONTHLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3x", "0x180", "8x180", "3x20", "3x481", "x180", "3x180x2"})
    void stepWithoutSenseIsRefused(String text) {
        // when, then
        assertThatThrownBy(() -> Step.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stepsThatGrowAreRefused() {
        // when, then
        assertThatThrownBy(() ->
                        new StepDownPattern(List.of(new Step(2, 180), new Step(3, 120)), 2, 12, 12, 90, List.of(), 15))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
