package care.iop.scheduling.roster;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a draft is to be published, or a publication rolled back. */
@Schema(name = "PublicationRequest", examples = """
                {"forced": true, "reason": "The clinician is ill today"}""")
record PublicationRequest(
        @Schema(
                description = "Do it although a published session within the notice period moves or is given up",
                defaultValue = "false",
                examples = "false")
        Boolean forced,

        @Schema(
                description = "Needed when forced; no personal data of clients",
                examples = "The clinician is ill today")
        @Size(min = 1, max = 500)
        @Nullable
        String reason) {

    PublicationRequest {
        forced = forced == null ? Boolean.FALSE : forced;
    }

    /** What is meant without a body: not forced. */
    static PublicationRequest usual() {
        return new PublicationRequest(false, null);
    }

    /** Without the reason: it is free text. */
    @Override
    public String toString() {
        return "PublicationRequest[forced=" + forced + "]";
    }
}
