package care.iop.progress.alert;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many alerts each clinician answers, and whether answering them does anything. */
@Schema(name = "AlertBudget")
record AlertBudgetView(
        @Schema(description = "The first day", examples = "2026-11-19")
        LocalDate from,

        @Schema(description = "The last day", examples = "2026-11-25")
        LocalDate to,

        @Schema(description = "In whose time the days are", examples = "America/New_York")
        String zone,

        @Schema(description = "Alerts raised in these days for the whole organization", examples = "31")
        long raised,

        @Schema(
                description =
                        "How many a week one clinician can answer with care: our own policy, for a clinical owner to confirm",
                examples = "50")
        int budgetPerWeek,

        @Schema(description = "Those who acknowledged an alert in these days; clinicians see themselves only")
        List<OfClinician> clinicians) {

    /** What one clinician did. */
    @Schema(name = "AlertBudgetOfClinician")
    record OfClinician(
            @Schema(description = "The subject of the clinician's token")
            String clinician,

            @Schema(description = "Alerts acknowledged", examples = "12")
            long acknowledged,

            @Schema(description = "Acknowledged for each 7 days, one decimal, half up", examples = "12.0")
            BigDecimal perWeek,

            boolean overBudget,

            @Schema(description = "Of the acknowledged ones, those whose outcome is an action", examples = "7")
            long ledToAction,

            @Schema(description = "Of the acknowledged ones, those whose outcome nobody has noted", examples = "2")
            long withoutOutcome) {}
}
