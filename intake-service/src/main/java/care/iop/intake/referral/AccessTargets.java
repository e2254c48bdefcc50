package care.iop.intake.referral;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How soon people should get an answer and a first service: our own policy, for a clinical owner to confirm. */
@ConfigMapping(prefix = "iop.access")
interface AccessTargets {

    /** From the arrival of a referral to the answer to its sender. */
    AcknowledgeWithin acknowledgeWithin();

    /** From the first contact to the first clinical service. */
    Duration firstServiceWithin();

    /** By how soon the sender wants an answer. */
    interface AcknowledgeWithin {

        Duration routine();

        Duration urgent();

        Duration emergent();
    }
}
