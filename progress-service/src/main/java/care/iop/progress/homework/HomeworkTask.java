package care.iop.progress.homework;

import care.iop.chassis.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be done, in 1 to 500 characters: shown to the person and their clinicians; never logged, never put on Kafka. */
@Schema(
        type = SchemaType.STRING,
        minLength = 1,
        maxLength = HomeworkTask.MAX_LENGTH,
        examples = "Fill in the craving worksheet each evening")
record HomeworkTask(@JsonValue String text) {

    static final int MAX_LENGTH = 500;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    HomeworkTask {
        text = text.strip();
    }

    /** Refuses with 422 a text that is empty or too long. */
    void check() {
        if (text.isEmpty() || text.codePointCount(0, text.length()) > MAX_LENGTH) {
            throw ProblemException.invalid("/task", "must have 1 to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return "HomeworkTask[redacted]";
    }
}
