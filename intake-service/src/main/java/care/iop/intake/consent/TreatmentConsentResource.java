package care.iop.intake.consent;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COMPLIANCE_OFFICER;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.http.ETags;
import care.iop.chassis.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/patients/{patientId}/treatment-consents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({COORDINATOR, CLINICIAN})
@Tag(
        name = "Consents to treatment",
        description = "Without one no treatment starts, where the organization asks for it")
class TreatmentConsentResource {

    private final TreatmentConsents consents;

    TreatmentConsentResource(TreatmentConsents consents) {
        this.consents = consents;
    }

    @POST
    @Idempotent
    @Transactional
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Makes a retry safe: the same key and request get the first answer again",
            schema = @Schema(type = SchemaType.STRING, maxLength = 128))
    @Operation(
            operationId = "recordTreatmentConsent",
            summary = "Record that the person, or who signs for a minor, consents to treatment")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = TreatmentConsentView.class)))
    public Response record(@PathParam("patientId") UUID patientId, @Valid @NotNull Signature signature) {
        var consent = consents.take(patientId, signature);
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.ETAG, ETags.of(consent.version()))
                .entity(consent.view())
                .build();
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(operationId = "withdrawTreatmentConsent", summary = "Note that a consent to treatment was withdrawn")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = TreatmentConsentView.class)))
    @APIResponse(responseCode = "409", description = "consent-move-not-allowed: it was withdrawn before")
    public Response withdraw(
            @PathParam("patientId") UUID patientId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var consent = consents.withdraw(patientId, id, ifMatch);
        return Response.ok(consent.view())
                .header(HttpHeaders.ETAG, ETags.of(consent.version()))
                .build();
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR, COMPLIANCE_OFFICER})
    @Operation(operationId = "listTreatmentConsents", summary = "List a patient's consents to treatment")
    @APIResponse(
            responseCode = "200",
            description = "All of them, earliest recorded first",
            content = @Content(schema = @Schema(implementation = TreatmentConsentView.Items.class)))
    public TreatmentConsentView.Items list(@PathParam("patientId") UUID patientId) {
        return new TreatmentConsentView.Items(
                consents.read(patientId).stream().map(TreatmentConsent::view).toList());
    }
}
