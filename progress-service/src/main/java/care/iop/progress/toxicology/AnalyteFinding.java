package care.iop.progress.toxicology;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a test found of one analyte, and whether a positive is expected because it is prescribed. */
@Schema(name = "AnalyteFinding")
record AnalyteFinding(
        @NotNull @Schema(examples = "BUPRENORPHINE") Analyte analyte,

        @NotNull @Schema(examples = "POSITIVE") Outcome outcome,

        @NotNull
        @Schema(
                required = true,
                description = "Whether a positive is expected because it is prescribed, such as buprenorphine",
                examples = "true")
        Boolean prescribed) {}
