package care.iop.intake.waitlist;

import static care.iop.intake.IntakeRoles.COORDINATOR;

import care.iop.chassis.http.ETags;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The step that puts a referral on the waitlist. */
@Path("/api/referrals/{id}/waitlisting")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Waitlist", description = "Who waits for a place, in the order of 45 CFR 96.131")
class WaitlistingResource {

    private final Waitlist waitlist;

    WaitlistingResource(Waitlist waitlist) {
        this.waitlist = waitlist;
    }

    @POST
    @RolesAllowed(COORDINATOR)
    @Operation(
            operationId = "waitlistReferral",
            summary = "Put a person on the waitlist whom a clinician has placed at a level that the program serves")
    @APIResponse(responseCode = "204", description = "On the waitlist, with the referral's new version as ETag")
    @APIResponse(responseCode = "409", description = "referral-move-not-allowed or level-not-served")
    public Response join(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull WaitlistRequest request) {
        var referral = waitlist.join(id, ifMatch, request);
        return Response.noContent()
                .header(HttpHeaders.ETAG, ETags.of(referral.version()))
                .build();
    }
}
