package care.iop.scheduling.roster.engine.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekHoursTest {

    @Test
    void windowsThatTouchOrOverlapBecomeOne() {
        // given
        Stream<String> windows = Stream.of("Mon 11:00-13:00", "Tue 09:00-10:00", "Mon 09:00-11:00", "Mon 12:00-12:30");

        // when
        WeekHours hours = new WeekHours(windows.map(SampleWeek::window).toList());

        // then
        List<WeekWindow> merged = List.of(SampleWeek.window("Mon 09:00-13:00"), SampleWeek.window("Tue 09:00-10:00"));
        assertEquals(merged, hours.windows());
    }

    @Test
    void windowsApartStayApart() {
        // given
        WeekWindow morning = SampleWeek.window("Mon 09:00-11:00");
        WeekWindow noon = SampleWeek.window("Mon 11:15-13:00");

        // when
        WeekHours hours = WeekHours.of(noon, morning);

        // then
        assertEquals(List.of(morning, noon), hours.windows());
    }

    @ParameterizedTest
    @CsvSource({
        "Mon 09:00-11:00, true, 0",
        "Mon 08:45-10:00, false, 15",
        "Mon 10:00-11:30, false, 30",
        "Tue 09:00-11:00, false, 120",
        "Mon 10:30-13:30, false, 120"
    })
    void coversWholeWindowsOnly(String asked, boolean covered, int minutesOutside) {
        // given
        WeekHours hours = WeekHours.of(SampleWeek.window("Mon 09:00-11:00"), SampleWeek.window("Mon 13:00-14:00"));

        // when
        WeekWindow window = SampleWeek.window(asked);

        // then
        assertEquals(covered, hours.covers(window));
        assertEquals(minutesOutside, hours.minutesOutside(window));
    }
}
