package care.iop.scheduling.booking;

import care.iop.scheduling.session.SaneDate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Many seats of one client, over weeks and days. */
@Schema(name = "BookingSeriesRequest", examples = """
                {"enrollmentId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b11", "from": "2026-01-05", "until": "2026-03-27",
                 "items": [{"seriesId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b12"},
                           {"days": ["TUESDAY", "THURSDAY"],
                            "appointment": {"kind": "INDIVIDUAL", "localStart": "14:00", "durationMinutes": 60,
                                            "clinicianId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b13"}}]}""")
record BookingSeriesRequest(
        @Schema(required = true) @NotNull UUID enrollmentId,

        @Schema(required = true, examples = "2026-01-05") @NotNull @SaneDate
        LocalDate from,

        @Schema(
                required = true,
                examples = "2026-03-27",
                description = "The last day, at most 366 days after the first")
        @NotNull
        @SaneDate
        LocalDate until,

        @Schema(required = true) @NotNull @Size(min = 1, max = 10) @Valid
        List<@NotNull Item> items,

        @Schema(description = "Days to be left out") @Size(max = 366)
        List<@NotNull LocalDate> leaveOut) {

    BookingSeriesRequest {
        items = items == null ? List.of() : items;
        leaveOut = leaveOut == null ? List.of() : leaveOut;
    }

    /** What recurs: meetings of a series, or a session of the client's own. */
    @Schema(name = "BookingSeriesItem")
    record Item(
            @Schema(description = "The series whose meetings are booked; either this or an appointment") @Nullable
            UUID seriesId,

            @Schema(description = "The session of the client's own; either this or a series") @Valid @Nullable
            AppointmentRequest appointment,

            @Schema(description = "Days of the week: needed for an appointment; of a series, all when there are none")
            @Size(max = 7)
            Set<@NotNull DayOfWeek> days,

            @Schema(description = "1 for each week, 2 for every other week from the first day on", defaultValue = "1")
            @Min(1)
            @Max(8)
            Integer everyWeeks) {

        Item {
            days = days == null ? Set.of() : days;
            everyWeeks = everyWeeks == null ? 1 : everyWeeks;
        }
    }
}
