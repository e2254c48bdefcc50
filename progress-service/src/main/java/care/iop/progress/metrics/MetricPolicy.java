package care.iop.progress.metrics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** The settings of metrics. All of them are our own policy, for the program's owner to confirm. */
@ConfigMapping(prefix = "iop.progress.metrics")
public interface MetricPolicy {

    /** Counts of persons from 1 to below this are hidden; 1 hides nothing. */
    @WithDefault("11")
    int suppressBelow();

    /** In whose time days and months are. */
    @WithDefault("${iop.progress.alert-clocks.zone:America/New_York}")
    ZoneId zone();

    /** Within how many days, the admission's included, the first service initiates treatment. */
    @WithDefault("14")
    int initiationDays();

    /** Within how many days after the initiation further services engage a person. */
    @WithDefault("34")
    int engagementDays();

    /** How many further services engage a person. */
    @WithDefault("2")
    int engagementServices();

    /** How many days before and after a follow-up's day its answers count for it. */
    @WithDefault("15")
    int followUpWindowDays();
}
