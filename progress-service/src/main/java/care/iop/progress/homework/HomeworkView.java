package care.iop.progress.homework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One piece of homework. */
@Schema(name = "Homework")
record HomeworkView(
        @Schema(examples = "0190f3a1-9d3f-7e4b-8c5d-7a2f3e4d5c6b")
        UUID id,

        @Schema(examples = "0190f3a1-6b0d-7c19-8a2b-4e0d1c2b3a49")
        UUID patientId,

        @Schema(description = "The episode it belongs to; null when none was known", nullable = true) @Nullable
        UUID admissionId,

        @Schema(implementation = String.class, description = "Codes are added as time goes by", examples = "WORKSHEET")
        HomeworkKind kind,

        HomeworkTask task,

        LocalDate dueOn,
        HomeworkStatus status,

        @Schema(description = "The subject of the token of who assigned it")
        String assignedBy,

        Instant assignedAt,
        @Schema(nullable = true) @Nullable Instant doneAt,
        @Schema(nullable = true) @Nullable Instant withdrawnAt,

        @Schema(description = "The subject of the token of who took it back", nullable = true) @Nullable
        String withdrawnBy) {

    static HomeworkView of(Homework homework) {
        return new HomeworkView(
                homework.id(),
                homework.patientId(),
                homework.admissionId(),
                homework.kind(),
                homework.task(),
                homework.dueOn(),
                homework.status(),
                homework.assignedBy(),
                homework.assignedAt(),
                homework.doneAt(),
                homework.withdrawnAt(),
                homework.withdrawnBy());
    }
}
