package care.iop.scheduling.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret part of a feed's address: 256 random bits. It is shown once, when it is issued; what is kept is its SHA-256,
 * which needs no salt because the secret can't be guessed.
 */
record SecretAddress(String secret) {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    static SecretAddress issue() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SecretAddress(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret of a path's last segment, with or without {@code .ics}; empty when it can't be one. */
    static Optional<SecretAddress> of(String segment) {
        var secret = segment.endsWith(".ics") ? segment.substring(0, segment.length() - ".ics".length()) : segment;
        return FORM.matcher(secret).matches() ? Optional.of(new SecretAddress(secret)) : Optional.empty();
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Without the secret: it opens a person's calendar. */
    @Override
    public String toString() {
        return "SecretAddress[…]";
    }
}
