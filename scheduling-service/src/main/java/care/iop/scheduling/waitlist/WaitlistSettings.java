package care.iop.scheduling.waitlist;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** The program's own policy on offers, as configured. */
@ConfigMapping(prefix = "scheduling.waitlist")
interface WaitlistSettings {

    /** How long an offer stands at the most. */
    Duration offerFor();

    /** An offer ends, and none is made, this long before the first meeting. */
    Duration lead();

    /** How often freed seats and overdue offers are looked for. */
    Duration lookEvery();

    /** When a client who could not be offered a free seat is looked at again. */
    Duration lookAgainAfter();
}
