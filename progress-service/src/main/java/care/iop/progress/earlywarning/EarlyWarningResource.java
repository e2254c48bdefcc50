package care.iop.progress.earlywarning;

import care.iop.progress.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/early-warnings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Early warning", description = "Who may drop out in the next 14 days, and how well that is known")
class EarlyWarningResource {

    private final WarnEarly warnEarly;

    EarlyWarningResource(WarnEarly warnEarly) {
        this.warnEarly = warnEarly;
    }

    @GET
    @RolesAllowed(Roles.CLINICIAN)
    @Operation(
            summary = "List who may drop out",
            description =
                    "The 200 most likely from the approved threshold on, with reasons. A sign to look closer, not a"
                            + " finding. Empty while no model is approved.")
    @APIResponse(responseCode = "200", description = "The warnings of this week")
    public EarlyWarningView listEarlyWarnings(
            @Parameter(description = "Only people of this program") @QueryParam("programId") @Nullable UUID programId) {
        return warnEarly.warn(programId);
    }
}
