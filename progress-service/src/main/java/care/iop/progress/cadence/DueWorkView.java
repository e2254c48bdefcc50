package care.iop.progress.cadence;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is due for one person. */
@Schema(name = "DueWork")
record DueWorkView(
        @Schema(examples = "0190f3a1-6b0d-7c19-8a2b-4e0d1c2b3a49")
        UUID patientId,

        @Schema(description = "The episode that it is due in; null when none is known yet", nullable = true) @Nullable
        UUID admissionId,

        @Schema(description = "The program's today", examples = "2026-11-23")
        LocalDate today,

        @Schema(description = "The longest due first; what is put off is among them")
        List<DueItem> items,

        @Schema(description = "Homework of the episode that is not done yet, the longest due first")
        List<DueHomework> homework) {}
