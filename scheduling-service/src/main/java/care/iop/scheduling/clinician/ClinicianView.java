package care.iop.scheduling.clinician;

import care.iop.scheduling.program.TimeWindow;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A clinician as callers see one. */
@Schema(name = "Clinician")
record ClinicianView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID programId,
        @Schema(required = true, examples = "Rowan Sample") String name,
        @Schema(required = true) Set<Credential> credentials,
        @Schema(required = true) Set<Modality> modalities,
        @Schema(required = true) List<TimeWindow> workingHours,
        @Schema(required = true, examples = "1920") int maxWeeklyMinutes,
        @Schema(required = true, examples = "1560") int targetWeeklyMinutes) {}
