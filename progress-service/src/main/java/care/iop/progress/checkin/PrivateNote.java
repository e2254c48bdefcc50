package care.iop.progress.checkin;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person's own words. They are shown to that person, and to staff only when shared; never logged, never put on Kafka. */
@Schema(
        type = SchemaType.STRING,
        maxLength = PrivateNote.MAX_LENGTH,
        examples = "Long day, but I called my sponsor before it got hard.")
record PrivateNote(@JsonValue String text) {

    static final int MAX_LENGTH = 2000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    PrivateNote {
        text = text.strip();
    }

    boolean isTooLong() {
        return text.codePointCount(0, text.length()) > MAX_LENGTH;
    }

    @Override
    public String toString() {
        return "PrivateNote[redacted]";
    }
}
