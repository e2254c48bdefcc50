package care.iop.intake.waitlist;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;

import care.iop.chassis.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people are given while they wait. */
@Path("/api/referrals/{id}/interim-services")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Waitlist", description = "Who waits for a place, in the order of 45 CFR 96.131")
class InterimServiceResource {

    private final Waitlist waitlist;

    InterimServiceResource(Waitlist waitlist) {
        this.waitlist = waitlist;
    }

    @POST
    @RolesAllowed({COORDINATOR, CLINICIAN})
    @Idempotent
    @Transactional
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Makes a retry safe: the same key and request get the first answer again",
            schema = @Schema(type = SchemaType.STRING, maxLength = 128))
    @Operation(operationId = "recordInterimService", summary = "Record what a waiting person was given")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; it shows on the waitlist",
            content = @Content(schema = @Schema(implementation = InterimServiceView.class)))
    public Response give(@PathParam("id") UUID id, @Valid @NotNull GivenInterimService request) {
        return Response.status(Response.Status.CREATED)
                .entity(waitlist.give(id, request).view())
                .build();
    }
}
