package care.iop.progress.cadence;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Homework that is not done yet. What it is stands with the homework. */
@Schema(name = "DueHomework")
record DueHomework(
        @Schema(description = "The homework", examples = "0190f3a1-9d3f-7e4b-8c5d-7a2f3e4d5c6b")
        UUID homeworkId,

        @Schema(description = "The last day on which it is in time", examples = "2026-11-30")
        LocalDate dueOn,

        @Schema(description = "OVERDUE from the day after; never SNOOZED", examples = "DUE")
        DueStatus status) {

    static DueHomework of(UUID homeworkId, LocalDate dueOn, LocalDate today) {
        return new DueHomework(homeworkId, dueOn, dueOn.isBefore(today) ? DueStatus.OVERDUE : DueStatus.DUE);
    }
}
