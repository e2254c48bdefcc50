package care.iop.progress.plan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A signature of exactly the content that the signer has read. */
@Schema(name = "PlanSignatureRequest", examples = """
        {"contentSha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}""")
record SignatureRequest(
        @Schema(required = true, description = "The contentSha256 of the revision, as it was read")
        @NotNull
        @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 small hexadecimal digits")
        String contentSha256) {}
