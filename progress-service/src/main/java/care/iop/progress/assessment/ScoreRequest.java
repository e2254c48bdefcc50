package care.iop.progress.assessment;

import care.iop.chassis.instrument.SexAtBirth;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Answers to try. */
@Schema(name = "ScoreRequest", examples = """
                {"answers": {"1": 3, "2": 0, "3": 0}, "sexAtBirth": "FEMALE"}""")
record ScoreRequest(
        @NotEmpty
        @Size(max = 100)
        @Schema(
                required = true,
                description =
                        "The value of each answered item by the item's id; leave an item out when it was not answered",
                examples = "{\"1\": 3, \"2\": 0, \"3\": 0}")
        Map<String, @Nullable Integer> answers,

        @Schema(description = "Cut-offs of AUDIT-C go by it; UNKNOWN when absent") @Nullable
        SexAtBirth sexAtBirth) {}
