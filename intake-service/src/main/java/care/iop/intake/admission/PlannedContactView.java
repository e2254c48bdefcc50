package care.iop.intake.admission;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contact that is owed in aftercare or after the discharge. */
@Schema(name = "PlannedContact")
record PlannedContactView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID admissionId,
        @Schema(required = true) ContactKind kind,
        @Schema(required = true) LocalDate dueOn,

        @Schema(required = true, description = "As of today")
        ContactStatus status,

        @Schema(description = "The day on which it was done, lost or cancelled") @Nullable
        LocalDate closedOn) {}
