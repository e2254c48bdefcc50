package care.iop.intake.admission;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Map;

/** What happens on the way out of treatment and after it: our own policy, for a clinical owner to confirm. */
@ConfigMapping(prefix = "iop.episode")
interface EpisodeSettings {

    Discharge discharge();

    Aftercare aftercare();

    FollowUps followUps();

    /** The end of a stay. */
    interface Discharge {

        /** The TEDS reason, 1 to 7, that each end reason counts as. A reason that is missing stops the start. */
        Map<EndReason, Integer> tedsReason();

        /** The code that the state asks for, which is its own and not a TEDS code; none for reasons that aren't here. */
        Map<EndReason, String> stateCode();

        /** Somebody is lost after so many days without contact… */
        int lostAfterDays();

        /** …or after so many attempts to reach them. */
        int lostAfterAttempts();
    }

    /** Contacts after treatment. */
    interface Aftercare {

        /** How many contacts come weekly. */
        int weeklyContacts();

        /** Until how many months after the beginning contacts go on, monthly from the last weekly one. */
        int months();
    }

    /** Contacts after a discharge. */
    interface FollowUps {

        /** So many days after the discharge. */
        List<Integer> days();

        /** A contact is due from so many days before its day until so many days after it, and then overdue. */
        int windowDays();
    }
}
