package care.iop.intake.placement;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/placements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Placements",
        description = "Which level of care fits a person: the rules' advice and clinicians' decisions")
class PlacementEvaluationResource {

    private final EvaluatePlacement evaluatePlacement;

    PlacementEvaluationResource(EvaluatePlacement evaluatePlacement) {
        this.evaluatePlacement = evaluatePlacement;
    }

    @POST
    @Path("/evaluate")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR, "scheduler", "analyst", "compliance-officer"})
    @Operation(
            operationId = "evaluatePlacement",
            summary = "Try the placement rules on invented or real facts; nothing is stored",
            description =
                    "The same rules as for a recommendation. All matching rules are reported with the facts that they used; what is unknown is never read as zero or no.")
    @APIResponse(
            responseCode = "200",
            description = "What the rules advise",
            content = @Content(schema = @Schema(implementation = PlacementAdvice.class)))
    public PlacementAdvice evaluate(@Valid @NotNull PlacementFacts facts) {
        return evaluatePlacement.evaluate(facts).advice();
    }
}
