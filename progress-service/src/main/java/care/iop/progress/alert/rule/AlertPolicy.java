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

    Craving craving();

    Mood mood();

    Deterioration deterioration();

    Attendance attendance();

    Silence silence();

    /** How many reports of the 7 days before a day are needed for the median of those days to say something. */
    @WithDefault("3")
    int reportsForMedian();

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

    /** Craving of check-ins, 0 to 10. */
    interface Craving {
        @WithDefault("7")
        int medium();

        @WithDefault("9")
        int high();

        @WithDefault("3")
        int rise();

        @WithDefault("5")
        int lasting();

        @WithDefault("3")
        int lastingDays();
    }

    /** Mood of check-ins, 0 (worst) to 10. */
    interface Mood {
        @WithDefault("2")
        int low();

        @WithDefault("4")
        int fall();
    }

    /** Subscales of the BAM, 0 to 24. */
    interface Deterioration {
        @WithDefault("12")
        int riskFrom();

        @WithDefault("4")
        int riskRise();

        @WithDefault("12")
        int protectionTo();
    }

    /** Missed sessions in a row, hours of a week, and how old a session may be to call somebody. */
    interface Attendance {
        @WithDefault("2")
        int consecutive();

        @WithDefault("3")
        int dropoutRisk();

        @WithDefault("540")
        int minimumMinutes();

        @WithDefault("7")
        int daysBack();
    }

    /** Days since the last check-in, and since anything was heard. */
    interface Silence {
        @WithDefault("3")
        int withoutCheckIn();

        @WithDefault("7")
        int withoutContact();
    }
}
