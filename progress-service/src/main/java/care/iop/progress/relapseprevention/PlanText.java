package care.iop.progress.relapseprevention;

import care.iop.chassis.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Words of a plan, of 1 to 500 characters: shown to the person and their clinicians; never logged, never put on Kafka. */
@Schema(
        type = SchemaType.STRING,
        minLength = 1,
        maxLength = PlanText.MAX_LENGTH,
        examples = "Go for a walk, then call my sponsor")
record PlanText(@JsonValue String text) {

    static final int MAX_LENGTH = 500;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    PlanText {
        text = text.strip();
    }

    /** Refuses with 422 a text that is empty or too long. */
    void check(String pointer) {
        if (text.isEmpty() || text.codePointCount(0, text.length()) > MAX_LENGTH) {
            throw ProblemException.invalid(pointer, "must have 1 to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return "PlanText[redacted]";
    }
}
