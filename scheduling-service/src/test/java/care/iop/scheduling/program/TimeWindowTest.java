package care.iop.scheduling.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWindowTest {

    private static TimeWindow monday(String from, String until) {
        return new TimeWindow(DayOfWeek.MONDAY, LocalTime.parse(from), LocalTime.parse(until));
    }

    @Test
    void windowsMayTouchAndReachMidnight() {
        // given
        var windows = List.of(monday("08:00", "12:00"), monday("12:00", "13:15"), monday("20:45", "00:00"));

        // when, then
        assertThatCode(() -> TimeWindow.requireSound("/available", windows)).doesNotThrowAnyException();
        assertThat(windows.get(2).endMinute()).isEqualTo(1440);
    }

    @Test
    void midnightToMidnightIsAWholeDay() {
        // given
        var windows = List.of(monday("00:00", "00:00"));

        // when, then
        assertThatCode(() -> TimeWindow.requireSound("/available", windows)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"09:00, 09:00", "10:00, 09:45", "09:07, 10:00", "09:00, 10:00:15"})
    void refusesWindowsThatRunBackwardOrAreOffTheGrid(String from, String until) {
        // given
        var windows = List.of(monday(from, until));

        // when, then
        assertThatThrownBy(() -> TimeWindow.requireSound("/available", windows)).isInstanceOf(ProblemException.class);
    }

    @Test
    void namesEveryWindowThatOverlapsAnEarlierOne() {
        // given
        var windows = List.of(monday("08:00", "12:00"), monday("11:45", "13:00"), monday("12:45", "14:00"));

        // when, then
        assertThatThrownBy(() -> TimeWindow.requireSound("/available", windows))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.errors())
                        .extracting(FieldProblem::pointer)
                        .containsExactly("/available/1", "/available/2"));
    }
}
