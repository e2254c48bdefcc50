package care.iop.intake.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A treating relationship as callers see it. */
@Schema(name = "TreatingRelationship")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TreatingRelationshipView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) UUID recipientId,
        @Schema(required = true) Instant beganAt,
        @Schema(required = true) String recordedBy,
        @Nullable Instant endedAt) {

    /** A patient's treating relationships, earliest recorded first. */
    @Schema(name = "TreatingRelationshipList")
    record Items(@Schema(required = true) List<TreatingRelationshipView> items) {}
}
