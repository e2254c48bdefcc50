package care.iop.intake.notification;

import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what is sent to receivers as Standard Webhooks 1.0.0 has it: HMAC-SHA256 over identifier, moment and body. The key of a
 * receiver is made of the service's own, so that none is kept.
 */
@ApplicationScoped
class SignNotification {

    private static final String ALGORITHM = "HmacSHA256";

    private final Optional<byte[]> own;

    SignNotification(NotificationSettings settings) {
        this.own = settings.signingKey().map(key -> key.getBytes(StandardCharsets.UTF_8));
    }

    /** What keys are made of; 409 when the program has set none. */
    byte[] requireSetUp() {
        return own.orElseThrow(() -> new ProblemException(
                IntakeProblem.NOTIFICATIONS_NOT_SET_UP, "Set iop.notifications.signing-key, then register receivers."));
    }

    /** The key in the form in which a receiver is given it. */
    String key(String organization, UUID receiverId, int keyVersion) {
        return "whsec_" + Base64.getEncoder().encodeToString(secret(organization, receiverId, keyVersion));
    }

    /** The value of the header {@code webhook-signature}. */
    String signature(String organization, UUID receiverId, int keyVersion, String messageId, Instant at, String body) {
        var signed = messageId + "." + at.getEpochSecond() + "." + body;
        var secret = secret(organization, receiverId, keyVersion);
        return "v1," + Base64.getEncoder().encodeToString(hmac(secret, signed));
    }

    private byte[] secret(String organization, UUID receiverId, int keyVersion) {
        return hmac(requireSetUp(), "notification receiver\n" + organization + "\n" + receiverId + "\n" + keyVersion);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
