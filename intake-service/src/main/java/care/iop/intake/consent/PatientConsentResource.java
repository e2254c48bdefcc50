package care.iop.intake.consent;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COMPLIANCE_OFFICER;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.patient.Patients;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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

@Path("/api/patients/{patientId}/consents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consents")
class PatientConsentResource {

    private final Consents consents;
    private final WriteConsent writeConsent;
    private final Patients patients;
    private final AccessAudit audit;

    PatientConsentResource(Consents consents, WriteConsent writeConsent, Patients patients, AccessAudit audit) {
        this.consents = consents;
        this.writeConsent = writeConsent;
        this.patients = patients;
        this.audit = audit;
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
    @Operation(
            operationId = "draftConsent",
            summary = "Draft a consent",
            description =
                    "Nothing can be disclosed under a draft. The answer lists the elements that are still missing.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    public Response draft(
            @PathParam("patientId") UUID patientId, @Valid @NotNull ConsentContent content, @Context UriInfo uri) {
        var consent = writeConsent.draft(patientId, content);
        return Response.created(
                        uri.getBaseUriBuilder().path("api/consents/{id}").build(consent.id()))
                .header(HttpHeaders.ETAG, ETags.of(consent.version()))
                .entity(consent.view())
                .build();
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR, COMPLIANCE_OFFICER})
    @Transactional
    @Operation(operationId = "listConsents", summary = "List a patient's consents, earliest drafted first")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ConsentList.class)))
    public Response list(
            @PathParam("patientId") UUID patientId,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        if (patients.findByIdOptional(patientId).isEmpty()) {
            throw ProblemException.notFound("patient");
        }
        audit.read("Consent", patientId, patientId);
        return Pages.ok(uri, consents.page(patientId, page), page, Consent::id, ConsentList::of);
    }
}
