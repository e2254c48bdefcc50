package care.iop.scheduling.dose;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a week must hold at each level of care: the program's own policy, as configured. */
@ConfigMapping(prefix = "scheduling.dose")
interface DoseSettings {

    /** By level of care as intake writes it; a level that is not here has no minimum. */
    Map<String, Minimum> levels();

    /** Programs for people under 18, who need fewer minutes. */
    Optional<Set<UUID>> youthPrograms();

    /** What level 2.1 needs in these. */
    int youthMinutes();

    /** How many days after the week a missed session can still be made up. */
    int makeUpDaysAfter();

    /** What a week needs. */
    interface Minimum {

        int minutes();

        int days();
    }
}
