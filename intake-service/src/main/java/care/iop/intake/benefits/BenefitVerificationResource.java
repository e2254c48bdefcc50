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
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/patients/{id}/benefit-verifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Benefit verifications",
        description = "What payers said when they were asked; corrections and repetitions are new verifications")
class BenefitVerificationResource {

    static final String X12 = "application/edi-x12";

    static final String EXAMPLE_271 =
            "ISA*00*          *00*          *ZZ*EXPAYER        *ZZ*EXPROGRAM      *261123*1405*^*00501*000000001*0*T*:~"
                    + "GS*HB*EXPAYER*EXPROGRAM*20261123*1405*1*X*005010X279A1~ST*271*0001*005010X279A1~"
                    + "BHT*0022*11*1*20261123*1405~HL*1**20*1~NM1*PR*2*EXAMPLE HEALTH PLAN*****PI*EX001~"
                    + "HL*2*1*21*1~NM1*1P*2*EXAMPLE PROGRAM*****XX*1234567893~HL*3*2*22*0~"
                    + "NM1*IL*1*EXAMPLE*AVERY****MI*MEM-0001~DMG*D8*19880417*F~EB*1**30~"
                    + "EB*B*IND*AI***7*40****Y*Y~SE*12*0001~GE*1*1~IEA*1*000000001~";

    private final BenefitVerifications verifications;
    private final VerifyBenefits verifyBenefits;
    private final AskPayer askPayer;
    private final Patients patients;
    private final BenefitCalendar calendar;
    private final AccessAudit audit;

    BenefitVerificationResource(
            BenefitVerifications verifications,
            VerifyBenefits verifyBenefits,
            AskPayer askPayer,
            Patients patients,
            BenefitCalendar calendar,
            AccessAudit audit) {
        this.verifications = verifications;
        this.verifyBenefits = verifyBenefits;
        this.askPayer = askPayer;
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
    @Path("/x12-271")
    @Consumes(X12)
    @RolesAllowed(COORDINATOR)
    @Idempotent
    @Transactional
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Makes a retry safe: the same key and request get the first answer again",
            schema = @Schema(type = SchemaType.STRING, maxLength = 128))
    @Operation(
            operationId = "receiveEligibilityResponse",
            summary = "Keep a payer's answer that came as ASC X12 271 (005010X279A1)",
            description = "One interchange with the answer about this patient, up to 1 MiB. An answer to one of our own"
                    + " inquiries is recognized by its trace number. Lines of different networks and holders stay apart;"
                    + " where lines contradict each other nothing is taken, and a conflict is shown for a person.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = X12, schema = @Schema(type = SchemaType.STRING, examples = EXAMPLE_271)))
    @APIResponse(
            responseCode = "201",
            description = "The verification, with the version as ETag",
            content = @Content(schema = @Schema(implementation = BenefitVerificationView.class)))
    @APIResponse(
            responseCode = "409",
            description = "identity-conflict: the answer is about somebody else; inquiry-answered: it came before;"
                    + " verification-superseded")
    public Response receive(
            @PathParam("id") UUID id,
            @Parameter(description = "The verification that this one repeats; by default what the inquiry said")
                    @QueryParam("reverifies")
                    @Nullable
                    UUID reverifies,
            @NotNull byte[] body,
            @Context UriInfo uri) {
        return created(askPayer.take(id, body, reverifies), uri);
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
