package care.iop.progress.attendance;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import care.iop.progress.episode.Episodes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/episodes/{admissionId}/weeks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attendance", description = "Hours and attendance by week, fed by scheduling's events")
class WeeklyAttendanceResource {

    private static final int MOST_WEEKS = 53;
    private static final IsoWeek FIRST = IsoWeek.of(LocalDate.of(2000, 1, 3));
    private static final IsoWeek LAST = IsoWeek.of(LocalDate.of(9999, 12, 20));

    private final WeeklyAttendances weeks;
    private final Episodes episodes;
    private final AccessAudit audit;

    WeeklyAttendanceResource(WeeklyAttendances weeks, Episodes episodes, AccessAudit audit) {
        this.weeks = weeks;
        this.episodes = episodes;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            summary = "List an episode's weeks of attendance",
            description = "The newest 53 weeks of the range that have sessions, newest first.")
    @APIResponse(responseCode = "200", description = "The weeks")
    public WeeksView listWeeks(
            @PathParam("admissionId") UUID admissionId,
            @Parameter(description = "The first week", example = "2026-W40") @QueryParam("from") @Nullable String from,
            @Parameter(description = "The last week", example = "2026-W48") @QueryParam("to") @Nullable String to) {
        var patientId = episodes.patientOf(admissionId).orElseThrow(() -> ProblemException.notFound("episode"));
        var found = weeks.newest(
                admissionId,
                from == null ? FIRST : IsoWeek.parse("from", from),
                to == null ? LAST : IsoWeek.parse("to", to),
                MOST_WEEKS);
        audit.read("WeeklyAttendance", admissionId, patientId);
        return new WeeksView(found.stream()
                .map(week -> WeekView.of(week.week(), week.share()))
                .toList());
    }
}
