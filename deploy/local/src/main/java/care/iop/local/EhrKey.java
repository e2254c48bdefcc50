package care.iop.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The key pair with which the demo EHR signs in, as SMART Backend Services asks for it: ES384, an assertion that lives
 * five minutes at most and is used once. Made at the first start, for this machine only.
 */
record EhrKey(KeyPair pair) {
    static final String CLIENT = "ehr-demo";

    private static final String KEY_ID = "ehr-demo-local";
    private static final int COORDINATE_BYTES = 48;
    private static final Duration ASSERTION_FOR = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    /** The key of this data directory; a new one when it has none. */
    static EhrKey in(Path directory) {
        Path privateFile = directory.resolve("ehr-demo.private.der");
        Path publicFile = directory.resolve("ehr-demo.public.der");
        try {
            if (Files.notExists(privateFile) || Files.notExists(publicFile)) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp384r1"));
                KeyPair made = generator.generateKeyPair();
                Files.createDirectories(directory);
                Files.deleteIfExists(privateFile);
                if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.createFile(
                            privateFile,
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                }
                Files.write(privateFile, made.getPrivate().getEncoded());
                Files.write(publicFile, made.getPublic().getEncoded());
            }
            KeyFactory keys = KeyFactory.getInstance("EC");
            return new EhrKey(new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(Files.readAllBytes(publicFile))),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(privateFile)))));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read or make the key of the demo EHR in " + directory, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of the demo EHR in " + directory + " can't be used", e);
        }
    }

    /** The public key as a JSON Web Key Set. */
    String jwks() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return json(Map.of(
                "keys",
                List.of(Map.of(
                        "kty", "EC",
                        "crv", "P-384",
                        "alg", "ES384",
                        "use", "sig",
                        "kid", KEY_ID,
                        "x", coordinate(key.getW().getAffineX()),
                        "y", coordinate(key.getW().getAffineY())))));
    }

    /** A signed statement to the token endpoint that the caller is the EHR. */
    String assertion(String audience, Instant now) {
        String header = encode(json(Map.of("alg", "ES384", "typ", "JWT", "kid", KEY_ID)));
        String claims = encode(json(Map.of(
                "iss",
                CLIENT,
                "sub",
                CLIENT,
                "aud",
                audience,
                "jti",
                UUID.randomUUID().toString(),
                "iat",
                now.getEpochSecond(),
                "exp",
                now.plus(ASSERTION_FOR).getEpochSecond())));
        String signed = header + "." + claims;
        try {
            Signature signature = Signature.getInstance("SHA384withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not sign for the demo EHR", e);
        }
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return URL.encodeToString(fixed);
    }

    private static String encode(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
