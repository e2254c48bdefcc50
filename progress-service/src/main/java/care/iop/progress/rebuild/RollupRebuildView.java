package care.iop.progress.rebuild;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rebuild as an operator sees it. All counts are 0 when the copies and sums were right. */
@Schema(name = "RollupRebuild")
record RollupRebuildView(
        @Schema(examples = "0190f3a1-7c1e-7d2a-9b3c-5f1e2d3c4b5a")
        UUID id,

        @Schema(description = "The subject of the operator's token", examples = "5d0f3c2b-1a09-4f8e-9d7c-6b5a4f3e2d1c")
        String requestedBy,

        Instant requestedAt,

        @Schema(
                implementation = String.class,
                description = "RUNNING, DONE or FAILED; codes are added as time goes by",
                examples = "DONE")
        RollupRebuild.Status status,

        @Schema(description = "Null while it runs", nullable = true) @Nullable
        Instant finishedAt,

        @Schema(description = "Events of the organization that the topics still held", examples = "51234")
        long eventsRead,

        @Schema(description = "Records that are no events, which the dead letters have, too", examples = "0")
        long unreadableEvents,

        @Schema(description = "Admissions that differed from what their newest event says", examples = "0")
        long admissionsMended,

        @Schema(description = "Bookings that differed from what their newest event says", examples = "0")
        long bookingsMended,

        @Schema(description = "Publications of rosters that differed from what their events say", examples = "0")
        long publicationsMended,

        @Schema(
                description = "Weeks of attendance of an admission that were not the sum of its bookings",
                examples = "0")
        long attendanceWeeksMended,

        @Schema(description = "Weeks of check-ins of an admission that were not the sum of its reports", examples = "0")
        long checkInWeeksMended,

        @Schema(description = "Weeks of a program that were not the sum of its admissions", examples = "0")
        long programWeeksMended) {}
