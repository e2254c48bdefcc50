package care.iop.intake.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** The fingerprint of a signed consent, by which anybody can tell later that what is kept is what was signed. */
final class ConsentSeal {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private ConsentSeal() {}

    /** SHA-256 of everything that the signature is under, written as JSON in a fixed order. */
    static String of(UUID id, UUID patientId, String formVersion, ConsentContent content, Signature signature) {
        try {
            var text = JSON.writeValueAsString(new Signed(id, patientId, formVersion, content, signature));
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a consent can't be sealed", e);
        }
    }

    private record Signed(UUID id, UUID patientId, String formVersion, ConsentContent content, Signature signature) {}
}
