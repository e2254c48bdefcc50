package care.iop.scheduling.clinician;

import care.iop.scheduling.program.TimeWindow;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be known of a clinician. */
@Schema(name = "ClinicianRequest", examples = ClinicianRequest.EXAMPLE)
record ClinicianRequest(
        @Schema(required = true, description = "Can't change later") @NotNull
        UUID programId,

        @Schema(required = true, description = "As colleagues know them") @NotBlank @Size(max = 120)
        String name,

        @Schema(required = true) @NotEmpty Set<@NotNull Credential> credentials,
        @Schema(description = "None when absent") Set<@NotNull Modality> modalities,

        @Schema(required = true, description = "A usual week, in the program's local time") @NotNull @Size(max = 50)
        List<@Valid @NotNull TimeWindow> workingHours,

        @Schema(required = true, description = "More is never scheduled") @Min(0) @Max(10080)
        int maxWeeklyMinutes,

        @Schema(required = true, description = "More is avoided") @Min(0) @Max(10080)
        int targetWeeklyMinutes) {

    static final String EXAMPLE = """
            {
              "programId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b10",
              "name": "Rowan Sample",
              "credentials": ["THERAPIST", "GROUP"],
              "modalities": ["CBT", "MI"],
              "workingHours": [
                {"day": "MONDAY", "from": "08:00", "until": "17:00"},
                {"day": "TUESDAY", "from": "08:00", "until": "17:00"}
              ],
              "maxWeeklyMinutes": 1920,
              "targetWeeklyMinutes": 1560
            }""";

    ClinicianRequest {
        modalities = modalities == null ? Set.of() : modalities;
    }
}
