package care.iop.intake.admission;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Days from admission to last contact, counted in both ways that TEDS discharge reports have used. The two differ by a
 * day, so a figure without its label means nothing.
 */
record LengthOfStay(
        @Schema(
                required = true,
                description = "As in TEDS 2004: last contact minus admission, less than a day counts as 1",
                examples = "60")
        int teds2004Days,

        @Schema(
                required = true,
                description = "As in TEDS 2005 and later, outpatient: both ends count as full days",
                examples = "61")
        int teds2005Days,

        @Schema(
                required = true,
                description =
                        "TEDS-D public-use code of the 2005 days: 1 to 30 are days, 31: 31-45, 32: 46-60, 33: 61-90, 34: 91-120, 35: 121-180, 36: 181-365, 37: over 365",
                examples = "33")
        int tedsCode) {

    static LengthOfStay between(LocalDate admittedOn, LocalDate lastContactOn) {
        var difference = Math.toIntExact(ChronoUnit.DAYS.between(admittedOn, lastContactOn));
        return new LengthOfStay(Math.max(1, difference), difference + 1, code(difference + 1));
    }

    private static int code(int days) {
        if (days <= 30) {
            return days;
        }
        if (days <= 45) {
            return 31;
        }
        if (days <= 60) {
            return 32;
        }
        if (days <= 90) {
            return 33;
        }
        if (days <= 120) {
            return 34;
        }
        if (days <= 180) {
            return 35;
        }
        return days <= 365 ? 36 : 37;
    }
}
