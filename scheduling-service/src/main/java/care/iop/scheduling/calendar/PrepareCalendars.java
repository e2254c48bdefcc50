package care.iop.scheduling.calendar;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Writes a calendar of every kind of entry before the first request comes. The library is large: its first use takes long, and
 * several requests at once would be that first use together.
 */
@Startup
@ApplicationScoped
class PrepareCalendars {

    PrepareCalendars(CalendarSettings settings, Clock clock) {
        var changedAt = clock.instant();
        var start = changedAt.truncatedTo(ChronoUnit.HOURS).atZone(ZoneId.of("America/New_York"));
        var rule = WeeklyRecurrence.of(
                List.of(
                        start.toLocalDate(),
                        start.toLocalDate().plusWeeks(1),
                        start.toLocalDate().plusWeeks(3)),
                start.toLocalTime(),
                start.getZone());
        var hour = Duration.ofHours(1);
        ICalendar.write(
                List.of(
                        new Entry(
                                "1", start, hour, null, rule, Entry.State.CONFIRMED, 0, changedAt, "Prepared", "Here"),
                        new Entry("1", start, hour, start, null, Entry.State.CANCELLED, 1, changedAt, "Prepared", null),
                        new Entry("2", start, hour, null, null, Entry.State.TENTATIVE, 0, changedAt, "Prepared", null)),
                settings.refresh());
    }
}
