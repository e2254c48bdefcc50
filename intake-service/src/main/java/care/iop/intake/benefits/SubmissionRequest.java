package care.iop.intake.benefits;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To whom a question about a person is disclosed. */
@Schema(name = "EligibilitySubmissionRequest", examples = """
        {"recipientId": "019a2b3c-0000-7000-8000-0000000000c1"}""")
record SubmissionRequest(
        @Schema(description = "The registered recipient that the payer is: a consent of the person has to cover it")
        @NotNull
        UUID recipientId) {}
