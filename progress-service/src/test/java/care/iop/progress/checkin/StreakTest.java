package care.iop.progress.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days reported stand as how many days ago they were. */
class StreakTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource({
        "'', 1, 0",
        "0, 1, 1",
        "1, 1, 1",
        "2, 1, 1",
        "3, 1, 0",
        "0 1 2, 1, 3",
        "0 2 4, 1, 3",
        "0 1 4 5, 1, 2",
        "1, 0, 1",
        "2, 0, 0",
        "0 1 3, 0, 2",
        "0 3 6, 2, 3",
        "-1 0 1, 1, 3"
    })
    void singleDaysWithoutACheckInLeaveItWhole(String reported, int forgiven, int expected) {
        // when
        var streak = Streak.of(daysAgo(reported), TODAY, forgiven);

        // then
        assertThat(streak.days()).isEqualTo(expected);
    }

    @Test
    void daysOfTheLastWeekAndMonthAreCounted() {
        // when
        var streak = Streak.of(daysAgo("0 6 7 29 30"), TODAY, 1);

        // then
        assertThat(streak.ofLast7()).isEqualTo(2);
        assertThat(streak.ofLast30()).isEqualTo(4);
        assertThat(streak.includesToday()).isTrue();
    }

    @Test
    void yesterdayIsNotToday() {
        // when
        var streak = Streak.of(daysAgo("1"), TODAY, 1);

        // then
        assertThat(streak.includesToday()).isFalse();
    }

    private static List<LocalDate> daysAgo(String reported) {
        return Arrays.stream(reported.split(" "))
                .filter(text -> !text.isEmpty())
                .map(text -> TODAY.minusDays(Long.parseLong(text)))
                .toList();
    }
}
