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

/** An e-mail address: one mailbox at one domain, in any script. */
@Schema(type = SchemaType.STRING, maxLength = 254, examples = "avery@example.org")
public record EmailAddress(String value) implements SelfChecked {

    private static final int MAX_LENGTH = 254;
    private static final Pattern MAILBOX_AT_DOMAIN =
            Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}.]+(\\.[^@\\s\\p{Cntrl}.]+)+");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EmailAddress {}

    @JsonValue
    @Override
    public String value() {
        return value;
    }

    @Override
    public Optional<String> fault(LocalDate today) {
        return value.length() <= MAX_LENGTH
                        && Characters.areForOneLine(value)
                        && MAILBOX_AT_DOMAIN.matcher(value).matches()
                ? Optional.empty()
                : Optional.of("must be an e-mail address such as avery@example.org");
    }

    @Override
    public String toString() {
        return "EmailAddress[redacted]";
    }

    /** Keeps the value in a text column. */
    @Converter(autoApply = true)
    static final class Column implements AttributeConverter<EmailAddress, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable EmailAddress attribute) {
            return attribute == null ? null : attribute.value;
        }

        @Override
        public @Nullable EmailAddress convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : new EmailAddress(text);
        }
    }
}
