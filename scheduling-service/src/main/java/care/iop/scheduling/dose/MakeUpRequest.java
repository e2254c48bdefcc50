package care.iop.scheduling.dose;

import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.session.SaneDate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Make-up seats to be booked together. */
@Schema(name = "MakeUpRequest", examples = """
                {"weekStartingOn": "2026-01-12", "seats": [{"sessionId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b12", "makeUpFor": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b13"}]}""")
record MakeUpRequest(
        @Schema(required = true, examples = "2026-01-12") @NotNull @SaneDate
        LocalDate weekStartingOn,

        @Schema(required = true, description = "As offered; all are booked or none") @NotEmpty @Size(max = 14)
        List<@Valid @NotNull Chosen> seats) {

    /** A seat as it was offered. */
    @Schema(name = "ChosenSeat")
    record Chosen(
            @Schema(description = "The scheduled meeting") @Nullable
            UUID sessionId,

            @Schema(description = "Of a session alone, in place of sessionId") @Nullable
            SessionKind kind,

            @Schema(description = "Of a session alone") @Nullable
            Instant startsAt,

            @Schema(description = "Of a session alone") @Nullable
            Instant endsAt,

            @Schema(description = "Of a session alone") @Nullable
            UUID clinicianId,

            @Schema(description = "The missed session that it makes up for; a session is made up for once") @Nullable
            UUID makeUpFor) {}
}
