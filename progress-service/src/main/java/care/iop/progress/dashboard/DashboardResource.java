package care.iop.progress.dashboard;

import static care.iop.progress.Roles.ANALYST;
import static care.iop.progress.Roles.CLINICIAN;
import static care.iop.progress.Roles.PROGRAM_DIRECTOR;

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
class DashboardResource {

    private final PageFrame frame;

    DashboardResource(PageFrame frame) {
        this.frame = frame;
    }

    @GET
    @Path("caseload")
    @RolesAllowed({CLINICIAN, PROGRAM_DIRECTOR})
    @Operation(hidden = true)
    public Response caseload() {
        return frame.page("Caseload", "caseload.js");
    }

    @GET
    @Path("clients/{admissionId}")
    @RolesAllowed({CLINICIAN, PROGRAM_DIRECTOR})
    @Operation(hidden = true)
    public Response client(@PathParam("admissionId") UUID admissionId) {
        return frame.page("Client", "client.js");
    }

    @GET
    @Path("outcomes")
    @RolesAllowed({PROGRAM_DIRECTOR, ANALYST})
    @Operation(hidden = true)
    public Response outcomes() {
        return frame.page("Outcomes", "outcomes.js");
    }
}
