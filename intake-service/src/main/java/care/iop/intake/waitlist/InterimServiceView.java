package care.iop.intake.waitlist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An interim service as staff see it. */
@Schema(name = "InterimService")
record InterimServiceView(
        @Schema(required = true) UUID id,
        @Schema(required = true) InterimServiceKind kind,
        @Schema(required = true) LocalDate givenOn,

        @Schema(required = true, description = "The subject of the access token")
        String recordedBy,

        @Schema(required = true) Instant recordedAt) {}
