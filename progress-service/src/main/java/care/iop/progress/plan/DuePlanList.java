package care.iop.progress.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of plans that somebody has to work on. */
@Schema(name = "DuePlanPage")
record DuePlanList(@Schema(required = true) List<Due> items) {

    /** Why. */
    @Schema(
            name = "DuePlanReason",
            description = "FIRST_PLAN: none was ever in force; REVIEW: it should be looked at again")
    enum Reason {
        FIRST_PLAN,
        REVIEW
    }

    /** One admission whose plan is due. */
    @Schema(name = "DuePlan")
    record Due(
            @Schema(required = true) UUID admissionId,
            @Schema(required = true) UUID patientId,
            @Schema(required = true) UUID programId,
            @Schema(required = true) Reason reason,
            @Schema(required = true) LocalDate dueOn,

            @Schema(required = true, description = "Whether that day has passed in the program's time zone")
            boolean overdue) {}
}
