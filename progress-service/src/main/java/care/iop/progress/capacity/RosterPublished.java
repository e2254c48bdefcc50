package care.iop.progress.capacity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What progress reads of scheduling's {@code roster-published} event.
 *
 * @param groupSessions null in events from before it was told
 * @param groupSeats null in events from before it was told
 */
record RosterPublished(
        UUID programId,
        LocalDate weekStartingOn,
        Instant publishedAt,
        @Nullable Integer groupSessions,
        @Nullable Integer groupSeats) {

    RosterPublished {
        Objects.requireNonNull(programId, "programId");
        Objects.requireNonNull(weekStartingOn, "weekStartingOn");
        Objects.requireNonNull(publishedAt, "publishedAt");
    }
}
