package care.iop.chassis.http;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.chassis.request.RequestFacts;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Notes the request's identifier, operation and purpose before anything else runs, and echoes the identifier. */
@Provider
@Priority(1)
class RequestFactsFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final String PURPOSE = "Purpose-Of-Use";
    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final RequestFacts facts;
    private final Set<String> purposes;

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    RequestFactsFilter(RequestFacts facts, @ConfigProperty(name = "iop.audit.purposes") Set<String> purposes) {
        this.facts = facts;
        this.purposes = Set.copyOf(purposes);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var id = request.getHeaderString(REQUEST_ID);
        var purpose = request.getHeaderString(PURPOSE);
        facts.begin(id != null && SANE_ID.matcher(id).matches() ? id : null, operation(request), purpose);
        MDC.put("requestId", facts.requestId());
        if (purpose != null && !purposes.contains(purpose)) {
            throw new ProblemException(
                    CommonProblem.MALFORMED_REQUEST,
                    "The purpose of use is not known here.",
                    List.of(new FieldProblem(
                            PURPOSE,
                            "must be one of "
                                    + String.join(
                                            ", ", purposes.stream().sorted().toList()))));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(REQUEST_ID, facts.requestId());
        MDC.remove("requestId");
    }

    private String operation(ContainerRequestContext request) {
        @Nullable Class<?> type = resource.getResourceClass();
        return type == null
                ? request.getMethod()
                : request.getMethod() + " " + type.getSimpleName() + "#"
                        + resource.getResourceMethod().getName();
    }
}
