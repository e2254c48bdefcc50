package care.iop.intake.duplicate;

import care.iop.intake.person.Faultless;
import care.iop.intake.person.PrivateText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody decides so. */
@Schema(name = "DuplicateDecisionRequest", examples = """
                {"reason": "Twin sisters: both came to the desk together."}""")
record DecisionRequest(@NotNull @Faultless PrivateText reason) {}
