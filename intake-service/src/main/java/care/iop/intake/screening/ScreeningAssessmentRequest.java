package care.iop.intake.screening;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answers to one instrument. The score is made by the service; a caller can't send one. */
@Schema(examples = """
                {
                  "instrument": "PHQ-9",
                  "takenAt": "2026-11-23T14:05:00Z",
                  "answers": {"1": 2, "2": 1, "3": 3, "4": 2, "5": 1, "6": 1, "7": 0, "8": 0, "9": 0, "10": 1}
                }""")
record ScreeningAssessmentRequest(
        @NotNull @Schema(description = "The code of the instrument", examples = "PHQ-9")
        String instrument,

        @NotNull @Schema(description = "When it was answered; not in the future", examples = "2026-11-23T14:05:00Z")
        Instant takenAt,

        @NotEmpty
        @Size(max = 100)
        @Schema(
                required = true,
                description =
                        "The value of each answered item by the item's id; leave an item out when it was not answered")
        Map<String, @Nullable Integer> answers) {}
