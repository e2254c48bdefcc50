package care.iop.scheduling.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Ways to deal with a change of a published week, each a draft that can be published as it is. */
@Schema(name = "Replan")
record ReplanView(
        @Schema(required = true) UUID programId,
        @Schema(required = true) LocalDate weekStartingOn,
        @Schema(required = true) ReplanCause cause,

        @Schema(
                required = true,
                description = "Sessions that need a new place, a substitute or another room",
                examples = "4")
        int concerned,

        @Schema(
                required = true,
                description =
                        "From the least disturbance on; a wider ring is there only when it places more than the one before")
        List<Proposal> proposals) {

    /** One way. */
    @Schema(name = "ReplanProposal")
    record Proposal(
            @Schema(required = true, description = "How far it reaches", examples = "0")
            int ring,

            @Schema(required = true, description = "The draft: look at its changes, publish it at its publication")
            UUID rosterRunId,

            @Schema(required = true, description = "Sessions that have a place", examples = "4")
            int placed,

            @Schema(required = true, description = "What has none, and why")
            List<RosterOutcome.Unplaced> unassigned,

            @Schema(required = true, description = "Whom it disturbs, as data and in plain words")
            RosterChangesView changes) {}
}
