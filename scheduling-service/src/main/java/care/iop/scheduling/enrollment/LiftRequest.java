package care.iop.scheduling.enrollment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why two clients may meet again. */
@Schema(name = "NoContactLiftRequest", examples = """
                {"reason": "The court order of both has ended"}""")
record LiftRequest(
        @Schema(required = true, examples = "The court order of both has ended") @NotBlank @Size(max = 500)
        String reason) {

    /** Without the reason: it is free text about two people. */
    @Override
    public String toString() {
        return "LiftRequest[]";
    }
}
