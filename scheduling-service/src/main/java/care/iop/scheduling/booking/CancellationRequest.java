package care.iop.scheduling.booking;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A booking to be given up. */
@Schema(name = "CancellationRequest", examples = """
                {"reason": "CLIENT_REQUEST", "forced": false}""")
record CancellationRequest(
        @Schema(required = true, examples = "CLIENT_REQUEST") @NotNull
        CancellationReason reason,

        @Schema(
                description = "Cancel although the session starts within the notice period or has started",
                defaultValue = "false",
                examples = "false")
        Boolean forced) {

    CancellationRequest {
        forced = forced == null ? Boolean.FALSE : forced;
    }
}
