package care.iop.intake.placement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fact that made a rule match, by its place in the request. */
@Schema(name = "FactUsed")
record FactUsed(
        @Schema(required = true, description = "JSON pointer into the facts", examples = "/ratings/d3/severity")
        String pointer,

        @Schema(required = true, examples = "2") String value) {}
