package care.iop.scheduling.roster;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.scheduling.program.TimeWindow;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeHoursTest {

    private static final FreeHours MONDAY_AND_TUESDAY = FreeHours.of(List.of(
            new TimeWindow(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0)),
            new TimeWindow(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    12:00 | 13:00 | Mon 09:00–12:00, Mon 13:00–17:00
                    09:00 | 10:00 | Mon 10:00–17:00
                    16:00 | 17:00 | Mon 09:00–16:00
                    08:00 | 10:00 | Mon 10:00–17:00
                    17:00 | 18:00 | Mon 09:00–17:00
                    08:00 | 09:00 | Mon 09:00–17:00
                    09:00 | 17:00 | ''
                    08:00 | 18:00 | ''
                    """)
    void cutsOutWhatIsTaken(LocalTime from, LocalTime until, String left) {
        // given
        var taken = WeekWindow.of(DayOfWeek.MONDAY, from, until);

        // when
        var hours = MONDAY_AND_TUESDAY.without(taken).without(DayOfWeek.TUESDAY).hours();

        // then
        assertThat(String.join(
                        ", ", hours.windows().stream().map(String::valueOf).toList()))
                .isEqualTo(left);
    }

    @Test
    void otherDaysStay() {
        // when
        var hours = MONDAY_AND_TUESDAY.without(DayOfWeek.MONDAY).hours();

        // then
        assertThat(hours.windows())
                .containsExactly(WeekWindow.of(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(17, 0)));
    }

    @Test
    void severalCutsAddUp() {
        // given
        var taken = List.of(
                WeekWindow.of(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(12, 0)),
                WeekWindow.of(DayOfWeek.MONDAY, LocalTime.of(11, 0), LocalTime.of(17, 0)));

        // when
        var hours = MONDAY_AND_TUESDAY.without(taken).without(DayOfWeek.TUESDAY).hours();

        // then
        assertThat(hours.windows()).isEmpty();
    }
}
