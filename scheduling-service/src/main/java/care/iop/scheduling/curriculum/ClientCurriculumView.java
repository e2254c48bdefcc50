package care.iop.scheduling.curriculum;

import care.iop.scheduling.session.CurriculumModule;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client has of the curricula of their groups. */
@Schema(name = "ClientCurriculum")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClientCurriculumView(
        @Schema(required = true) UUID enrollmentId,

        @Schema(description = "The day on which the stay is planned to end") @Nullable
        LocalDate plannedEndOn,

        @Schema(required = true, description = "In the order in which they are taught")
        List<Module> modules) {

    /** One module and the client. */
    @Schema(name = "ClientModule")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Module(
            @Schema(required = true, examples = "CRAVINGS") String code,

            @Schema(required = true, examples = "Cravings and urges")
            String title,

            @Schema(required = true) ModuleState state,

            @Schema(description = "When the client was taught it last") @Nullable
            LocalDate completedOn,

            @Schema(required = true, description = "When it was taught without the client")
            List<LocalDate> missedOn,

            @Schema(description = "When a group of the client's teaches it next") @Nullable
            LocalDate nextOn,

            @Schema(required = true, description = "Whether it is done, or taught once more before the planned end")
            boolean fitsStay) {}

    /** Puts together the modules, the client's meetings and the days on which each module is taught next. */
    static ClientCurriculumView of(
            UUID enrollmentId,
            @Nullable LocalDate plannedEndOn,
            List<CurriculumModule> modules,
            List<TaughtMeeting> meetings,
            Map<String, LocalDate> next,
            Instant now) {
        return new ClientCurriculumView(
                enrollmentId,
                plannedEndOn,
                modules.stream()
                        .map(module -> module(
                                module,
                                meetings.stream()
                                        .filter(meeting -> meeting.moduleCode().equals(module.code()))
                                        .toList(),
                                next.get(module.code()),
                                plannedEndOn,
                                now))
                        .toList());
    }

    private static Module module(
            CurriculumModule module,
            List<TaughtMeeting> meetings,
            @Nullable LocalDate next,
            @Nullable LocalDate plannedEndOn,
            Instant now) {
        var completed = meetings.stream()
                .filter(TaughtMeeting::wasAttended)
                .map(TaughtMeeting::sessionOn)
                .max(LocalDate::compareTo);
        var missed = meetings.stream()
                .filter(meeting -> meeting.wasMissed(now))
                .map(TaughtMeeting::sessionOn)
                .distinct()
                .sorted()
                .toList();
        ModuleState state;
        if (completed.isPresent()) {
            state = ModuleState.COMPLETED;
        } else if (meetings.stream().anyMatch(meeting -> meeting.isAhead(now))) {
            state = ModuleState.BOOKED;
        } else {
            state = missed.isEmpty() ? ModuleState.OPEN : ModuleState.MISSED;
        }
        var fits = completed.isPresent() || (next != null && (plannedEndOn == null || !next.isAfter(plannedEndOn)));
        return new Module(module.code(), module.title(), state, completed.orElse(null), missed, next, fits);
    }
}
