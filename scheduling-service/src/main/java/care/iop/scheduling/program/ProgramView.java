package care.iop.scheduling.program;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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

        @Schema(required = true, description = "Sites beside the program's own, which has the program's zone")
        List<Site> sites,

        @Schema(required = true) HolidayCalendar holidayCalendar,

        @Schema(description = "The US state of the program's own site") @Nullable
        String state,

        @Schema(required = true) Instant createdAt) {}
