package care.iop.scheduling.session;

import care.iop.scheduling.clinician.Modality;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.program.Track;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recurring session in a document of a whole program, with its exceptions, substitutions and curriculum. */
@Schema(name = "SeriesPart")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeriesPart(
        @Schema(required = true) @NotNull UUID id,
        @Schema(required = true) @NotBlank @Size(max = 120) String name,
        @Schema(required = true) @NotNull SessionKind kind,

        @Schema(required = true, examples = "FREQ=WEEKLY;BYDAY=MO,WE,FR") @NotBlank @Size(max = 200)
        String rrule,

        @Schema(required = true) @NotNull @SaneDate LocalDate startsOn,
        @Schema(required = true) @NotNull LocalTime localStart,
        @Schema(required = true) @Min(15) @Max(480) int durationMinutes,
        @Schema(required = true) @NotNull Track track,
        @Schema(required = true) @Min(1) @Max(100) int capacity,
        @Schema(required = true) @Min(0) @Max(100) int minimumSize,
        @Schema(required = true) @NotNull GroupGender gender,
        @Schema(required = true) boolean trauma,
        @Schema(required = true) @NotNull Modality modality,
        @Schema(required = true) boolean tele,
        @Nullable UUID facilitatorId,
        @Nullable UUID roomId,
        @Nullable UUID siteId,

        @Pattern(regexp = "[a-z]{2}", message = "must be two small letters like es") @Nullable
        String language,

        @Schema(required = true) @NotNull @Size(max = 400) List<@NotNull LocalDate> exdates,
        @Schema(required = true) @NotNull @Size(max = 400) List<@NotNull OccurrenceOverride> overrides,

        @Schema(required = true) @NotNull @Size(max = 400) List<@Valid @NotNull Substitution> substitutions,

        @Valid @Nullable Curriculum curriculum,
        @Nullable UUID continuesId) {

    SessionSeriesRequest request(UUID programId) {
        return new SessionSeriesRequest(
                programId,
                name,
                kind,
                rrule,
                startsOn,
                localStart,
                durationMinutes,
                track,
                capacity,
                minimumSize,
                gender,
                trauma,
                modality,
                tele,
                facilitatorId,
                roomId,
                siteId,
                language,
                new TreeSet<>(exdates));
    }
}
