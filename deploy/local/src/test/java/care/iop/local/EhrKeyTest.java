package care.iop.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EhrKeyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void signsWhatThePublishedKeyVerifies() throws Exception {
        // given
        EhrKey key = EhrKey.in(directory);
        // when
        String[] parts = key.assertion("https://issuer.test", NOW).split("\\.", -1);
        // then
        Signature signature = Signature.getInstance("SHA384withECDSAinP1363Format");
        signature.initVerify(published(key));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertTrue(signature.verify(Base64.getUrlDecoder().decode(parts[2])));
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertEquals("ehr-demo", claims.get("iss").textValue());
        assertEquals("ehr-demo", claims.get("sub").textValue());
        assertEquals("https://issuer.test", claims.get("aud").textValue());
        assertEquals(60, claims.get("exp").longValue() - claims.get("iat").longValue());
    }

    @Test
    void keepsTheKeyOfADirectory() {
        // given
        EhrKey first = EhrKey.in(directory);
        // when
        EhrKey second = EhrKey.in(directory);
        // then
        assertEquals(first.jwks(), second.jwks());
        assertArrayEquals(
                first.pair().getPrivate().getEncoded(),
                second.pair().getPrivate().getEncoded());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void letsNobodyElseReadThePrivateKey() throws Exception {
        // given
        Path file = directory.resolve("ehr-demo.private.der");
        // when
        EhrKey.in(directory).jwks();
        // then
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    private static PublicKey published(EhrKey key) throws Exception {
        JsonNode jwk = JSON.readTree(key.jwks()).at("/keys/0");
        ECPoint point = new ECPoint(number(jwk.get("x")), number(jwk.get("y")));
        ECPublicKey parameters = (ECPublicKey) key.pair().getPublic();
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, parameters.getParams()));
    }

    private static BigInteger number(JsonNode coordinate) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(coordinate.textValue()));
    }
}
