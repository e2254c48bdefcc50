package care.iop.scheduling.session;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who leads the meetings of a stretch of days in place of whoever leads the series. */
@Schema(name = "Substitution", examples = """
                {"facilitatorId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b11", "firstOn": "2027-02-15", "lastOn": "2027-02-19"}""")
public record Substitution(
        @Schema(required = true, examples = "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b11") @NotNull
        UUID facilitatorId,

        @Schema(required = true, examples = "2027-02-15") @NotNull @SaneDate
        LocalDate firstOn,

        @Schema(required = true, description = "The last day, included", examples = "2027-02-19") @NotNull @SaneDate
        LocalDate lastOn) {

    boolean covers(LocalDate day) {
        return !day.isBefore(firstOn) && !day.isAfter(lastOn);
    }

    boolean overlaps(Substitution other) {
        return !firstOn.isAfter(other.lastOn) && !other.firstOn.isAfter(lastOn);
    }
}
