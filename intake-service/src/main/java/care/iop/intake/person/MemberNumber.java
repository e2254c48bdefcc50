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

/** The number by which a payer knows an insured person. */
@Schema(type = SchemaType.STRING, minLength = 1, maxLength = 100, examples = "MEM-0001")
public record MemberNumber(String value) implements SelfChecked {

    private static final int MAX_LENGTH = 100;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MemberNumber {}

    @JsonValue
    @Override
    public String value() {
        return value;
    }

    @Override
    public Optional<String> fault(LocalDate today) {
        return value.isBlank() || value.length() > MAX_LENGTH || !Characters.areForOneLine(value)
                ? Optional.of("must have 1 to 100 characters and no control characters")
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "MemberNumber[redacted]";
    }

    /** Keeps the value in a text column. */
    @Converter(autoApply = true)
    static final class Column implements AttributeConverter<MemberNumber, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable MemberNumber attribute) {
            return attribute == null ? null : attribute.value;
        }

        @Override
        public @Nullable MemberNumber convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : new MemberNumber(text);
        }
    }
}
