package care.iop.intake.narrowing;

import care.iop.chassis.outbox.Readers;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Holds the answer, after the commit, until the services that keep copies of consents have taken the change in, or by their own
 * rule disclose nothing because their copy may be too old.
 */
@Provider
@NarrowsDisclosure
class InForceEverywhereFilter implements ContainerResponseFilter {

    /** What a reader's clock and its look at Kafka may add to its bound. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final Readers readers;
    private final String topic;
    private final List<String> groups;
    private final Duration refusesBehind;
    private final Duration atMost;

    InForceEverywhereFilter(
            Readers readers,
            @ConfigProperty(name = "iop.consent-copy.topic") String topic,
            @ConfigProperty(name = "iop.consent-copy.readers") Optional<List<String>> groups,
            @ConfigProperty(name = "iop.consent-copy.most-behind") Duration mostBehind,
            @ConfigProperty(name = "iop.consent-copy.confirmed-within") Duration atMost) {
        this.readers = readers;
        this.topic = topic;
        this.groups = groups.orElse(List.of());
        this.refusesBehind = mostBehind.plus(MARGIN);
        this.atMost = atMost;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL
                && !groups.isEmpty()
                && !readers.haveTakenIn(topic, groups, refusesBehind, atMost)) {
            response.setStatus(Response.Status.ACCEPTED.getStatusCode());
        }
    }
}
