package care.iop.progress.relapseprevention;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody the person can turn to. 988 and 911 are always shown beside them. */
@Schema(name = "PlanContact")
record PlanContact(
        @NotNull @Pattern(regexp = PlanKey.FORM, message = PlanKey.RULE) @Schema(examples = "sponsor")
        String key,

        @NotNull @Schema(examples = "SPONSOR") Kind kind,

        @NotNull @Schema(type = SchemaType.STRING, description = "What the person calls them", examples = "My sponsor")
        PlanText name,

        @NotNull
        @Schema(
                type = SchemaType.STRING,
                description = "How to reach them",
                examples = "Call or text 555-0100, also at night")
        PlanText reach) {

    /** Who it is to the person. */
    enum Kind {
        SPONSOR,
        THERAPIST,
        CASE_MANAGER,
        PEER,
        FAMILY,
        FRIEND,
        OTHER
    }
}
