package care.iop.progress.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client is to have each week. The order says what comes first when not everything fits. */
@Schema(name = "PlannedWeek")
record WeeklyPrescription(
        @Schema(required = true, description = "Days a week on which the client comes", examples = "5") @Min(1) @Max(7)
        int daysPerWeek,

        @Schema(required = true) @NotEmpty @Size(max = 20) List<@Valid @NotNull PlannedSessions> sessions) {

    /** Minutes a week of all its sessions. */
    int minutesPerWeek() {
        return sessions.stream().mapToInt(PlannedSessions::minutesPerWeek).sum();
    }
}
