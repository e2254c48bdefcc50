package care.iop.chassis.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Access tokens that were verified a moment ago. A client sends one token with many requests, and checking its signature
 * and claims took a third of the processor time of a small write. Only what passed every check is kept, in memory, at the
 * longest until the token expires; a key that the provider withdraws counts for the configured time longer.
 */
@ApplicationScoped
class KnownTokens {

    private static final int AT_MOST = 10_000;

    private record Known(SecurityIdentity identity, Instant expiresAt) {}

    private final Cache<String, Known> tokens;
    private final Clock clock;

    KnownTokens(@ConfigProperty(name = "iop.identity.token-known-for") Duration knownFor, Clock clock) {
        this.tokens = Caffeine.newBuilder()
                .maximumSize(AT_MOST)
                .expireAfterWrite(knownFor)
                .build();
        this.clock = clock;
    }

    /** The caller of a token that was verified before and has not expired. */
    Optional<SecurityIdentity> find(String token) {
        return Optional.ofNullable(tokens.getIfPresent(token))
                .filter(known -> clock.instant().isBefore(known.expiresAt()))
                .map(Known::identity);
    }

    /**
     * Keeps the token's principal and these roles. Attributes and credentials are left behind: they hold on to the request
     * that the token came in.
     */
    void remember(JsonWebToken token, Set<String> roles) {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addRoles(roles)
                .build();
        tokens.put(token.getRawToken(), new Known(identity, Instant.ofEpochSecond(token.getExpirationTime())));
    }
}
