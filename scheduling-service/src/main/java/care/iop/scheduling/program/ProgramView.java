package care.iop.scheduling.program;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A program as callers see it. */
@Schema(name = "Program")
record ProgramView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "Riverside IOP") String name,

        @Schema(required = true, examples = "America/New_York")
        String zone,

        @Schema(required = true) List<TrackHours> tracks,
        @Schema(required = true) List<Closure> closures,
        @Schema(required = true) List<PrescribedSessions> defaultPrescription,
        @Schema(required = true) Instant createdAt) {}
