package care.iop.scheduling.enrollment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A client whom another must never meet, as staff see it. */
@Schema(name = "NoContact")
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoContactView(
        @Schema(required = true, description = "The other client's enrollment")
        UUID enrollmentId,

        @Schema(required = true) Instant recordedAt,

        @Schema(required = true, description = "The subject of who recorded it")
        String recordedBy,

        @Schema(description = "Absent as long as it is in force") @Nullable
        Instant liftedAt,

        @Nullable String liftedBy,
        @Nullable String liftedReason) {}
