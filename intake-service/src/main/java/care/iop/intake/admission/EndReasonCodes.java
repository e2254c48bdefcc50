package care.iop.intake.admission;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/**
 * The codes under which an end reason is reported: TEDS REASON (1 completed, 2 dropped out, 3 terminated by the
 * facility, 4 transferred, 5 incarcerated, 6 death, 7 other) and, kept apart from it, the state's own.
 */
@Startup
@ApplicationScoped
class EndReasonCodes {

    private final Map<EndReason, Integer> teds;
    private final Map<EndReason, String> state;

    /** Stops the start of the service when a reason has no TEDS reason, or one that doesn't exist. */
    EndReasonCodes(EpisodeSettings settings) {
        teds = settings.discharge().tedsReason();
        state = settings.discharge().stateCode();
        for (var reason : EndReason.values()) {
            var code = teds.get(reason);
            if (code == null || code < 1 || code > 7) {
                throw new IllegalStateException(
                        "iop.episode.discharge.teds-reason." + reason + " must be from 1 to 7, and is " + code);
            }
        }
    }

    int teds(EndReason reason) {
        return teds.getOrDefault(reason, 7);
    }

    Optional<String> state(EndReason reason) {
        return Optional.ofNullable(state.get(reason));
    }
}
