package care.iop.intake.waitlist;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the law's order depends on; both have to be asked, since silence is not a no. */
@Schema(examples = "{\"pregnant\": true, \"injecting\": false}")
record WaitlistRequest(
        @NotNull @Schema(description = "Whether the person is pregnant")
        Boolean pregnant,

        @NotNull @Schema(description = "Whether the person injects drugs")
        Boolean injecting) {}
