package care.iop.chassis.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.jwt.util.KeyUtils;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a verifier with the public test key makes of each token. */
class TestTokensTest {

    @Test
    void staffTokenCarriesOrganizationAndRoles() throws Exception {
        // given
        var token = TestTokens.bearer("riverside", "clinician", "scheduler");

        // when
        var claims = verify(token);

        // then
        assertEquals("riverside", claims.getStringClaimValue("organization"));
        assertEquals(List.of("clinician", "scheduler"), claims.getStringListClaimValue("roles"));
        assertEquals("clinician+scheduler@riverside", claims.getStringClaimValue("preferred_username"));
        assertFalse(claims.hasClaim("patient"));
    }

    @Test
    void sameRolesAreTheSamePersonAndAnotherOrganizationIsAnother() throws Exception {
        // given
        var here = verify(TestTokens.bearer("riverside", "clinician")).getSubject();

        // when
        var again = verify(TestTokens.bearer("riverside", "clinician")).getSubject();
        var elsewhere = verify(TestTokens.bearer("hillside", "clinician")).getSubject();

        // then
        assertEquals(here, again);
        assertFalse(here.equals(elsewhere));
    }

    @Test
    void subjectCanBeChosen() throws Exception {
        // given
        var token = TestTokens.bearerAs("avery", "riverside", "clinician");

        // when
        var claims = verify(token);

        // then
        assertEquals("avery", claims.getSubject());
    }

    @Test
    void patientTokenIsBoundToOneRecord() throws Exception {
        // given
        var patient = UUID.fromString("018f0000-0000-7000-8000-000000000001");

        // when
        var claims = verify(TestTokens.forPatient("riverside", patient));

        // then
        assertEquals(patient.toString(), claims.getStringClaimValue("patient"));
        assertEquals(List.of("patient"), claims.getStringListClaimValue("roles"));
    }

    @Test
    void machineTokenCarriesScopesAndNoRoles() throws Exception {
        // given
        var token = TestTokens.system("riverside", "system/ServiceRequest.c", "system/Patient.rs");

        // when
        var claims = verify(token);

        // then
        assertEquals("system/ServiceRequest.c system/Patient.rs", claims.getStringClaimValue("scope"));
        assertFalse(claims.hasClaim("roles"));
    }

    @Test
    void tokenWithoutOrganizationIsOtherwiseGood() throws Exception {
        // given
        var token = TestTokens.withoutOrganization("clinician");

        // when
        var claims = verify(token);

        // then
        assertFalse(claims.hasClaim("organization"));
        assertEquals(List.of("clinician"), claims.getStringListClaimValue("roles"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void badTokensAreRefused(String token) {
        // given
        var verifier = verifier();

        // when
        var refusal = assertThrows(InvalidJwtException.class, () -> verifier.processToClaims(token));

        // then
        assertEquals(1, refusal.getErrorDetails().size(), "one thing is wrong, not more");
    }

    static List<String> refused() {
        return List.of(
                TestTokens.expired("riverside", "clinician"),
                TestTokens.wrongAudience("riverside", "clinician"),
                TestTokens.wrongIssuer("riverside", "clinician"),
                TestTokens.wrongKey("riverside", "clinician"));
    }

    private static JwtClaims verify(String token) throws InvalidJwtException {
        return verifier().processToClaims(token);
    }

    private static JwtConsumer verifier() {
        try (var pem = TestTokensTest.class.getResourceAsStream("/test-token-public-key.pem")) {
            var key = KeyUtils.decodePublicKey(new String(pem.readAllBytes(), StandardCharsets.US_ASCII));
            return new JwtConsumerBuilder()
                    .setRequireExpirationTime()
                    .setExpectedIssuer(TestTokens.ISSUER)
                    .setExpectedAudience(TestTokens.AUDIENCE)
                    .setVerificationKey(key)
                    .build();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
