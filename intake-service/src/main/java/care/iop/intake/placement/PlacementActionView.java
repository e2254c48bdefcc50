package care.iop.intake.placement;

import care.iop.intake.person.PrivateText;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A required action as callers see it. */
@Schema(name = "PlacementAction")
record PlacementActionView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID recommendationId,
        @Schema(required = true) UUID referralId,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) ActionCode code,
        @Schema(required = true) String text,

        @Schema(required = true, description = "Whether treatment can't start before it is done")
        boolean safety,

        @Schema(required = true) Instant dueAt,
        @Schema(required = true) PlacementAction.Status status,
        @Nullable Instant completedAt,

        @Schema(description = "The subject of the access token of who completed it") @Nullable
        String completedBy,

        @Nullable PrivateText note) {}
