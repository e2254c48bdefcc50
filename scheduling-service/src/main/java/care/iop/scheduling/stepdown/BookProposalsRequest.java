package care.iop.scheduling.stepdown;

import care.iop.scheduling.booking.AppointmentRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Proposals to be booked, all into meetings of one series or all as sessions of the client's own. */
@Schema(name = "BookProposalsRequest", examples = """
                {"proposalIds": ["019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b15"], "seriesId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b12"}""")
record BookProposalsRequest(
        @Schema(required = true) @NotNull @Size(min = 1, max = 200)
        Set<@NotNull UUID> proposalIds,

        @Schema(description = "The series that meets on those days; either this or an appointment") @Nullable
        UUID seriesId,

        @Schema(
                description =
                        "The sessions of the client's own; either this or a series. How long each takes is the proposal's")
        @Valid
        @Nullable
        AppointmentRequest appointment) {

    BookProposalsRequest {
        proposalIds = proposalIds == null ? Set.of() : proposalIds;
    }
}
