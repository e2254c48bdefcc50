package care.iop.progress.cadence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is measured when, by level of care. All of it is the suite's own policy, for a clinical owner to confirm. */
@ConfigMapping(prefix = "iop.progress.cadence")
interface CadencePolicy {

    /** By the code of the level, such as 2.1; the one named "other" is for all levels that are not named. */
    Map<String, Level> levels();

    /** How many days after the admission a first result is overdue. */
    @WithDefault("7")
    int daysForBaseline();

    /** How many days after it is due anything else is overdue. */
    @WithDefault("3")
    int graceDays();

    /** How many days after a discharge, and after each follow-up date, a result still counts for it. */
    @WithDefault("30")
    int followUpDays();

    /** How many days before a discharge, and before each follow-up date, a result counts for it already. */
    @WithDefault("7")
    int daysEarly();

    /** How long a person may put off a measurement. */
    @WithDefault("7")
    int ownSnoozeDays();

    /** How long a clinician may put it off. */
    @WithDefault("14")
    int snoozeDays();

    /** The cadence of one level, in codes of instruments. */
    interface Level {

        /** Measured once, at the beginning. */
        Optional<List<String>> atAdmission();

        /** Measured again and again: so many days after the last time, by the code of the instrument. */
        Map<String, Integer> everyDays();

        /** Measured once, at the end. */
        Optional<List<String>> atDischarge();

        /** Measured once, so many days after the end. */
        Map<Integer, List<String>> afterDischarge();

        /** Whether a check-in is asked for each day. */
        @WithDefault("true")
        boolean dailyCheckIn();
    }
}
