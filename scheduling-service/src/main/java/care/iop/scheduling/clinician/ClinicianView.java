package care.iop.scheduling.clinician;

import care.iop.scheduling.program.TimeWindow;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A clinician as callers see one. */
@Schema(name = "Clinician")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClinicianView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID programId,
        @Schema(required = true, examples = "Rowan Sample") String name,
        @Schema(required = true) Set<Credential> credentials,
        @Schema(required = true) Set<Modality> modalities,
        @Schema(required = true) List<TimeWindow> workingHours,
        @Schema(required = true, examples = "1920") int maxWeeklyMinutes,
        @Schema(required = true, examples = "1560") int targetWeeklyMinutes,
        @Schema(required = true) List<TimeWindow> breaks,
        @Schema(required = true) Set<String> languages,
        @Schema(required = true) List<Licence> licences,

        @Schema(description = "Clients at most whose primary clinician this is") @Nullable
        Integer caseloadCap,

        @Schema(description = "The first day on which they no longer hold sessions") @Nullable
        LocalDate retiredOn,

        @Schema(description = "A break on every day with work at whatever time is left for it") @Nullable
        DailyBreak dailyBreak) {}
