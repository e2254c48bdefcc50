package care.iop.chassis.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Asks, once a request has its thread and before anything is done for it, whether it has waited too long. */
@Provider
@Priority(2)
class RequestLimitFilter implements ContainerRequestFilter {

    private final RequestLimit limit;
    private final RoutingContext current;

    RequestLimitFilter(RequestLimit limit, RoutingContext current) {
        this.limit = limit;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        limit.requireInTime(current);
    }
}
