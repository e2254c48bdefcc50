package care.iop.intake.screening;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an assessment should have said. It is the whole form again, not the difference. */
@Schema(name = "ScreeningCorrectionRequest", examples = """
                {"takenAt": "2026-11-23T14:05:00Z", "answers": {"1": 2, "2": 2}}""")
record CorrectionRequest(
        @NotNull @Schema(examples = "2026-11-23T14:05:00Z") Instant takenAt,

        @NotEmpty
        @Size(max = 100)
        @Schema(required = true, description = "The value of each answered item by the item's id")
        Map<String, @Nullable Integer> answers) {}
