package care.iop.progress.safety;

import care.iop.chassis.caller.Caller;
import care.iop.progress.Roles;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Safety", description = "Help for a person in danger, whatever else fails")
class SafetyResource {

    private final TellCareTeam tellCareTeam;
    private final Caller caller;

    SafetyResource(TellCareTeam tellCareTeam, Caller caller) {
        this.tellCareTeam = tellCareTeam;
        this.caller = caller;
    }

    @GET
    @Path("crisis-support")
    @PermitAll
    @NonBlocking
    @SecurityRequirements
    @Operation(
            summary = "Read where help is, now",
            description =
                    "Needs no token, no database and no body, so that nothing stands between a person and help. Nobody is"
                            + " told who asked.")
    @APIResponse(responseCode = "200", description = "Where help is")
    public CrisisSupport readCrisisSupport() {
        return CrisisSupport.UNITED_STATES;
    }

    @POST
    @Path("not-safe-now")
    @RolesAllowed(Roles.PATIENT)
    @NonBlocking
    @Operation(
            summary = "Say that one is not safe now",
            description =
                    "Answers where help is at once and waits for nothing. The care team is told meanwhile (AL-SUI-3,"
                            + " critical), as soon as it can be; 988 is never told who the person is.")
    @APIResponse(responseCode = "200", description = "Where help is, and that the care team is being told")
    public NotSafeAnswer sayNotSafe() {
        var organization = caller.organization();
        var patient = caller.patient();
        patient.ifPresent(id -> tellCareTeam.tell(organization, caller.subject(), id));
        return NotSafeAnswer.of(patient.isPresent());
    }
}
