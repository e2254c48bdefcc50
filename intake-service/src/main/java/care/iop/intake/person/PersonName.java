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

/** One part of a person's name, kept exactly as it was written, in any script. */
@Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200, examples = "Example")
public record PersonName(String value) implements SelfChecked {

    private static final int MAX_LENGTH = 200;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonName {}

    @JsonValue
    @Override
    public String value() {
        return value;
    }

    @Override
    public Optional<String> fault(LocalDate today) {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            return Optional.of("must have 1 to 200 characters");
        }
        return Characters.areForOneLine(value) ? Optional.empty() : Optional.of("must not contain control characters");
    }

    @Override
    public String toString() {
        return "PersonName[redacted]";
    }

    /** Keeps a name in a text column. */
    @Converter(autoApply = true)
    static final class Column implements AttributeConverter<PersonName, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable PersonName name) {
            return name == null ? null : name.value;
        }

        @Override
        public @Nullable PersonName convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : new PersonName(text);
        }
    }
}
