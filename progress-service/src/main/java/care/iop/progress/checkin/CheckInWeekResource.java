package care.iop.progress.checkin;

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
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/episodes/{admissionId}/check-in-weeks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Check-ins", description = "Daily self-reports of mood, craving, use and sleep")
class CheckInWeekResource {

    private final WeeklyCheckIns weeks;
    private final Episodes episodes;
    private final AccessAudit audit;

    CheckInWeekResource(WeeklyCheckIns weeks, Episodes episodes, AccessAudit audit) {
        this.weeks = weeks;
        this.episodes = episodes;
        this.audit = audit;
    }

    @GET
    @RolesAllowed(Roles.CLINICIAN)
    @Transactional
    @Operation(
            summary = "List an episode's weeks of check-ins",
            description = "The newest 53 weeks in which the person reported anything, newest first, without notes.")
    @APIResponse(responseCode = "200", description = "The weeks")
    public CheckInWeeksView listCheckInWeeks(@PathParam("admissionId") UUID admissionId) {
        var patientId = episodes.patientOf(admissionId).orElseThrow(() -> ProblemException.notFound("episode"));
        audit.read("WeeklyCheckIns", admissionId, patientId);
        return new CheckInWeeksView(weeks.newest(admissionId));
    }
}
