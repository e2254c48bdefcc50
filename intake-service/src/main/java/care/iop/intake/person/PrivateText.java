package care.iop.intake.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Free text about a person, such as the reason for a referral. It stays in this service: no event and no log has it. */
@Schema(type = SchemaType.STRING, minLength = 1, maxLength = 4000, examples = "Asks for help after a relapse.")
public record PrivateText(String value) implements SelfChecked {

    /** The longest text that is kept, in characters. */
    public static final int MAX_LENGTH = 4000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PrivateText {}

    @JsonValue
    @Override
    public String value() {
        return value;
    }

    @Override
    public Optional<String> fault(LocalDate today) {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            return Optional.of("must have 1 to 4000 characters");
        }
        return Characters.areForText(value)
                ? Optional.empty()
                : Optional.of("must not contain control characters other than line breaks and tabs");
    }

    @Override
    public String toString() {
        return "PrivateText[redacted]";
    }

    /** Keeps the value in a text column. */
    @Converter(autoApply = true)
    static final class Column implements AttributeConverter<PrivateText, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable PrivateText attribute) {
            return attribute == null ? null : attribute.value;
        }

        @Override
        public @Nullable PrivateText convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : new PrivateText(text);
        }
    }
}
