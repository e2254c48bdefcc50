package care.iop.progress.cadence;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that is to be measured now. */
@Schema(name = "DueItem")
record DueItem(
        @Schema(description = "The code of the instrument, or CHECK_IN", examples = "PHQ-9")
        String item,

        @Schema(examples = "AGAIN") DueKind kind,
        @Schema(examples = "OVERDUE") DueStatus status,

        @Schema(examples = "2026-11-20") LocalDate dueOn,

        @Schema(
                description = "The first day on which it is overdue; null for a check-in, which never is",
                nullable = true)
        @Nullable
        LocalDate overdueFrom,

        @Schema(description = "The day of the last result of it in or after the episode", nullable = true) @Nullable
        LocalDate lastDoneOn,

        @Schema(description = "The day on which it is due again", nullable = true) @Nullable
        LocalDate snoozedUntil,

        @Schema(nullable = true) @Nullable SnoozeReason snoozedBecause) {

    static DueItem of(
            String item,
            DueKind kind,
            LocalDate dueOn,
            @Nullable LocalDate overdueFrom,
            @Nullable LocalDate lastDoneOn) {
        return new DueItem(item, kind, DueStatus.DUE, dueOn, overdueFrom, lastDoneOn, null, null);
    }

    /** The same with the status that it has on this day, put off or not. */
    DueItem on(LocalDate today, @Nullable Snooze snooze) {
        if (snooze != null && snooze.untilOn().isAfter(today)) {
            return new DueItem(
                    item, kind, DueStatus.SNOOZED, dueOn, overdueFrom, lastDoneOn, snooze.untilOn(), snooze.reason());
        }
        var isOverdue = overdueFrom != null && !overdueFrom.isAfter(today);
        return new DueItem(
                item, kind, isOverdue ? DueStatus.OVERDUE : DueStatus.DUE, dueOn, overdueFrom, lastDoneOn, null, null);
    }
}
