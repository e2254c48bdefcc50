package care.iop.progress.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Period;
import java.time.ZoneId;

/** The thresholds of the review criteria. All of them are our own policy, for a clinical owner to confirm. */
@ConfigMapping(prefix = "iop.progress.reviews")
public interface ReviewPolicy {

    /** How long a level may go without a review, whatever the figures say. */
    @WithDefault("P30D")
    Period reviewEvery();

    /** How long the same suggestion is not repeated. */
    @WithDefault("P14D")
    Period repeatAfter();

    /** In whose time days and weeks are. */
    @WithDefault("${iop.progress.alert-clocks.zone:America/New_York}")
    ZoneId zone();

    StepDown stepDown();

    StepUp stepUp();

    Attention attention();

    /** All of these speak together for a step down. Check-ins are those of the last 14 days, weeks the last 4 whole ones. */
    interface StepDown {

        @WithDefault("14")
        int daysAtLevel();

        /** Attended of counted sessions, 0 to 1. */
        @WithDefault("0.8")
        BigDecimal attendance();

        /** How many sessions must have been counted for their rate to say something. */
        @WithDefault("8")
        int countedSessions();

        /** Delivered of planned minutes, 0 to 1. */
        @WithDefault("0.8")
        BigDecimal hours();

        /** How many of 14 days must have been reported for silence not to be read as good. */
        @WithDefault("10")
        int daysReported();

        /** The mean of reported craving, 0 to 10. */
        @WithDefault("3")
        BigDecimal craving();

        /** Met of open objectives, 0 to 1. */
        @WithDefault("0.5")
        BigDecimal objectivesMet();
    }

    /** Each of these speaks for a step up. */
    interface StepUp {

        /** Days of reported use in 14 days. */
        @WithDefault("4")
        int daysOfUse();

        /** The mean of reported craving in 14 days, 0 to 10. */
        @WithDefault("7")
        BigDecimal craving();

        /** How many days must have been reported for the mean to say something. */
        @WithDefault("3")
        int daysReported();

        /** Open alerts of severity high or critical. */
        @WithDefault("1")
        int openAlerts();
    }

    /** Each of these asks to look, in neither direction. */
    interface Attention {

        /** Sessions missed in a row. */
        @WithDefault("2")
        int missedInARow();

        /** Delivered of prescribed minutes in the last 2 whole weeks, 0 to 1. */
        @WithDefault("0.5")
        BigDecimal hours();

        /** Objectives past their day that are not met. */
        @WithDefault("1")
        int objectivesOverdue();
    }
}
