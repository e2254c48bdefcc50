package care.iop.progress.homework;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person is to do between sessions. */
@Schema(name = "AssignHomeworkRequest", examples = """
                {"kind": "WORKSHEET", "task": "Fill in the craving worksheet each evening", "dueOn": "2026-11-30"}
                """)
record AssignHomeworkRequest(
        @NotNull @Schema(examples = "WORKSHEET") HomeworkKind kind,

        @NotNull HomeworkTask task,

        @NotNull @Schema(description = "The day until which it is to be done: today or later", examples = "2026-11-30")
        LocalDate dueOn) {}
