package care.iop.scheduling.room;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A room as callers see it. */
@Schema(name = "Room")
record RoomView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID programId,
        @Schema(required = true, examples = "Garden room") String name,
        @Schema(required = true) RoomType type,
        @Schema(required = true, examples = "14") int capacity) {}
