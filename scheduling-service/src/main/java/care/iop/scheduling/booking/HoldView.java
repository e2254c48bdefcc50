package care.iop.scheduling.booking;

import care.iop.scheduling.program.SessionKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A held seat as staff see it. */
@Schema(name = "Hold")
@JsonInclude(JsonInclude.Include.NON_NULL)
record HoldView(
        @Schema(required = true, description = "The booking's identifier too, once it is booked")
        UUID id,

        @Schema(required = true) UUID sessionId,
        @Schema(required = true) UUID enrollmentId,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) UUID programId,
        @Schema(required = true) SessionKind kind,

        @Schema(required = true, description = "The day in the program's zone")
        LocalDate sessionOn,

        @Schema(required = true) Instant startsAt,
        @Schema(required = true) Instant endsAt,

        @Schema(required = true, examples = "America/New_York")
        String zone,

        @Schema(required = true, description = "When the seat is free again unless it is booked")
        Instant heldUntil,

        @Schema(description = "The booking of the missed session that it is to make up for") @Nullable
        UUID makeUpFor) {}
