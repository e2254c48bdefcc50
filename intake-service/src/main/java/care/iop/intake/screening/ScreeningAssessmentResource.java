package care.iop.intake.screening;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.intake.referral.Referrals;
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

@Path("/api/referrals/{referralId}/screening-assessments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Screening assessments",
        description =
                "Answers of a referred person to instruments, scored by the service; corrections are new versions")
class ScreeningAssessmentResource {

    private final Referrals referrals;
    private final ScreeningAssessments assessments;
    private final ScreenPatient screenPatient;
    private final AccessAudit audit;

    ScreeningAssessmentResource(
            Referrals referrals, ScreeningAssessments assessments, ScreenPatient screenPatient, AccessAudit audit) {
        this.referrals = referrals;
        this.assessments = assessments;
        this.screenPatient = screenPatient;
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
            operationId = "recordScreeningAssessment",
            summary = "Record the answers to an instrument under the caller's name")
    @APIResponse(
            responseCode = "201",
            description = "Recorded and scored",
            content = @Content(schema = @Schema(implementation = ScreeningAssessmentView.class)))
    public Response record(
            @PathParam("referralId") UUID referralId,
            @Valid @NotNull ScreeningAssessmentRequest request,
            @Context UriInfo uri) {
        var assessment = screenPatient.record(referralId, request);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(assessment.id().toString())
                        .build())
                .entity(assessment.view())
                .build();
    }

    @POST
    @Path("/{id}/corrections")
    @RolesAllowed({COORDINATOR, CLINICIAN})
    @Idempotent
    @Transactional
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Makes a retry safe: the same key and request get the first answer again",
            schema = @Schema(type = SchemaType.STRING, maxLength = 128))
    @Operation(
            operationId = "correctScreeningAssessment",
            summary = "Record what a version should have said",
            description = "The version stays as it is, and names the new one that takes its place.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded and scored as a new version",
            content = @Content(schema = @Schema(implementation = ScreeningAssessmentView.class)))
    @APIResponse(responseCode = "409", description = "screening-already-corrected: the version is not the one in force")
    public Response correct(
            @PathParam("referralId") UUID referralId,
            @PathParam("id") UUID id,
            @Valid @NotNull CorrectionRequest request,
            @Context UriInfo uri) {
        var correction = screenPatient.correct(referralId, id, request);
        return Response.created(uri.getBaseUriBuilder()
                        .path(ScreeningAssessmentResource.class)
                        .path(correction.id().toString())
                        .build(referralId))
                .entity(correction.view())
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "getScreeningAssessment", summary = "Read a version of a screening assessment")
    @APIResponse(
            responseCode = "200",
            description = "The version; its answers and score never change",
            content = @Content(schema = @Schema(implementation = ScreeningAssessmentView.class)))
    public Response get(@PathParam("referralId") UUID referralId, @PathParam("id") UUID id) {
        var assessment = assessments.require(referralId, id);
        audit.read("ScreeningAssessment", id, assessment.patientId());
        return Response.ok(assessment.view()).build();
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "listScreeningAssessments",
            summary = "List the screening assessments of a referral with all versions, earliest recorded first")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ScreeningAssessmentList.class)))
    public Response list(
            @PathParam("referralId") UUID referralId,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        var referral = referrals.require(referralId);
        audit.read("ScreeningAssessment", referralId, referral.patientId());
        return Pages.ok(
                uri, assessments.page(referralId, page), page, ScreeningAssessment::id, ScreeningAssessmentList::of);
    }
}
