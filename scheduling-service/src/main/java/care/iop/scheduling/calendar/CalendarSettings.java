package care.iop.scheduling.calendar;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What calendars show and how often they are asked for, as configured. */
@ConfigMapping(prefix = "scheduling.calendar")
interface CalendarSettings {

    /** How many days back a calendar goes. */
    int pastDays();

    /** How many days ahead a calendar goes. */
    int futureDays();

    /** How often a calendar program should ask. */
    Duration refresh();
}
