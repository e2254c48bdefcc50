package care.iop.chassis.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Access tokens as the suite's realm would issue them, signed with the test key whose public half every service trusts in
 * the test profile only. Each method answers the encoded token, to be sent as {@code Authorization: Bearer …}.
 */
public final class TestTokens {

    public static final String ISSUER = "https://identity.test/realms/iop";
    public static final String AUDIENCE = "iop-suite";

    private static final PrivateKey KEY = trustedKey();
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private TestTokens() {}

    /** A member of staff. The subject is the same for the same organization and roles. */
    public static String bearer(String organization, String... roles) {
        return sign(staff(organization, roles));
    }

    /** A member of staff with a subject of the test's choice, for tests that ask who did it. */
    public static String bearerAs(String subject, String organization, String... roles) {
        return sign(staff(organization, roles).subject(subject));
    }

    /** The person whose own record is {@code patient}: role {@code patient} and the claim of the same name. */
    public static String forPatient(String organization, UUID patient) {
        return sign(
                person("patient-" + patient, organization, List.of("patient")).claim("patient", patient.toString()));
    }

    /** A machine client with SMART system scopes such as {@code system/ServiceRequest.c}, and no roles. */
    public static String system(String organization, String... scopes) {
        return sign(claims("ehr-" + organization)
                .claim("organization", organization)
                .claim("scope", String.join(" ", scopes)));
    }

    /** Right in everything but time: it ended an hour ago. */
    public static String expired(String organization, String... roles) {
        var end = Instant.now().minus(Duration.ofHours(1));
        return sign(staff(organization, roles).issuedAt(end.minus(LIFETIME)).expiresAt(end));
    }

    /** Right in everything but the organization, which it doesn't name. */
    public static String withoutOrganization(String... roles) {
        return sign(claims("nowhere").claim("roles", List.of(roles)));
    }

    /** Right in everything but the audience: issued for another application of the realm. */
    public static String wrongAudience(String organization, String... roles) {
        return sign(staff(organization, roles).audience("another-application"));
    }

    /** Right in everything but the issuer. */
    public static String wrongIssuer(String organization, String... roles) {
        return sign(staff(organization, roles).issuer("https://identity.test/realms/another"));
    }

    /** Right in every claim, but signed by a stranger. */
    public static String wrongKey(String organization, String... roles) {
        return staff(organization, roles).jws().sign(Stranger.KEY);
    }

    /** Somebody else's key, made once: making one takes longer than a request. */
    private static final class Stranger {

        static final PrivateKey KEY = make();

        private Stranger() {}

        private static PrivateKey make() {
            try {
                return KeyUtils.generateKeyPair(2048).getPrivate();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("RSA keys can't be made here", e);
            }
        }
    }

    private static JwtClaimsBuilder staff(String organization, String... roles) {
        return person(String.join("+", roles), organization, List.of(roles));
    }

    private static JwtClaimsBuilder person(String name, String organization, List<String> roles) {
        return claims(name + "@" + organization)
                .claim("organization", organization)
                .claim("roles", roles);
    }

    private static JwtClaimsBuilder claims(String username) {
        var subject = UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8));
        return Jwt.claims()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(subject.toString())
                .preferredUserName(username)
                .issuedAt(Instant.now())
                .expiresIn(LIFETIME);
    }

    private static String sign(JwtClaimsBuilder claims) {
        return claims.jws().sign(KEY);
    }

    private static PrivateKey trustedKey() {
        try (var pem = TestTokens.class.getResourceAsStream("/test-token-private-key.pem")) {
            return KeyUtils.decodePrivateKey(new String(pem.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("test-token-private-key.pem is no RSA key", e);
        }
    }
}
