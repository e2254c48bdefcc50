package care.iop.chassis.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class KnownTokensTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final MovableClock clock = new MovableClock(NOW);
    private final KnownTokens known = new KnownTokens(Duration.ofMinutes(1), clock.clock());

    @Test
    void verifiedTokenIsKnownWithItsRolesAndNothingOfItsRequest() {
        // given
        known.remember(token("signed.by.us", NOW.plusSeconds(300)), Set.of("baker"));

        // when
        var caller = known.find("signed.by.us").orElseThrow();

        // then
        assertThat(caller.isAnonymous()).isFalse();
        assertThat(caller.getRoles()).containsExactly("baker");
        assertThat(caller.getPrincipal().getName()).isEqualTo("avery");
        assertThat(caller.getAttributes()).isEmpty();
        assertThat(caller.getCredentials()).isEmpty();
    }

    @Test
    void tokenWithAnotherSignatureIsUnknown() {
        // given
        known.remember(token("signed.by.us", NOW.plusSeconds(300)), Set.of("baker"));

        // when
        var caller = known.find("signed.by.stranger");

        // then
        assertThat(caller).isEmpty();
    }

    @Test
    void tokenIsKnownUntilItExpiresAndNotAtThatMoment() {
        // given
        known.remember(token("signed.by.us", NOW.plusSeconds(30)), Set.of("baker"));

        // when
        clock.moveTo(NOW.plusSeconds(30).minusMillis(1));
        var before = known.find("signed.by.us");
        clock.moveTo(NOW.plusSeconds(30));
        var then = known.find("signed.by.us");

        // then
        assertThat(before).isPresent();
        assertThat(then).isEmpty();
    }

    @Test
    void tokenThatNamesNoEndIsNeverKnown() {
        // given
        known.remember(token("signed.by.us", null), Set.of("baker"));

        // when
        var caller = known.find("signed.by.us");

        // then
        assertThat(caller).isEmpty();
    }

    private static JsonWebToken token(String raw, Instant expiresAt) {
        var claims = new JwtClaims();
        claims.setSubject("avery");
        claims.setClaim("raw_token", raw);
        if (expiresAt != null) {
            claims.setExpirationTime(NumericDate.fromSeconds(expiresAt.getEpochSecond()));
        }
        return new OidcJwtCallerPrincipal(claims, new AccessTokenCredential(raw));
    }

    /** A clock that stands where a test puts it. */
    private static final class MovableClock {

        private Instant now;

        MovableClock(Instant now) {
            this.now = now;
        }

        void moveTo(Instant instant) {
            now = instant;
        }

        Clock clock() {
            return new Clock() {
                @Override
                public java.time.ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            };
        }
    }
}
