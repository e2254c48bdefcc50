package care.iop.intake.benefits;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.intake.patient.Patients;
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

@Path("/api/patients/{id}/benefit-verifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Benefit verifications",
        description = "What payers said when they were asked; corrections and repetitions are new verifications")
class BenefitVerificationResource {

    private final BenefitVerifications verifications;
    private final VerifyBenefits verifyBenefits;
    private final Patients patients;
    private final BenefitCalendar calendar;
    private final AccessAudit audit;

    BenefitVerificationResource(
            BenefitVerifications verifications,
            VerifyBenefits verifyBenefits,
            Patients patients,
            BenefitCalendar calendar,
            AccessAudit audit) {
        this.verifications = verifications;
        this.verifyBenefits = verifyBenefits;
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
            operationId = "recordBenefitVerification",
            summary = "Record what a payer said by phone or on its portal, under the caller's name")
    @APIResponse(
            responseCode = "201",
            description = "Recorded, with the version as ETag",
            content = @Content(schema = @Schema(implementation = BenefitVerificationView.class)))
    @APIResponse(
            responseCode = "409",
            description = "verification-superseded: another one took the place of what this one repeats")
    public Response record(
            @PathParam("id") UUID id, @Valid @NotNull BenefitVerificationRequest request, @Context UriInfo uri) {
        return created(verifyBenefits.record(id, request), uri);
    }

    @POST
    @Path("/{verificationId}/corrections")
    @RolesAllowed(COORDINATOR)
    @Idempotent
    @Transactional
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Makes a retry safe: the same key and request get the first answer again",
            schema = @Schema(type = SchemaType.STRING, maxLength = 128))
    @Operation(
            operationId = "correctBenefitVerification",
            summary = "Record what a verification should have said",
            description = "It stays as it is, and names the new one that takes its place."
                    + " Where the payer contradicts itself, this is how a person settles it.")
    @APIResponse(
            responseCode = "201",
            description = "The verification that takes its place, with the version as ETag",
            content = @Content(schema = @Schema(implementation = BenefitVerificationView.class)))
    @APIResponse(responseCode = "409", description = "verification-superseded: it is not the one that counts")
    public Response correct(
            @PathParam("id") UUID id,
            @PathParam("verificationId") UUID verificationId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull BenefitCorrectionRequest request,
            @Context UriInfo uri) {
        return created(verifyBenefits.correct(id, verificationId, ifMatch, request), uri);
    }

    @GET
    @Path("/{verificationId}")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "getBenefitVerification", summary = "Read a benefit verification")
    @APIResponse(
            responseCode = "200",
            description = "The verification, with the version as ETag",
            content = @Content(schema = @Schema(implementation = BenefitVerificationView.class)))
    public Response get(@PathParam("id") UUID id, @PathParam("verificationId") UUID verificationId) {
        var verification = verifications.require(id, verificationId);
        audit.read("BenefitVerification", verificationId, id);
        return Response.ok(view(verification))
                .header(HttpHeaders.ETAG, ETags.of(verification.version()))
                .build();
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "listBenefitVerifications",
            summary = "List a patient's benefit verifications, replaced ones included")
    @APIResponse(
            responseCode = "200",
            description = "One page, in the order in which they were recorded",
            content = @Content(schema = @Schema(implementation = BenefitVerificationList.class)))
    public Response list(
            @PathParam("id") UUID id,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        patients.require(id);
        audit.read("BenefitVerification", id, id);
        return Pages.ok(
                uri,
                verifications.page(id, page),
                page,
                BenefitVerification::id,
                found -> new BenefitVerificationList(
                        found.stream().map(this::view).toList()));
    }

    private Response created(BenefitVerification verification, UriInfo uri) {
        return Response.created(uri.getBaseUriBuilder()
                        .path("api/patients")
                        .path(verification.patientId().toString())
                        .path("benefit-verifications")
                        .path(verification.id().toString())
                        .build())
                .header(HttpHeaders.ETAG, ETags.of(verification.version()))
                .entity(view(verification))
                .build();
    }

    private BenefitVerificationView view(BenefitVerification verification) {
        return verification.view(calendar.today(), calendar.policy().words());
    }
}
