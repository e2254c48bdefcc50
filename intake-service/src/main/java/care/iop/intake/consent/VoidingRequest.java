package care.iop.intake.consent;

import care.iop.intake.person.Faultless;
import care.iop.intake.person.PrivateText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a consent was entered by mistake. */
@Schema(name = "ConsentVoidingRequest", examples = "{\"reason\": \"Entered for the wrong person.\"}")
record VoidingRequest(@NotNull @Faultless PrivateText reason) {}
