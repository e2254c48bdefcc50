package care.iop.scheduling.clinician;

import care.iop.scheduling.program.TimeWindow;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A clinician in a document of a whole program, with time off. */
@Schema(name = "ClinicianPart")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClinicianPart(
        @Schema(required = true) @NotNull UUID id,

        @Schema(required = true, examples = "Rowan Sample") @NotBlank @Size(max = 120)
        String name,

        @Schema(required = true) @NotEmpty List<@NotNull Credential> credentials,
        @Schema(required = true) @NotNull List<@NotNull Modality> modalities,

        @Schema(required = true) @NotNull @Size(max = 50) List<@Valid @NotNull TimeWindow> workingHours,

        @Schema(required = true) @NotNull @Size(max = 50) List<@Valid @NotNull TimeWindow> breaks,

        @Schema(required = true, examples = "1920") @Min(0) @Max(10080)
        int maxWeeklyMinutes,

        @Schema(required = true, examples = "1560") @Min(0) @Max(10080)
        int targetWeeklyMinutes,

        @Schema(required = true) @NotNull @Size(max = 20)
        List<@NotNull @Pattern(regexp = "[a-z]{2}", message = "must be two small letters like es") String> languages,

        @Schema(required = true) @NotNull @Size(max = 60) List<@Valid @NotNull Licence> licences,

        @Min(0) @Max(500) @Nullable Integer caseloadCap,
        @Nullable LocalDate retiredOn,
        @Valid @Nullable DailyBreak dailyBreak,

        @Schema(required = true) @NotNull @Size(max = 1000) List<@Valid @NotNull TimeOffPart> timeOff) {

    ClinicianRequest request(UUID programId) {
        return new ClinicianRequest(
                programId,
                name,
                new TreeSet<>(credentials),
                new TreeSet<>(modalities),
                workingHours,
                maxWeeklyMinutes,
                targetWeeklyMinutes,
                breaks,
                new TreeSet<>(languages),
                licences,
                caseloadCap,
                dailyBreak);
    }
}
