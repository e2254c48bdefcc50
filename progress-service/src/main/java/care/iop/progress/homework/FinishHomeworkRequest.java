package care.iop.progress.homework;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That homework is done. */
@Schema(name = "FinishHomeworkRequest", examples = """
                {"doneAt": "2026-11-29T18:30:00-05:00"}
                """)
record FinishHomeworkRequest(
        @Schema(
                description = "When it was done, by the device, not before it was assigned; now when left out",
                nullable = true,
                examples = "2026-11-29T18:30:00-05:00")
        @Nullable
        Instant doneAt) {}
