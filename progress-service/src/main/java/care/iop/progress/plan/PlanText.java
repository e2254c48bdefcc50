package care.iop.progress.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a plan says in words, mostly the client's own. Shown to the client and the clinicians; never logged, never on Kafka. */
@Schema(
        name = "TreatmentPlanText",
        type = SchemaType.STRING,
        minLength = 1,
        maxLength = PlanText.MAX_LENGTH,
        examples = "Stay without alcohol through the holidays")
record PlanText(@JsonValue String text) {

    static final int MAX_LENGTH = 1000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    PlanText {
        text = text.strip();
    }

    boolean isUsable() {
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= MAX_LENGTH;
    }

    @Override
    public String toString() {
        return "PlanText[redacted]";
    }
}
