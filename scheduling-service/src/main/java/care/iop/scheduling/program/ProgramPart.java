package care.iop.scheduling.program;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A program in a document of everything that belongs to it. */
@Schema(name = "ProgramPart")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgramPart(
        @Schema(required = true, examples = "Riverside IOP") @NotBlank @Size(max = 120)
        String name,

        @Schema(required = true, examples = "America/New_York") @NotBlank @Size(max = 60)
        String zone,

        @Schema(examples = "NY")
        @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters like NY")
        @Nullable
        String state,

        @Schema(required = true) @NotNull HolidayCalendar holidayCalendar,
        @Schema(required = true) @NotEmpty @Size(max = 3) List<@Valid @NotNull TrackHours> tracks,
        @Schema(required = true) @NotNull @Size(max = 400) List<@Valid @NotNull Closure> closures,
        @Schema(required = true) @NotNull @Size(max = 50) List<@Valid @NotNull Site> sites,

        @Schema(required = true) @NotEmpty @Size(max = 20)
        List<@Valid @NotNull PrescribedSessions> defaultPrescription) {

    ProgramRequest request(UUID id) {
        return new ProgramRequest(id, name, zone, tracks, closures, defaultPrescription, sites, holidayCalendar, state);
    }
}
