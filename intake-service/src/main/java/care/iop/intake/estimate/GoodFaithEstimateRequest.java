package care.iop.intake.estimate;

import care.iop.chassis.problem.FieldProblem;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What makes an uninsured person or a self-payer entitled to an estimate.
 *
 * @param on the day of the appointment's making, or of the request
 * @param serviceOn the day of the service; needed for an appointment, not read for a request
 */
@Schema(examples = """
                {"trigger": "SCHEDULED", "on": "2026-09-08", "serviceOn": "2026-09-21"}""")
record GoodFaithEstimateRequest(
        @NotNull Trigger trigger,

        @Schema(description = "The day on which the appointment was made, or the estimate asked for") @NotNull
        LocalDate on,

        @Schema(description = "The day of the service; needed with SCHEDULED") @Nullable
        LocalDate serviceOn) {

    /** What happened. */
    @Schema(name = "GoodFaithEstimateTrigger")
    enum Trigger {
        /** An appointment was made. */
        SCHEDULED,
        /** The person asked for an estimate, or what the service costs. */
        REQUESTED
    }

    /** What can't be so, field by field. */
    List<FieldProblem> contradictions() {
        var found = new ArrayList<FieldProblem>();
        PlausibleDay.check(found, "/on", on);
        PlausibleDay.check(found, "/serviceOn", serviceOn);
        if (trigger == Trigger.SCHEDULED && serviceOn == null) {
            found.add(new FieldProblem("/serviceOn", "is needed with SCHEDULED"));
        }
        if (serviceOn != null && serviceOn.isBefore(on)) {
            found.add(new FieldProblem("/serviceOn", "must not lie before on"));
        }
        return found;
    }
}
