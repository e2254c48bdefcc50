package care.iop.scheduling.roster.engine.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekWindowTest {

    @ParameterizedTest
    @CsvSource({"0, 15", "0, 1440", "1425, 1440", "540, 720"})
    void runsForwardWithinOneDayOnQuarterHours(int start, int end) {
        // given
        DayOfWeek day = DayOfWeek.MONDAY;

        // when
        WeekWindow window = new WeekWindow(day, start, end);

        // then
        assertEquals(end - start, window.minutes());
    }

    @ParameterizedTest
    @CsvSource({"-15, 15", "1425, 1455", "600, 600", "615, 600", "5, 60", "0, 50"})
    void refusesAnythingElse(int start, int end) {
        // given
        DayOfWeek day = DayOfWeek.MONDAY;

        // when
        Class<? extends Exception> refusal = assertThrows(
                        IllegalArgumentException.class, () -> new WeekWindow(day, start, end))
                .getClass();

        // then
        assertEquals(IllegalArgumentException.class, refusal);
    }

    @Test
    void midnightAsAnEndIsTheEndOfTheDay() {
        // given
        LocalTime from = LocalTime.of(22, 0);

        // when
        WeekWindow window = WeekWindow.of(DayOfWeek.SUNDAY, from, LocalTime.MIDNIGHT);

        // then
        assertEquals(120, window.minutes());
        assertEquals("Sun 22:00–24:00", window.toString());
        assertEquals(from, window.startTime());
    }

    @Test
    void refusesSeconds() {
        // given
        LocalTime withSeconds = LocalTime.of(9, 0, 1);

        // when
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> WeekWindow.of(DayOfWeek.MONDAY, withSeconds, LocalTime.of(10, 0)));

        // then
        assertEquals("A roster knows whole minutes only, but was given 09:00:01.", refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "Mon 09:00-10:00, Mon 10:00-11:00, 0",
        "Mon 09:00-10:00, Mon 09:45-11:00, 15",
        "Mon 09:00-12:00, Mon 10:00-11:00, 60",
        "Mon 09:00-10:00, Tue 09:00-10:00, 0"
    })
    void knowsHowMuchTimeItShares(String one, String other, int minutes) {
        // given
        WeekWindow window = SampleWeek.window(one);

        // when
        int shared = window.overlapMinutes(SampleWeek.window(other));

        // then
        assertEquals(minutes, shared);
    }

    @Test
    void sortsByDayThenStartThenEnd() {
        // given
        List<String> inOrder = List.of("Mon 10:00-11:00", "Mon 10:00-12:00", "Mon 11:00-11:15", "Tue 08:00-09:00");

        // when
        List<WeekWindow> sorted = Stream.of(3, 1, 0, 2)
                .map(inOrder::get)
                .map(SampleWeek::window)
                .sorted()
                .toList();

        // then
        assertEquals(inOrder.stream().map(SampleWeek::window).toList(), sorted);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "15, 1", "16, 2", "60, 4"})
    void aQuarterHourBegunCountsAsWhole(int minutes, int quarters) {
        // given
        int length = minutes;

        // when
        int counted = WeekWindow.quarters(length);

        // then
        assertEquals(quarters, counted);
    }
}
