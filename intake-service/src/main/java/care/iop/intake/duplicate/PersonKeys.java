package care.iop.intake.duplicate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person is compared by, as the database normalizes it.
 *
 * @param family the family name without case, accents, spaces and hyphens; so is {@code given}
 * @param phone the last ten digits
 * @param identifiers each the system, a space, and the value's letters and digits
 */
record PersonKeys(
        UUID id,
        LocalDate birthDate,
        String family,
        @Nullable String given,
        @Nullable String phone,
        @Nullable String email,
        SortedSet<String> identifiers) {

    PersonKeys {
        identifiers = new TreeSet<>(identifiers);
    }

    /** Changes when anything of either person changes that they are compared by; nothing can be read from it. */
    static String fingerprint(PersonKeys one, PersonKeys other) {
        var inOrder = one.id.toString().compareTo(other.id.toString()) < 0;
        var text = inOrder ? one.content() + "\n" + other.content() : other.content() + "\n" + one.content();
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private String content() {
        return String.join(
                "\t",
                birthDate.toString(),
                family,
                String.valueOf(given),
                String.valueOf(phone),
                String.valueOf(email),
                String.join(",", identifiers));
    }

    @Override
    public String toString() {
        return "PersonKeys[" + id + "]";
    }
}
