package care.iop.scheduling.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A room as callers see it. */
@Schema(name = "Room")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoomView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID programId,
        @Schema(required = true, examples = "Garden room") String name,
        @Schema(required = true) RoomType type,
        @Schema(required = true, examples = "14") int capacity,

        @Schema(description = "Absent at the program's own site") @Nullable
        UUID siteId,

        @Schema(description = "The first day on which it is no longer used") @Nullable
        LocalDate retiredOn) {}
