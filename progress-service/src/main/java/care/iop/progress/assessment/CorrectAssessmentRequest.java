package care.iop.progress.assessment;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The right answers in place of mistaken ones, whole. */
@Schema(name = "CorrectAssessmentRequest", examples = """
                {"reason": "ENTRY_ERROR", "answers": {"1": 2, "2": 1, "3": 3, "4": 2, "5": 1, "6": 1, "7": 0, "8": 0, "9": 0, "10": 1}}
                """)
record CorrectAssessmentRequest(
        @NotNull @Schema(examples = "ENTRY_ERROR") CorrectionReason reason,

        @NotEmpty
        @Size(max = 100)
        @Schema(
                required = true,
                description =
                        "The value of each answered item by the item's id; leave an item out when it was not answered",
                examples = "{\"1\": 2, \"2\": 1, \"3\": 3, \"4\": 2, \"5\": 1, \"6\": 1, \"7\": 0, \"8\": 0, \"9\": 0}")
        Map<String, @Nullable Integer> answers) {}
