package care.iop.intake.disclosure;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COMPLIANCE_OFFICER;
import static care.iop.intake.IntakeRoles.COORDINATOR;

import care.iop.chassis.consent.DataClass;
import care.iop.chassis.consent.DisclosureDecision;
import care.iop.chassis.consent.PurposeOfUse;
import care.iop.chassis.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/patients/{patientId}/disclosure-decision")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Disclosures")
class DisclosureDecisionResource {

    private final Disclose disclose;

    DisclosureDecisionResource(Disclose disclose) {
        this.disclose = disclose;
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, COMPLIANCE_OFFICER})
    @Operation(
            operationId = "decideDisclosure",
            summary = "Ask whether something may be disclosed now by staff, and why; nothing is disclosed")
    @APIResponse(
            responseCode = "200",
            description = "The decision and what each consent had to say",
            content = @Content(schema = @Schema(implementation = DisclosureDecision.class)))
    public DisclosureDecision decide(
            @PathParam("patientId") UUID patientId,
            @Parameter(required = true) @QueryParam("recipientId") @Nullable UUID recipientId,
            @Parameter(required = true) @QueryParam("dataClass") @Nullable DataClass dataClass,
            @Parameter(required = true) @QueryParam("purpose") @Nullable PurposeOfUse purpose) {
        if (recipientId == null || dataClass == null || purpose == null) {
            throw ProblemException.invalid(
                    recipientId == null ? "recipientId" : dataClass == null ? "dataClass" : "purpose", "must be there");
        }
        return disclose.ask(patientId, recipientId, dataClass, purpose);
    }
}
