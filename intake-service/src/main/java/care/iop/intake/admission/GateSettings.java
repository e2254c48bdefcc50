package care.iop.intake.admission;

import care.iop.intake.gate.Gate;
import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which gates have to be met before treatment starts: our own policy, for a clinical owner to confirm. */
@ConfigMapping(prefix = "iop.admission")
interface GateSettings {

    /** Those of every organization that has no list of its own; absent means none. */
    Optional<List<Gate>> gates();

    /** By the organization's slug. */
    Map<String, OfOrganization> organization();

    /** What one organization has otherwise. */
    interface OfOrganization {

        /** In place of the default list, which it replaces whole; absent means the default list. */
        Optional<List<Gate>> gates();
    }
}
