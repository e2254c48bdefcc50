package care.iop.intake.waitlist;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/waitlist")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Waitlist", description = "Who waits for a place, in the order of 45 CFR 96.131")
class WaitlistResource {

    private final Waitlist waitlist;

    WaitlistResource(Waitlist waitlist) {
        this.waitlist = waitlist;
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Operation(operationId = "getWaitlist", summary = "Read the waitlist in order, with the reason for each place")
    @APIResponse(
            responseCode = "200",
            description = "Everybody who waits, first in line first",
            content = @Content(schema = @Schema(implementation = WaitlistView.class)))
    public WaitlistView inOrder() {
        return waitlist.inOrder();
    }
}
