package care.iop.intake.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalDate;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A language as a BCP 47 tag. */
@Schema(type = SchemaType.STRING, maxLength = 35, examples = "en-US")
public record LanguageTag(String value) implements SelfChecked {

    private static final int MAX_LENGTH = 35;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LanguageTag {}

    @JsonValue
    @Override
    public String value() {
        return value;
    }

    @Override
    public Optional<String> fault(LocalDate today) {
        try {
            new Locale.Builder().setLanguageTag(value);
            return value.isEmpty() || value.length() > MAX_LENGTH ? notATag() : Optional.empty();
        } catch (IllformedLocaleException e) {
            return notATag();
        }
    }

    private static Optional<String> notATag() {
        return Optional.of("must be a BCP 47 language tag such as en-US");
    }

    /** Keeps the value in a text column. */
    @Converter(autoApply = true)
    static final class Column implements AttributeConverter<LanguageTag, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable LanguageTag attribute) {
            return attribute == null ? null : attribute.value;
        }

        @Override
        public @Nullable LanguageTag convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : new LanguageTag(text);
        }
    }
}
