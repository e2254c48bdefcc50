package care.iop.scheduling.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A roster run as callers see it. */
@Schema(name = "RosterRun")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RosterRunView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID programId,
        @Schema(required = true) LocalDate weekStartingOn,
        @Schema(required = true) long seed,
        @Schema(required = true, examples = "10") int timeLimitSeconds,
        @Schema(required = true) RosterScope scope,
        @Schema(required = true) RosterRunStatus status,

        @Schema(
                required = true,
                description = "How often the search was begun: again when its process died",
                examples = "1")
        int attempts,

        @Schema(required = true) Instant requestedAt,

        @Schema(required = true, description = "The subject of the asker's token")
        String requestedBy,

        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant cancelledAt,

        @Schema(description = "The subject of the token of whoever gave it up") @Nullable
        String cancelledBy,

        @Nullable Instant publishedAt,

        @Schema(description = "The subject of the publisher's token") @Nullable
        String publishedBy,

        @Schema(description = "What its publication changed, to be looked up or rolled back") @Nullable
        UUID publicationId,

        @Schema(description = "Why it failed") @Nullable String failure,

        @Schema(description = "How far the search is or was; absent until it has begun") @Nullable
        RosterProgress progress,

        @Schema(description = "When solved; left out in lists") @Nullable
        RosterOutcome result) {

    RosterRunView withoutResult() {
        return new RosterRunView(
                id,
                programId,
                weekStartingOn,
                seed,
                timeLimitSeconds,
                scope,
                status,
                attempts,
                requestedAt,
                requestedBy,
                startedAt,
                finishedAt,
                cancelledAt,
                cancelledBy,
                publishedAt,
                publishedBy,
                publicationId,
                failure,
                progress,
                null);
    }
}
