package care.iop.intake.duplicate;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Map;

/** How records are compared: our own policy, for a clinical owner to confirm. */
@ConfigMapping(prefix = "iop.duplicates")
interface DuplicateSettings {

    /** The points of each kind of evidence, below zero when it speaks against one person. One that is missing stops the start. */
    Map<Evidence, Integer> points();

    /** From so many points on, a pair is put to a person. */
    int possibleFrom();

    /** From so many points on, a pair with the same given name is called likely. */
    int likelyFrom();

    /** The Jaro-Winkler similarity, 0 to 1, from which on names are called similar. */
    double similarNameFrom();

    /** How often who was registered or corrected since is compared with all others. */
    Duration searchEvery();

    /** For one record, at most so many pairs are put to a person, the strongest first. */
    int mostPairs();
}
