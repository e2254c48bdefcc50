package care.iop.chassis.caller;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Recognizes a bearer token that was verified a moment ago; every other request goes on to the verification itself. */
@ApplicationScoped
class KnownTokenMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    private final KnownTokens known;

    KnownTokenMechanism(KnownTokens known) {
        this.known = known;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom()
                .item(known.find(authorization.substring(BEARER.length()).strip())
                        .orElse(null));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    /** Well before the verification, which is at DEFAULT_PRIORITY + 1 unless quarkus.oidc.priority says otherwise. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }
}
