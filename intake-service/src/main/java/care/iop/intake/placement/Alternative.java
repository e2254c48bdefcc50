package care.iop.intake.placement;

import care.iop.intake.level.LevelOfCare;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another level to think of, and when. */
@Schema(name = "AlternativeLevel")
record Alternative(
        @Schema(required = true) LevelOfCare level,
        @Schema(required = true) String text) {}
