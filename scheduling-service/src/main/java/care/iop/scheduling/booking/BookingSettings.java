package care.iop.scheduling.booking;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** The program's own policy on seats, as configured. */
@ConfigMapping(prefix = "scheduling.booking")
interface BookingSettings {

    /** How long a held seat is nobody else's. */
    Duration holdFor();

    /** How many days after a missed session its make-up may be, beside the rest of its week. */
    Duration makeUpWithin();
}
