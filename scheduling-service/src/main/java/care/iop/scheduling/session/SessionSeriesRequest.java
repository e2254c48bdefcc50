package care.iop.scheduling.session;

import care.iop.scheduling.clinician.Modality;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.program.Track;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a recurring session is. */
@Schema(name = "SessionSeriesRequest", examples = SessionSeriesRequest.EXAMPLE)
record SessionSeriesRequest(
        @Schema(required = true) @NotNull UUID programId,
        @Schema(required = true) @NotBlank @Size(max = 120) String name,

        @Schema(required = true, description = "GROUP, SKILLS or CHECK_IN") @NotNull
        SessionKind kind,

        @Schema(
                required = true,
                description =
                        "RFC 5545 recurrence rule by days: FREQ=DAILY, WEEKLY or MONTHLY with INTERVAL, BYDAY, BYMONTHDAY, COUNT, UNTIL (a date), WKST")
        @NotBlank
        @Size(max = 200)
        String rrule,

        @Schema(required = true, description = "The day from which the rule counts") @NotNull @SaneDate
        LocalDate startsOn,

        @Schema(
                required = true,
                description = "In the site's zone, on a quarter hour, wherever the caller and the server are")
        @NotNull
        LocalTime localStart,

        @Schema(required = true, description = "Whole quarter hours") @Min(15) @Max(480)
        int durationMinutes,

        @Schema(required = true) @NotNull Track track,

        @Schema(description = "Clients it seats", defaultValue = "12") @Min(1) @Max(100)
        Integer capacity,

        @Schema(description = "Clients below which opening it is avoided", defaultValue = "4") @Min(0) @Max(100)
        Integer minimumSize,

        @Schema(description = "Whom it admits", defaultValue = "ANY")
        GroupGender gender,

        @Schema(description = "Whether it is a trauma track", defaultValue = "false")
        Boolean trauma,

        @Schema(required = true) @NotNull Modality modality,

        @Schema(description = "Whether it meets by video", defaultValue = "false")
        Boolean tele,

        @Schema(description = "Who always leads it; when absent the roster chooses") @Nullable
        UUID facilitatorId,

        @Schema(description = "Where it meets when a session is booked by hand") @Nullable
        UUID roomId,

        @Schema(
                description =
                        "One of the program's further sites; absent for the program's own. Its zone is the series'")
        @Nullable
        UUID siteId,

        @Schema(
                description = "The language in which it is held, ISO 639-1; absent means no special one",
                examples = "es")
        @Pattern(regexp = "[a-z]{2}", message = "must be two small letters like es")
        @Nullable
        String language,

        @Schema(
                description =
                        "Days that the rule gives and on which it doesn't meet; when absent in an update they stay")
        @Size(max = 400)
        @Nullable
        Set<@NotNull LocalDate> exdates) {

    static final String EXAMPLE = """
            {
              "programId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b10",
              "name": "Morning group therapy and skills workshop",
              "kind": "GROUP",
              "rrule": "FREQ=WEEKLY;BYDAY=MO,WE,FR",
              "startsOn": "2026-01-05",
              "localStart": "09:00",
              "durationMinutes": 180,
              "track": "MORNING",
              "modality": "CBT"
            }""";

    private static final int USUAL_CAPACITY = 12;
    private static final int USUAL_MINIMUM = 4;

    /** Fills in what is usual: twelve seats, four at least, open to all, in person. */
    SessionSeriesRequest {
        capacity = capacity == null ? USUAL_CAPACITY : capacity;
        minimumSize = minimumSize == null ? Math.min(USUAL_MINIMUM, capacity) : minimumSize;
        gender = gender == null ? GroupGender.ANY : gender;
        trauma = trauma == null ? Boolean.FALSE : trauma;
        tele = tele == null ? Boolean.FALSE : tele;
    }
}
