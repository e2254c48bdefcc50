package care.iop.intake.notification;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** How receivers are told: our own policy. */
@ConfigMapping(prefix = "iop.notifications")
interface NotificationSettings {

    /** What the keys of all receivers are made of; another one makes all of them void. Without it there are no notifications. */
    Optional<String> signingKey();

    /** How often it is looked for something to tell. */
    Duration deliverEvery();

    /** How long a receiver may take to answer. */
    Duration answerWithin();

    /** The longest pause between two attempts. */
    Duration longestPause();

    /** A receiver that fails for so long is switched off. */
    Duration giveUpAfter();

    /** How long what has happened is kept for receivers that ask for it. */
    Duration keptFor();

    /** Whether addresses may be plain http and of this machine or a private network: for tests and a machine of one's own. */
    boolean privateReceiversAllowed();
}
