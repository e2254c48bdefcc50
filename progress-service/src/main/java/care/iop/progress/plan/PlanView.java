package care.iop.progress.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The plan of an admission as it stands today. */
@Schema(name = "TreatmentPlan")
record PlanView(
        @Schema(required = true) UUID admissionId,

        @Schema(description = "The revision that both have signed; absent when none is in force") @Nullable
        RevisionView inForce,

        @Schema(
                description = "The number of the revision that is a draft or waits for the client; absent when none is",
                examples = "2")
        @Nullable
        Integer openRevision,

        @Schema(description = "By when it should be looked at again; absent when none is in force") @Nullable
        LocalDate reviewDueOn,

        @Schema(required = true, description = "Whether that day has passed in the program's time zone")
        boolean reviewOverdue,

        @Schema(required = true, description = "The objectives of the plan in force")
        List<Objective> objectives,

        @Schema(required = true, description = "The newest first, at most 50")
        List<Review> reviews,

        @Schema(description = "The day of the discharge; absent while the person is in treatment") @Nullable
        LocalDate endedOn) {

    /** How an objective stands. */
    @Schema(name = "ObjectiveStanding")
    record Objective(
            @Schema(required = true, examples = "O1.1") String key,
            @Schema(required = true) LocalDate targetOn,
            @Schema(required = true) ObjectiveStatus status,

            @Schema(description = "When somebody last said so; absent when nobody has") @Nullable
            Instant recordedAt,

            @Schema(description = "Who last said so") @Nullable
            String recordedBy) {}

    /** That the plan was looked at again. */
    @Schema(name = "PlanReview")
    record Review(
            @Schema(required = true) int revision,
            @Schema(required = true) ReviewOutcome outcome,
            @Schema(required = true) boolean withClient,
            @Schema(required = true) LocalDate reviewedOn,
            @Schema(required = true) String reviewedBy,
            @Schema(required = true) LocalDate nextDueOn) {}
}
