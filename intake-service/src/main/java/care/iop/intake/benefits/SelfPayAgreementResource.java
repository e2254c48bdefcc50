package care.iop.intake.benefits;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.intake.patient.Patients;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

@Path("/api/patients/{id}/self-pay-agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Self-pay agreements", description = "That somebody pays for a person's treatment without insurance")
class SelfPayAgreementResource {

    private final SelfPayAgreements agreements;
    private final AgreeToPay agreeToPay;
    private final Patients patients;
    private final BenefitCalendar calendar;
    private final AccessAudit audit;

    SelfPayAgreementResource(
            SelfPayAgreements agreements,
            AgreeToPay agreeToPay,
            Patients patients,
            BenefitCalendar calendar,
            AccessAudit audit) {
        this.agreements = agreements;
        this.agreeToPay = agreeToPay;
        this.patients = patients;
        this.calendar = calendar;
        this.audit = audit;
    }

    @POST
    @RolesAllowed(COORDINATOR)
    @Idempotent
    @Transactional
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Makes a retry safe: the same key and request get the first answer again",
            schema = @Schema(type = SchemaType.STRING, maxLength = 128))
    @Operation(
            operationId = "recordSelfPayAgreement",
            summary = "Record that somebody agreed to pay after they were shown an estimate")
    @APIResponse(
            responseCode = "201",
            description = "Recorded, with the version as ETag",
            content = @Content(schema = @Schema(implementation = SelfPayAgreementView.class)))
    public Response record(
            @PathParam("id") UUID id, @Valid @NotNull SelfPayAgreementRequest request, @Context UriInfo uri) {
        var agreement = agreeToPay.record(id, request);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(agreement.id().toString())
                        .build())
                .header(HttpHeaders.ETAG, ETags.of(agreement.version()))
                .entity(agreement.view(calendar.today()))
                .build();
    }

    @POST
    @Path("/{agreementId}/withdrawal")
    @RolesAllowed(COORDINATOR)
    @Operation(operationId = "withdrawSelfPayAgreement", summary = "Record that an agreement to pay no longer holds")
    @APIResponse(
            responseCode = "200",
            description = "The agreement as withdrawn, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = SelfPayAgreementView.class)))
    @APIResponse(responseCode = "409", description = "self-pay-withdrawn: it was withdrawn before")
    public Response withdraw(
            @PathParam("id") UUID id,
            @PathParam("agreementId") UUID agreementId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull SelfPayWithdrawalRequest request) {
        return answer(agreeToPay.withdraw(id, agreementId, ifMatch, request.withdrawnOn()));
    }

    @GET
    @Path("/{agreementId}")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "getSelfPayAgreement", summary = "Read an agreement to pay")
    @APIResponse(
            responseCode = "200",
            description = "The agreement, with the version as ETag",
            content = @Content(schema = @Schema(implementation = SelfPayAgreementView.class)))
    public Response get(@PathParam("id") UUID id, @PathParam("agreementId") UUID agreementId) {
        var agreement = agreements.require(id, agreementId, LockModeType.NONE);
        audit.read("SelfPayAgreement", agreementId, id);
        return answer(agreement);
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "listSelfPayAgreements", summary = "List the agreements to pay for a patient's treatment")
    @APIResponse(
            responseCode = "200",
            description = "All of them, withdrawn ones included",
            content = @Content(schema = @Schema(implementation = SelfPayAgreementList.class)))
    public SelfPayAgreementList list(@PathParam("id") UUID id) {
        patients.require(id);
        audit.read("SelfPayAgreement", id, id);
        return new SelfPayAgreementList(agreements.of(id).stream()
                .map(agreement -> agreement.view(calendar.today()))
                .toList());
    }

    private Response answer(SelfPayAgreement agreement) {
        return Response.ok(agreement.view(calendar.today()))
                .header(HttpHeaders.ETAG, ETags.of(agreement.version()))
                .build();
    }
}
