package care.iop.scheduling.dashboard;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.web.PageFrame;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Pages for staff. They hold nothing of any person: their scripts ask the API, as the person who is signed in. */
@Path("/dashboard")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
class DashboardResource {

    private final PageFrame frame;

    DashboardResource(PageFrame frame) {
        this.frame = frame;
    }

    @GET
    @Path("week")
    @Operation(hidden = true)
    public Response week() {
        return frame.page("Week", "week.js");
    }
}
