package care.iop.intake.patient;

import care.iop.intake.person.SelfChecked;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A number or code by which another system knows a person, such as a medical record number.
 *
 * @param system the URI of the system that gave it out
 * @param value the identifier within that system
 */
@Schema(description = "A number or code by which another system knows the person. One pair names one patient only.")
public record Identifier(
        @Schema(required = true, examples = "https://hospital.example.org/mrn", maxLength = 250)
        String system,

        @Schema(required = true, examples = "MRN-0001", maxLength = 255)
        String value)
        implements SelfChecked {

    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,30}:[\\x21-\\x7e]{1,220}");
    private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,255}");

    /** Reads the form {@code system|value}, in which identifiers are searched for; empty when it can't be one. */
    public static Optional<Identifier> parse(String token) {
        var bar = token.indexOf('|');
        return bar < 0
                ? Optional.empty()
                : Optional.of(new Identifier(token.substring(0, bar), token.substring(bar + 1)))
                        .filter(identifier -> identifier.fault(LocalDate.EPOCH).isEmpty());
    }

    @Override
    @SuppressWarnings("ConstantValue") // a JSON object may leave a component out
    public Optional<String> fault(LocalDate today) {
        if (system == null || !URI.matcher(system).matches()) {
            return Optional.of("needs as system an absolute URI of at most 250 characters");
        }
        if (value == null || value.isBlank() || !VALUE.matcher(value).matches()) {
            return Optional.of("needs a value of 1 to 255 characters");
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "Identifier[redacted]";
    }
}
