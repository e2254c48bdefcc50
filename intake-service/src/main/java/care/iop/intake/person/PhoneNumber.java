package care.iop.intake.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A telephone number as people write it, with 7 to 15 digits and an optional extension. */
@Schema(type = SchemaType.STRING, maxLength = 40, examples = "+1 555 010 0199")
public record PhoneNumber(String value) implements SelfChecked {

    private static final int MAX_LENGTH = 40;
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9 ().\\-/]+( ?(x|ext\\.?) ?[0-9]{1,6})?");
    private static final Pattern EXTENSION = Pattern.compile("(x|ext\\.?) ?[0-9]{1,6}$");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PhoneNumber {}

    @JsonValue
    @Override
    public String value() {
        return value;
    }

    @Override
    public Optional<String> fault(LocalDate today) {
        var digits = EXTENSION
                .matcher(value)
                .replaceFirst("")
                .chars()
                .filter(Character::isDigit)
                .count();
        return value.length() <= MAX_LENGTH && WRITTEN.matcher(value).matches() && digits >= 7 && digits <= 15
                ? Optional.empty()
                : Optional.of("must be a telephone number with 7 to 15 digits, such as +1 555 010 0199");
    }

    @Override
    public String toString() {
        return "PhoneNumber[redacted]";
    }

    /** Keeps the value in a text column. */
    @Converter(autoApply = true)
    static final class Column implements AttributeConverter<PhoneNumber, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable PhoneNumber attribute) {
            return attribute == null ? null : attribute.value;
        }

        @Override
        public @Nullable PhoneNumber convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : new PhoneNumber(text);
        }
    }
}
