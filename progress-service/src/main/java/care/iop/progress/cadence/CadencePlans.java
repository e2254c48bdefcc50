package care.iop.progress.cadence;

import care.iop.chassis.instrument.Instruments;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The cadences that are set, checked once, when the service starts. */
@ApplicationScoped
@Startup
class CadencePlans {

    private static final String OTHER = "other";

    private final CadencePolicy policy;

    /** Refuses settings without a cadence for other levels, with an instrument that doesn't exist, or with no days between. */
    CadencePlans(CadencePolicy policy, Instruments instruments) {
        this.policy = policy;
        if (!policy.levels().containsKey(OTHER)) {
            throw new IllegalStateException(
                    "iop.progress.cadence.levels.other is needed, for levels that are not named");
        }
        policy.levels().forEach((name, level) -> {
            codes(level).stream()
                    .filter(code -> instruments.find(code).isEmpty())
                    .findFirst()
                    .ifPresent(code -> {
                        throw new IllegalStateException("iop.progress.cadence.levels." + name + " names " + code
                                + ", which is no instrument here. Maybe it is written differently");
                    });
            if (level.everyDays().values().stream().anyMatch(days -> days < 1)) {
                throw new IllegalStateException(
                        "iop.progress.cadence.levels." + name + ".every-days must be 1 or more for each instrument");
            }
        });
    }

    private static Set<String> codes(CadencePolicy.Level level) {
        var codes = new HashSet<String>(level.everyDays().keySet());
        codes.addAll(level.atAdmission().orElse(List.of()));
        codes.addAll(level.atDischarge().orElse(List.of()));
        level.afterDischarge().values().forEach(codes::addAll);
        return codes;
    }

    /** The cadence of a level of care. */
    CadencePolicy.Level of(String levelOfCare) {
        var named = policy.levels().get(levelOfCare);
        return Objects.requireNonNull(named == null ? policy.levels().get(OTHER) : named);
    }

    CadencePolicy policy() {
        return policy;
    }
}
