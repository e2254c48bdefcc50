package care.iop.scheduling.roster;

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

/** One of a client's best weeks, to be booked. */
@Schema(name = "TakeWeekRequest", examples = """
                {"weekStartingOn": "2026-01-12", "sessions": [{"kind": "INDIVIDUAL", "startsAt": "2026-01-13T15:00:00Z", "clinicianId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b10"}]}""")
record TakeWeekRequest(
        @Schema(required = true, examples = "2026-01-12") @NotNull @SaneDate
        LocalDate weekStartingOn,

        @Schema(required = true, description = "The sessions of the chosen week") @NotEmpty @Size(max = 40)
        List<@Valid @NotNull Chosen> sessions) {

    /** A session of the chosen week; rooms are found anew. */
    @Schema(name = "ChosenSession")
    record Chosen(
            @Schema(required = true) @NotNull SessionKind kind,

            @Schema(description = "Of a group's meeting") @Nullable
            UUID seriesId,

            @Schema(required = true) @NotNull Instant startsAt,
            @Schema(required = true) @NotNull UUID clinicianId) {}
}
