package care.iop.chassis.http;

import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.EarlyProblems;
import care.iop.chassis.problem.ProblemException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses requests at once with 503 and Retry-After while as many are being answered as can be: more of them waiting would only
 * make all late. Refuses those, too, that have waited so long for a thread that whoever sent them may have given up: so a queue is
 * short again soon, however slow the machine. What a person's safety may hang on is never refused, and does not count.
 */
@ApplicationScoped
class RequestLimit {

    /** Before anything is done for a request. */
    private static final int FIRST = 2_000;

    /** When a request that counts was let in, in nanoseconds. */
    private static final String LET_IN = "iop.let-in";

    private static final String REFUSED = "/refused";

    private static final String DETAIL =
            "As many requests as this service can answer are being answered. Try again after the seconds of Retry-After.";

    private final AtomicInteger atOnce = new AtomicInteger();
    private final int most;
    private final Duration longestWait;
    private final List<String> neverRefused;
    private final String fhir;
    private final ObjectMapper json;
    private final Ids ids;
    private final Counter refused;

    RequestLimit(
            @ConfigProperty(name = "iop.http.most-at-once") int most,
            @ConfigProperty(name = "iop.http.longest-wait") Duration longestWait,
            @ConfigProperty(name = "iop.http.never-refused") Optional<List<String>> neverRefused,
            @ConfigProperty(name = "quarkus.http.root-path") String rootPath,
            ObjectMapper json,
            Ids ids,
            MeterRegistry meters) {
        var root = rootPath.endsWith("/") ? rootPath.substring(0, rootPath.length() - 1) : rootPath;
        this.most = most;
        this.longestWait = longestWait;
        this.neverRefused =
                neverRefused.orElse(List.of()).stream().map(path -> root + path).toList();
        this.fhir = root + "/fhir";
        this.json = json;
        this.ids = ids;
        this.refused = Counter.builder("iop.http.refused")
                .description("Requests that were refused because more came than can be answered in time")
                .register(meters);
    }

    void limit(@Observes Filters filters) {
        filters.register(this::letIn, FIRST);
    }

    private void letIn(RoutingContext context) {
        var path = context.request().path();
        if (neverRefused.contains(path)) {
            context.next();
        } else if (atOnce.incrementAndGet() > most) {
            atOnce.decrementAndGet();
            refused.increment();
            refuse(context, path);
        } else {
            // Called once, when the answer has gone or the connection has.
            context.addEndHandler(ended -> atOnce.decrementAndGet());
            context.put(LET_IN, System.nanoTime());
            context.next();
        }
    }

    /** To be called first by the thread that answers: refuses a request that has waited too long for it. */
    void requireInTime(RoutingContext context) {
        Long since = context.get(LET_IN);
        if (since != null && System.nanoTime() - since > longestWait.toNanos()) {
            refused.increment();
            throw new ProblemException(CommonProblem.TEMPORARILY_UNAVAILABLE, DETAIL);
        }
    }

    private void refuse(RoutingContext context, String path) {
        // It has not come to a route yet: its own path, with identifiers in it, would become the name of a time series.
        var metric = HttpRequestMetric.getRequestMetric(context);
        if (metric != null) {
            metric.setTemplatePath(REFUSED);
        }
        var requestId = ids.next().toString();
        var isFhir = path.equals(fhir) || path.startsWith(fhir + "/");
        context.response()
                .setStatusCode(CommonProblem.TEMPORARILY_UNAVAILABLE.status())
                .putHeader("Retry-After", "5")
                .putHeader("X-Request-Id", requestId)
                .putHeader("Content-Type", isFhir ? "application/fhir+json" : "application/problem+json")
                .end(
                        isFhir
                                ? EarlyProblems.outcome(json, CommonProblem.TEMPORARILY_UNAVAILABLE, DETAIL)
                                : EarlyProblems.json(json, CommonProblem.TEMPORARILY_UNAVAILABLE, DETAIL, requestId));
    }
}
