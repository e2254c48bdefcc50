package care.iop.intake.dashboard;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.web.PageFrame;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Pages for staff. They hold nothing of any person: their scripts ask the API, as the person who is signed in. */
@Path("/dashboard")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
class DashboardResource {

    private final PageFrame frame;

    DashboardResource(PageFrame frame) {
        this.frame = frame;
    }

    @GET
    @Path("board")
    @Operation(hidden = true)
    public Response board() {
        return frame.page("Intake", "board.js");
    }

    @GET
    @Path("referrals/{id}")
    @Operation(hidden = true)
    public Response referral(@PathParam("id") UUID id) {
        return frame.page("Referral", "referral.js");
    }
}
