package care.iop.progress.checkin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How days of check-ins are counted; the suite's own policy, for a clinical owner to confirm. */
@ConfigMapping(prefix = "iop.progress.check-ins")
interface CheckInPolicy {

    /** How many days without a check-in, one after another, leave a streak whole. */
    @WithDefault("1")
    int forgivenDays();
}
