package care.iop.scheduling.program;

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

/** What a program is to be. */
@Schema(name = "ProgramRequest", examples = ProgramRequest.EXAMPLE)
record ProgramRequest(
        @Schema(
                description =
                        "The identifier by which intake refers to the program; when absent a new one is made. In an update it may only repeat the path's")
        @Nullable
        UUID id,

        @Schema(required = true) @NotBlank @Size(max = 120) String name,

        @Schema(required = true, description = "IANA time zone of the site") @NotBlank @Size(max = 60)
        String zone,

        @Schema(required = true) @NotEmpty @Size(max = 3) List<@Valid @NotNull TrackHours> tracks,

        @Schema(description = "Holidays and other days without sessions") @Size(max = 400)
        List<@Valid @NotNull Closure> closures,

        @Schema(
                required = true,
                description =
                        "What a client has each week by default; the order says what comes first when fewer minutes are prescribed")
        @NotEmpty
        @Size(max = 20)
        List<@Valid @NotNull PrescribedSessions> defaultPrescription,

        @Schema(description = "Further sites; when absent in an update they stay as they are") @Size(max = 50) @Nullable
        List<@Valid @NotNull Site> sites,

        @Schema(description = "A calendar of days off beside the closures", defaultValue = "NONE") @Nullable
        HolidayCalendar holidayCalendar,

        @Schema(description = "The US state of the program's own site, for licences to treat by video", examples = "NY")
        @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters like NY")
        @Nullable
        String state) {

    static final String EXAMPLE = """
            {
              "name": "Riverside IOP",
              "zone": "America/New_York",
              "tracks": [
                {"track": "MORNING", "from": "09:00", "until": "12:00"},
                {"track": "AFTERNOON", "from": "13:00", "until": "16:00"},
                {"track": "EVENING", "from": "17:30", "until": "20:30"}
              ],
              "closures": [{"closedOn": "2026-11-26", "reason": "Thanksgiving"}],
              "defaultPrescription": [
                {"kind": "GROUP", "minutes": 180, "timesPerWeek": 3},
                {"kind": "INDIVIDUAL", "minutes": 60, "timesPerWeek": 2},
                {"kind": "FAMILY", "minutes": 120, "timesPerWeek": 1},
                {"kind": "VOCATIONAL", "minutes": 120, "timesPerWeek": 1}
              ]
            }""";

    /** No closures when none are given. */
    ProgramRequest {
        closures = closures == null ? List.of() : closures;
    }
}
