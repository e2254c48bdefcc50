package care.iop.scheduling.session;

import care.iop.scheduling.program.SessionKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A scheduled session as staff see it. */
@Schema(name = "Session")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID programId,

        @Schema(description = "Absent for a session of one client") @Nullable
        UUID seriesId,

        @Schema(required = true) SessionKind kind,
        @Schema(required = true) LocalDate sessionOn,
        @Schema(required = true) Instant startsAt,
        @Schema(required = true) Instant endsAt,

        @Schema(required = true, examples = "America/New_York")
        String zone,

        @Nullable UUID clinicianId,
        @Schema(description = "Absent by video") @Nullable UUID roomId,
        @Schema(required = true, examples = "12") int capacity,
        @Schema(required = true, examples = "7") int seatsTaken,
        @Schema(required = true) SessionStatus status,

        @Schema(description = "Absent at the program's own site") @Nullable
        UUID siteId,

        @Schema(required = true, description = "Whether it is by video")
        boolean tele,

        @Schema(description = "What it teaches by the curriculum", examples = "CRAVINGS") @Nullable
        String moduleCode,

        @Schema(required = true, description = "The day that the series' rule gives for it")
        LocalDate originalOn) {}
