package care.iop.intake.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A time zone by its IANA name. */
@Schema(type = SchemaType.STRING, maxLength = 50, examples = "America/New_York")
public record TimeZoneName(String value) implements SelfChecked {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TimeZoneName {}

    @JsonValue
    @Override
    public String value() {
        return value;
    }

    @Override
    public Optional<String> fault(LocalDate today) {
        return (value.contains("/") || value.equals("UTC"))
                        && ZoneId.getAvailableZoneIds().contains(value)
                ? Optional.empty()
                : Optional.of("must be an IANA time zone such as America/New_York");
    }

    /** Keeps the value in a text column. */
    @Converter(autoApply = true)
    static final class Column implements AttributeConverter<TimeZoneName, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable TimeZoneName attribute) {
            return attribute == null ? null : attribute.value;
        }

        @Override
        public @Nullable TimeZoneName convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : new TimeZoneName(text);
        }
    }
}
