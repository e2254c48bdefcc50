package care.iop.scheduling.booking;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;

/** The program's own policy on attendance, as configured. */
@ConfigMapping(prefix = "scheduling.attendance")
interface AttendanceSettings {

    /** How late a client may come for LATE. */
    Duration lateAtMost();

    /** Share of the planned minutes from which PARTIAL counts. */
    int partialCountsFromPercent();

    /** How long before the start a client must tell us. */
    Duration notice();

    /** Delivered minutes from which a day is an H0015 day. */
    int h0015DayMinutes();

    /** Gives the rules to whoever applies them. */
    @ApplicationScoped
    class Configured {

        @Produces
        AttendanceRules rules(AttendanceSettings settings) {
            return new AttendanceRules(settings.lateAtMost(), settings.partialCountsFromPercent(), settings.notice());
        }
    }
}
