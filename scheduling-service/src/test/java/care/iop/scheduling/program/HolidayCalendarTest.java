package care.iop.scheduling.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The federal holidays as the Office of Personnel Management lists them for these years. */
class HolidayCalendarTest {

    @Test
    void federalHolidaysOfAYear() {
        // when
        var days = HolidayCalendar.US_FEDERAL.of(2026);

        // then
        assertThat(days)
                .extracting(Closure::closedOn)
                .containsExactly(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 1, 19),
                        LocalDate.of(2026, 2, 16),
                        LocalDate.of(2026, 5, 25),
                        LocalDate.of(2026, 6, 19),
                        // Independence Day is a Saturday, observed the day before.
                        LocalDate.of(2026, 7, 3),
                        LocalDate.of(2026, 7, 4),
                        LocalDate.of(2026, 9, 7),
                        LocalDate.of(2026, 10, 12),
                        LocalDate.of(2026, 11, 11),
                        LocalDate.of(2026, 11, 26),
                        LocalDate.of(2026, 12, 25));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-07-05, Independence Day (observed)",
        "2027-12-24, Christmas Day (observed)",
        // New Year's Day of 2028 is a Saturday: its observance falls into the year before.
        "2027-12-31, New Year's Day (observed)",
        "2028-01-01, New Year's Day",
        "2023-01-02, New Year's Day (observed)",
        "2021-06-18, Juneteenth National Independence Day (observed)"
    })
    void observedOnTheNearestWeekday(LocalDate day, String reason) {
        // when, then
        assertThat(HolidayCalendar.US_FEDERAL.on(day)).map(Closure::reason).contains(reason);
    }

    @Test
    void juneteenthBeganIn2021AndOtherDaysAreOpen() {
        // when, then
        assertThat(HolidayCalendar.US_FEDERAL.on(LocalDate.of(2020, 6, 19))).isEmpty();
        assertThat(HolidayCalendar.US_FEDERAL.on(LocalDate.of(2026, 11, 27))).isEmpty();
        assertThat(HolidayCalendar.NONE.on(LocalDate.of(2026, 12, 25))).isEmpty();
    }
}
