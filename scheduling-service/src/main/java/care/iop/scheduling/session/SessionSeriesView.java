package care.iop.scheduling.session;

import care.iop.scheduling.clinician.Modality;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.program.Track;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recurring session as callers see it. */
@Schema(name = "SessionSeries")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionSeriesView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID programId,

        @Schema(required = true, examples = "Morning group therapy and skills workshop")
        String name,

        @Schema(required = true) SessionKind kind,

        @Schema(required = true, examples = "FREQ=WEEKLY;BYDAY=MO,WE,FR")
        String rrule,

        @Schema(required = true) LocalDate startsOn,
        @Schema(required = true, examples = "09:00") LocalTime localStart,
        @Schema(required = true, examples = "180") int durationMinutes,
        @Schema(required = true) Track track,
        @Schema(required = true, examples = "12") int capacity,
        @Schema(required = true, examples = "4") int minimumSize,
        @Schema(required = true) GroupGender gender,
        @Schema(required = true) boolean trauma,
        @Schema(required = true) Modality modality,
        @Schema(required = true) boolean tele,
        @Nullable UUID facilitatorId,
        @Nullable UUID roomId) {}
