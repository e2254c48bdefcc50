package care.iop.intake.authorization;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** How authorized units are counted and watched: our own policy, for a clinical and a billing owner to confirm. */
@ConfigMapping(prefix = "iop.authorization")
interface AuthorizationSettings {

    /** Changes with every change of what follows. */
    String policyVersion();

    /** So many days before units or validity end a concurrent review is due. */
    int reviewDaysBefore();

    /** On at most so many days of a week somebody is expected to be treated, 1 to 7. */
    int treatmentDaysPerWeek();

    /** How often stays that changed are forecast again. */
    Duration forecastEvery();

    /** By the payer's code of the service. */
    Map<String, Service> service();

    /** How one service is counted. */
    interface Service {

        UnitBasis basis();

        /** For DAY and VISIT: delivered minutes from which it is a unit. */
        OptionalInt minimumMinutes();

        /** For HOUR and QUARTER_HOUR: minutes of a begun unit that make it a whole one; only whole units when absent. */
        OptionalInt roundUpFromMinutes();

        /** The sessions that count. */
        List<SessionKind> kinds();

        /** What a week takes when nothing is booked yet; from the prescribed minutes when absent. */
        OptionalInt usualUnitsPerWeek();
    }
}
