package care.iop.scheduling.booking;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A booking to be given up. */
@Schema(name = "CancellationRequest", examples = """
                {"reason": "CLIENT_REQUEST", "forced": false}""")
public record CancellationRequest(
        @Schema(required = true, examples = "CLIENT_REQUEST") @NotNull
        CancellationReason reason,

        @Schema(
                description = "Cancel although the session starts within the notice period or has started",
                defaultValue = "false",
                examples = "false")
        Boolean forced,

        @Schema(
                description =
                        "Which bookings of the series; those that are marked stay, and those within the notice period need force",
                defaultValue = "ONE")
        Scope scope) {

    /** Without force, and of one booking, when nothing else is said. */
    public CancellationRequest {
        forced = forced == null ? Boolean.FALSE : forced;
        scope = scope == null ? Scope.ONE : scope;
    }
}
