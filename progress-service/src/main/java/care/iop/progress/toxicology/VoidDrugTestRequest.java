package care.iop.progress.toxicology;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a result of a drug test was entered in error. */
@Schema(name = "VoidDrugTestRequest", examples = """
                {"reason": "WRONG_PERSON"}
                """)
record VoidDrugTestRequest(
        @NotNull @Schema(description = "Why it was entered in error", examples = "WRONG_PERSON")
        VoidReason reason) {}
