package care.iop.scheduling.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A publication as callers see it; who is concerned are the changes of its run. */
@Schema(name = "RosterPublication")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RosterPublicationView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID programId,
        @Schema(required = true) LocalDate weekStartingOn,
        @Schema(required = true) UUID rosterRunId,
        @Schema(required = true) Instant publishedAt,

        @Schema(required = true, description = "The subject of the publisher's token")
        String publishedBy,

        @Schema(required = true, description = "Whether sessions within the notice period were allowed to move")
        boolean forced,

        @Nullable String reason,

        @Schema(required = true, description = "Bookings that stayed", examples = "412")
        int kept,

        @Schema(required = true, description = "Bookings that it made", examples = "7")
        int created,

        @Schema(required = true, description = "Bookings that it gave up", examples = "7")
        int cancelled,

        @Schema(required = true, description = "Sessions that another clinician or room took over", examples = "1")
        int handovers,

        @Schema(description = "Absent as long as it is in force") @Nullable
        Instant rolledBackAt,

        @Nullable String rolledBackBy,
        @Nullable String rollbackReason,

        @Schema(description = "Bookings made anew by the rollback; clients who were discharged meanwhile have none")
        @Nullable
        Integer restored) {}
