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
import jakarta.persistence.LockModeType;
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

@Path("/api/patients/{id}/eligibility-inquiries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Eligibility inquiries", description = "Questions to payers in X12, kept until they are answered")
class EligibilityInquiryResource {

    private final EligibilityInquiries inquiries;
    private final AskPayer askPayer;
    private final SubmitInquiry submitInquiry;
    private final Patients patients;
    private final AccessAudit audit;

    EligibilityInquiryResource(
            EligibilityInquiries inquiries,
            AskPayer askPayer,
            SubmitInquiry submitInquiry,
            Patients patients,
            AccessAudit audit) {
        this.inquiries = inquiries;
        this.askPayer = askPayer;
        this.submitInquiry = submitInquiry;
        this.patients = patients;
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
            operationId = "prepareEligibilityInquiry",
            summary = "Write the question to a payer as ASC X12 270 (005010X279A1), and keep it",
            description = "The patient is the subscriber, or a dependent of who holds the policy."
                    + " Which service types are asked for is configuration.")
    @APIResponse(
            responseCode = "201",
            description = "The inquiry with its X12 text",
            content = @Content(schema = @Schema(implementation = EligibilityInquiryView.class)))
    @APIResponse(
            responseCode = "409",
            description = "payer-connection-not-set-up: the program has not said how payers know it")
    public Response prepare(
            @PathParam("id") UUID id, @Valid @NotNull EligibilityInquiryRequest request, @Context UriInfo uri) {
        var inquiry = askPayer.prepare(id, request);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(inquiry.id().toString())
                        .build())
                .header(HttpHeaders.ETAG, ETags.of(inquiry.version()))
                .entity(inquiry.view())
                .build();
    }

    @POST
    @Path("/{inquiryId}/submission")
    @RolesAllowed(COORDINATOR)
    @Operation(
            operationId = "submitEligibilityInquiry",
            summary = "Ask the payer by machine, and keep its answer",
            description =
                    "A consent of the person to tell this recipient of demographics and benefits for payment has to be"
                            + " in force; the disclosure is accounted for (42 CFR 2.25). When no answer comes, or one that can't be"
                            + " kept, the inquiry stays and says to verify by hand; it can be submitted again.")
    @APIResponse(
            responseCode = "200",
            description = "The inquiry: ANSWERED with the verification, or VERIFY_BY_HAND with the reason",
            content = @Content(schema = @Schema(implementation = EligibilityInquiryView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "inquiry-answered, inquiry-being-asked by somebody else at this moment, or consent-not-in-force:"
                            + " nothing was sent")
    public EligibilityInquiryView submit(
            @PathParam("id") UUID id,
            @PathParam("inquiryId") UUID inquiryId,
            @Valid @NotNull SubmissionRequest request) {
        return submitInquiry.submit(id, inquiryId, request.recipientId());
    }

    @GET
    @Path("/{inquiryId}")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "getEligibilityInquiry", summary = "Read a question to a payer")
    @APIResponse(
            responseCode = "200",
            description = "The inquiry, with the version as ETag",
            content = @Content(schema = @Schema(implementation = EligibilityInquiryView.class)))
    public Response get(@PathParam("id") UUID id, @PathParam("inquiryId") UUID inquiryId) {
        var inquiry = inquiries.require(id, inquiryId, LockModeType.NONE);
        audit.read("EligibilityInquiry", inquiryId, id);
        return Response.ok(inquiry.view())
                .header(HttpHeaders.ETAG, ETags.of(inquiry.version()))
                .build();
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "listEligibilityInquiries", summary = "List the questions to payers about a patient")
    @APIResponse(
            responseCode = "200",
            description = "One page, in the order in which they were asked",
            content = @Content(schema = @Schema(implementation = EligibilityInquiryList.class)))
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
        audit.read("EligibilityInquiry", id, id);
        return Pages.ok(
                uri,
                inquiries.page(id, page),
                page,
                EligibilityInquiry::id,
                found -> new EligibilityInquiryList(
                        found.stream().map(EligibilityInquiry::view).toList()));
    }
}
