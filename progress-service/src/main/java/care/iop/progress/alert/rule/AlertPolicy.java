package care.iop.progress.alert.rule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * The thresholds of the alert rules. All of them are our own policy, for a clinical owner to confirm; the cut-offs of
 * instruments that they lean on are published.
 */
@ConfigMapping(prefix = "iop.progress.alerts")
public interface AlertPolicy {

    SuicidalThoughts suicidalThoughts();

    Withdrawal withdrawal();

    /** Answers to item 9 of PHQ-9, 0 to 3. */
    interface SuicidalThoughts {
        @WithDefault("1")
        int high();

        @WithDefault("3")
        int critical();
    }

    /** Points of CIWA-Ar (0 to 67) and COWS (0 to 48). */
    interface Withdrawal {
        @WithDefault("10")
        int alcoholHigh();

        @WithDefault("19")
        int alcoholCritical();

        @WithDefault("13")
        int opioidHigh();

        @WithDefault("37")
        int opioidCritical();
    }
}
