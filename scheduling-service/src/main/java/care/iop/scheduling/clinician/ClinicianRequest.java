package care.iop.scheduling.clinician;

import care.iop.scheduling.program.TimeWindow;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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
        int targetWeeklyMinutes,

        @Schema(
                description =
                        "Breaks of every week, within the working hours; when absent in an update they stay as they are")
        @Size(max = 50)
        @Nullable
        List<@Valid @NotNull TimeWindow> breaks,

        @Schema(
                description = "Languages to treat in, ISO 639-1; when absent in an update they stay as they are",
                examples = "[\"en\", \"es\"]")
        @Size(max = 20)
        @Nullable
        Set<@NotNull @Pattern(regexp = "[a-z]{2}", message = "must be two small letters like es") String> languages,

        @Schema(
                description =
                        "Licences by state; when absent in an update they stay as they are. By video a clinician treats only where they are licensed")
        @Size(max = 60)
        @Nullable
        List<@Valid @NotNull Licence> licences,

        @Schema(description = "Clients at most whose primary clinician this is; absent means no cap")
        @Min(0)
        @Max(500)
        @Nullable
        Integer caseloadCap,

        @Schema(
                description =
                        "A break on every day with work at whatever time is left for it, besides those at fixed times; absent means none")
        @Valid
        @Nullable
        DailyBreak dailyBreak) {

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
