package care.iop.intake.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {

    /** 2026: Independence Day is a Saturday. 2027: Juneteenth, Christmas and the next New Year are, Independence Day a Sunday. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026 | 01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25
            2027 | 01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31
            """)
    void holidaysOfAYear(int year, String holidays) {
        // when
        var closedWeekdays = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .filter(day -> !BusinessCalendar.isBusinessDay(day))
                .toList();

        // then
        assertThat(closedWeekdays)
                .isEqualTo(Stream.of(holidays.split(" "))
                        .map(day -> LocalDate.parse(year + "-" + day))
                        .toList());
    }

    @Test
    void weekendsAreNoBusinessDays() {
        // given
        var weekend = List.of(LocalDate.of(2026, 9, 12), LocalDate.of(2026, 9, 13));

        // when
        var open = weekend.stream().filter(BusinessCalendar::isBusinessDay).toList();

        // then
        assertThat(open).isEmpty();
    }
}
