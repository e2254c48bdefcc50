package care.iop.scheduling.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ICalendarTest {

    private static final Instant CHANGED = Instant.parse("2026-11-20T10:00:00.123456Z");

    private static Entry entry(ZonedDateTime start, Entry.Recurrence rule) {
        return new Entry(
                "a.0", start, Duration.ofHours(1), null, rule, Entry.State.CONFIRMED, 2, CHANGED, "Appointment", null);
    }

    private static String write(Entry... entries) {
        return new String(ICalendar.write(List.of(entries), Duration.ofMinutes(15)), StandardCharsets.UTF_8);
    }

    @Test
    void eventSaysWhatCalendarsNeedAndNoMore() throws Exception {
        // given
        var start = ZonedDateTime.of(2026, 11, 23, 9, 0, 0, 0, ZoneId.of("America/New_York"));

        // when
        var text = write(entry(start, null));

        // then
        assertThat(text)
                .contains("DTSTART;TZID=America/New_York:20261123T090000")
                .contains("DTEND;TZID=America/New_York:20261123T100000")
                .contains("DTSTAMP:20261120T100000Z")
                .contains("SEQUENCE:2")
                .contains("STATUS:CONFIRMED")
                .contains("CLASS:PRIVATE")
                .contains("SUMMARY:Appointment\r\n")
                .contains("BEGIN:VTIMEZONE\r\nTZID:America/New_York")
                .doesNotContain("LOCATION")
                .doesNotContain("DESCRIPTION");
        assertThat(new CalendarBuilder().build(new StringReader(text)).<VEvent>getComponents("VEVENT"))
                .hasSize(1);
    }

    @Test
    void sameEntriesGiveTheSameBytes() {
        // given
        var start = ZonedDateTime.of(2026, 11, 23, 9, 0, 0, 0, ZoneId.of("America/New_York"));

        // when, then
        assertThat(write(entry(start, null))).isEqualTo(write(entry(start, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "America/Phoenix", "Australia/Lord_Howe", "Asia/Kathmandu"})
    void zoneDefinesEveryOffsetOfTheYear(String zone) {
        // given
        var id = ZoneId.of(zone);
        var start = ZonedDateTime.of(2026, 1, 5, 9, 0, 0, 0, id);

        // when
        var text = write(entry(start, null));

        // then
        var changes = id.getRules().nextTransition(start.toInstant());
        if (changes == null || changes.getInstant().isAfter(start.plusYears(1).toInstant())) {
            assertThat(text).containsOnlyOnce("TZOFFSETTO:").doesNotContain("BEGIN:DAYLIGHT");
        } else {
            assertThat(text)
                    .contains(
                            "DTSTART:" + changes.getDateTimeBefore().toString().replaceAll("[-:]", "") + "00")
                    .contains("TZOFFSETTO:" + changes.getOffsetAfter().getId().replace(":", ""))
                    .contains("BEGIN:DAYLIGHT")
                    .contains("BEGIN:STANDARD");
        }
    }

    @Test
    void weeklyRuleMakesExactlyTheDaysThatAreMeant() {
        // given: Mondays and Thursdays every other week, without a holiday
        var zone = ZoneId.of("America/New_York");
        var days = List.of(
                LocalDate.of(2026, 10, 19),
                LocalDate.of(2026, 10, 22),
                LocalDate.of(2026, 11, 2),
                LocalDate.of(2026, 11, 16),
                LocalDate.of(2026, 11, 19));

        // when
        var rule = WeeklyRecurrence.of(days, LocalTime.of(9, 0), zone);

        // then
        assertThat(rule.rrule()).startsWith("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=MO;UNTIL=20261119T140000Z");
        assertThat(rule.without()).extracting(ZonedDateTime::toLocalDate).containsExactly(LocalDate.of(2026, 11, 5));
        var expanded = new Recur<LocalDate>(rule.rrule().replaceAll(";UNTIL=.*", ""))
                .getDates(days.get(0), days.get(0), days.get(4).plusDays(1));
        expanded.removeIf(
                day -> rule.without().stream().anyMatch(out -> out.toLocalDate().equals(day)));
        assertThat(expanded).containsExactlyElementsOf(days);
    }

    @Test
    void instancesThatAreNotMeantCarryTheZone() throws Exception {
        // given
        var zone = ZoneId.of("America/New_York");
        var rule = WeeklyRecurrence.of(
                List.of(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 16)), LocalTime.of(9, 0), zone);
        var gap = WeeklyRecurrence.of(
                List.of(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 23)),
                LocalTime.of(9, 0),
                zone);

        // when
        var text = write(entry(ZonedDateTime.of(2026, 11, 2, 9, 0, 0, 0, zone), gap));

        // then
        assertThat(rule.rrule()).contains("INTERVAL=2");
        assertThat(text).contains("EXDATE;TZID=America/New_York:20261116T090000");
        assertThat(new CalendarBuilder().build(new StringReader(text)).<VEvent>getComponents("VEVENT"))
                .hasSize(1);
    }
}
