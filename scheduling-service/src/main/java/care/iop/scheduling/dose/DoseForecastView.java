package care.iop.scheduling.dose;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who will miss the hours or the days of their level this week, as far as is known now. */
@Schema(name = "DoseForecast")
record DoseForecastView(
        @Schema(required = true) UUID programId,
        @Schema(required = true) LocalDate weekStartingOn,
        @Schema(required = true) Instant asOf,

        @Schema(required = true, description = "Where the thresholds come from")
        String policy,

        @Schema(required = true) List<Client> items) {

    /** One client's week. */
    @Schema(name = "ClientDose")
    record Client(
            @Schema(required = true) UUID enrollmentId,
            @Schema(required = true) UUID patientId,
            @Schema(required = true, examples = "2.1") String levelOfCare,

            @Schema(required = true, description = "As marked", examples = "180")
            int deliveredMinutes,

            @Schema(required = true, description = "Over and not marked yet; counted as if attended", examples = "0")
            int unmarkedMinutes,

            @Schema(required = true, description = "Booked and still to come", examples = "300")
            int aheadMinutes,

            @Schema(required = true, description = "Marked as not delivered", examples = "180")
            int lostMinutes,

            @Schema(required = true, description = "What the week will have given", examples = "480")
            int forecastMinutes,

            @Schema(required = true, description = "Days with treatment, those to come included", examples = "3")
            int forecastDays,

            @Schema(required = true, examples = "540") int neededMinutes,
            @Schema(required = true, examples = "3") int neededDays,
            @Schema(required = true, examples = "60") int missingMinutes,
            @Schema(required = true, examples = "0") int missingDays,
            @Schema(required = true) boolean atRisk,

            @Schema(required = true, examples = "Will have 8 of 9 hours on 3 of 3 days: 1 hour is missing.")
            String text) {}
}
