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

/** The day a person was born. */
@Schema(type = SchemaType.STRING, format = "date", examples = "1988-04-17")
public record DateOfBirth(LocalDate value) implements SelfChecked {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DateOfBirth {}

    @JsonValue
    @Override
    public LocalDate value() {
        return value;
    }

    @Override
    public Optional<String> fault(LocalDate today) {
        return value.isBefore(EARLIEST) || value.isAfter(today)
                ? Optional.of("must lie between 1900-01-01 and today")
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "DateOfBirth[redacted]";
    }

    /** Keeps a birth date in a date column. */
    @Converter(autoApply = true)
    static final class Column implements AttributeConverter<DateOfBirth, LocalDate> {

        @Override
        public @Nullable LocalDate convertToDatabaseColumn(@Nullable DateOfBirth attribute) {
            return attribute == null ? null : attribute.value;
        }

        @Override
        public @Nullable DateOfBirth convertToEntityAttribute(@Nullable LocalDate date) {
            return date == null ? null : new DateOfBirth(date);
        }
    }
}
