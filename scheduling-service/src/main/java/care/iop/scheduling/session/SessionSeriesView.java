package care.iop.scheduling.session;

import care.iop.scheduling.clinician.Modality;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.program.Track;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
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
        @Nullable UUID roomId,

        @Schema(description = "Absent at the program's own site") @Nullable
        UUID siteId,

        @Schema(description = "The language in which it is held; absent means no special one", examples = "es")
        @Nullable
        String language,

        @Schema(required = true, description = "Days that the rule gives and on which it doesn't meet")
        List<LocalDate> exdates,

        @Schema(required = true, description = "Single meetings that differ")
        List<OccurrenceOverride> overrides,

        @Schema(required = true, description = "Who leads it for a while")
        List<Substitution> substitutions,

        @Schema(description = "What it teaches") @Nullable Curriculum curriculum,

        @Schema(description = "The series that it goes on from, when that was changed from a day on") @Nullable
        UUID continuesId) {}
