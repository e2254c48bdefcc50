package care.iop.progress.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;
import java.time.ZoneId;

/**
 * The settings of treatment plans. All of them are our own policy, for a clinical owner to confirm; the hours of level 2.1
 * are the usual 9 to 20 a week.
 */
@ConfigMapping(prefix = "iop.progress.plan")
public interface PlanPolicy {

    /** How long a plan in force may go without a review. */
    @WithDefault("P30D")
    Period reviewEvery();

    /** How long after the admission the first plan should be in force. */
    @WithDefault("P7D")
    Period firstPlanWithin();

    /** In whose time a plan's days are. */
    @WithDefault("${iop.progress.alert-clocks.zone:America/New_York}")
    ZoneId zone();

    /** The fewest minutes a week at level 2.1; a smaller dose that intake prescribed, as for people under 18, is the least then. */
    @WithDefault("540")
    int intensiveFromMinutes();

    /** The most minutes a week at level 2.1, and the fewest at level 2.5. */
    @WithDefault("1200")
    int partialHospitalFromMinutes();

    /** The fewest days a week at levels 2.1 and 2.5. */
    @WithDefault("3")
    int intensiveFromDays();

    /** The most minutes a day. */
    @WithDefault("300")
    int mostMinutesPerDay();
}
