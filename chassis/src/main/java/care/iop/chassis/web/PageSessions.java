package care.iop.chassis.web;

import io.quarkus.oidc.TenantResolver;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * People at pages are signed in by a session cookie. It opens the pages, and the API for their scripts: to read, and to write only
 * with a header that no other site can make a browser send. Elsewhere a request is taken as if it had brought no cookie, so the
 * API answers 401 without a bearer token as ever.
 */
@ApplicationScoped
class PageSessions implements TenantResolver {

    private static final String TENANT = "pages";
    private static final String BY_SCRIPT = "X-Requested-With";
    private static final String SCRIPT = "JavaScript";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** Before the request is authenticated, which is at 200. */
    private static final int EARLY = 1_000;

    private final boolean enabled;
    private final String pages;

    PageSessions(
            @ConfigProperty(name = "quarkus.oidc.pages.tenant-enabled") boolean enabled,
            @ConfigProperty(name = "quarkus.http.root-path") String root) {
        this.enabled = enabled;
        this.pages = (root.endsWith("/") ? root : root + "/") + "dashboard/";
    }

    @Override
    public @Nullable String resolve(RoutingContext context) {
        var request = context.request();
        return enabled && request.getHeader(HttpHeaders.AUTHORIZATION) == null && isPage(context) ? TENANT : null;
    }

    void dropCookiesThatDoNotCount(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (!enabled || hasToken(context) || !isOfThePages(context)) {
                        context.request().headers().remove(HttpHeaders.COOKIE);
                    }
                    context.next();
                },
                EARLY);
    }

    private static boolean hasToken(RoutingContext context) {
        return context.request().getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    private boolean isOfThePages(RoutingContext context) {
        var request = context.request();
        return READING.contains(request.method()) || SCRIPT.equals(request.getHeader(BY_SCRIPT));
    }

    private boolean isPage(RoutingContext context) {
        return context.request().path().startsWith(pages);
    }
}
