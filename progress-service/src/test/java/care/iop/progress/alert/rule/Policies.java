package care.iop.progress.alert.rule;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.TreeMap;

/** The alert policy as it is set by default, with some of it changed. */
public final class Policies {

    private Policies() {}

    /** All rules with the thresholds that are set by default. */
    public static Rules rules() {
        return new Rules(ofAlerts(), new SimpleMeterRegistry());
    }

    /** The defaults, except for these keys and their values. */
    public static AlertPolicy ofAlerts(String... changed) {
        Map<String, String> settings = new TreeMap<>();
        for (int i = 0; i < changed.length; i += 2) {
            settings.put(changed[i], changed[i + 1]);
        }
        return new SmallRyeConfigBuilder()
                .withMapping(AlertPolicy.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(AlertPolicy.class);
    }
}
