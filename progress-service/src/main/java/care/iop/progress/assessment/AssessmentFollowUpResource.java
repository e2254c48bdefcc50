package care.iop.progress.assessment;

import care.iop.chassis.http.ETags;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.progress.Roles;
import care.iop.progress.alert.rule.Rules;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/patients/{patientId}/assessments/{assessmentId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assessments")
class AssessmentFollowUpResource {

    private final CorrectAssessment correctAssessment;
    private final VoidAssessment voidAssessment;
    private final ReviewAssessment reviewAssessment;
    private final AssessmentReviews reviews;
    private final OfferedInstruments instruments;
    private final Rules rules;

    AssessmentFollowUpResource(
            CorrectAssessment correctAssessment,
            VoidAssessment voidAssessment,
            ReviewAssessment reviewAssessment,
            AssessmentReviews reviews,
            OfferedInstruments instruments,
            Rules rules) {
        this.correctAssessment = correctAssessment;
        this.voidAssessment = voidAssessment;
        this.reviewAssessment = reviewAssessment;
        this.reviews = reviews;
        this.instruments = instruments;
        this.rules = rules;
    }

    @POST
    @Path("correction")
    @RolesAllowed({Roles.PATIENT, Roles.CLINICIAN})
    @Transactional
    @Idempotent
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Any key of the caller's choice: the same request with the same key has effect once",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128))
    @Operation(
            summary = "Correct the answers of a result",
            description =
                    "The mistaken result is kept, and a new one stands in its place. The alert rules look again: an alert"
                            + " that the mistaken answers raised is marked (sourceCorrectedAt) and stays open until a human ends"
                            + " it; what the right answers call for is raised.")
    @APIResponse(
            responseCode = "201",
            description = "The result that stands in its place",
            headers = {
                @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "409", description = "Another result stands in its place already, or it is void")
    public Response correctAssessment(
            @PathParam("patientId") UUID patientId,
            @PathParam("assessmentId") UUID assessmentId,
            @NotNull @Valid CorrectAssessmentRequest request,
            @Context UriInfo uri) {
        var correction = correctAssessment.correct(patientId, assessmentId, request);
        var location = uri.getBaseUriBuilder()
                .path(AssessmentResource.class)
                .path(correction.id().toString())
                .build(patientId);
        var definition = instruments.find(correction.instrument()).orElseThrow();
        return Response.created(location)
                .header(HttpHeaders.ETAG, ETags.of(correction.version()))
                .entity(AssessmentView.of(correction, definition, rules, List.of()))
                .build();
    }

    @POST
    @Path("void")
    @RolesAllowed(Roles.CLINICIAN)
    @Transactional
    @Operation(
            summary = "Void a result that was entered in error",
            description =
                    "It is kept with who voided it and why, and counts nowhere any more: what it had answered is due again. The"
                            + " alert rules look again: an alert that it raised is marked (sourceCorrectedAt) and stays open until"
                            + " a human ends it. A void can't be undone; the right answers are recorded as a new result.")
    @APIResponse(
            responseCode = "200",
            description = "The void result",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "409", description = "Another result stands in its place, or it is void already")
    public Response voidAssessment(
            @PathParam("patientId") UUID patientId,
            @PathParam("assessmentId") UUID assessmentId,
            @Parameter(description = "The ETag of what was read", example = "\"1\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @NotNull @Valid VoidAssessmentRequest request) {
        var result = voidAssessment.makeVoid(patientId, assessmentId, request.reason(), ifMatch);
        var definition = instruments.find(result.instrument()).orElseThrow();
        return Response.ok(AssessmentView.of(result, definition, rules, reviews.of(result.id())))
                .header(HttpHeaders.ETAG, ETags.of(result.version()))
                .build();
    }

    @POST
    @Path("reviews")
    @RolesAllowed(Roles.CLINICIAN)
    @Transactional
    @Idempotent
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Any key of the caller's choice: the same request with the same key has effect once",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128))
    @Operation(
            summary = "Note that one has gone through a result with the person, and what it changed in the plan",
            description = "As Joint Commission CTS.03.01.09 asks: results inform the individual plan.")
    @APIResponse(
            responseCode = "201",
            description = "The review",
            content = @Content(schema = @Schema(implementation = AssessmentReviewView.class)))
    @APIResponse(responseCode = "409", description = "Another result stands in its place, or it is void")
    public Response reviewAssessment(
            @PathParam("patientId") UUID patientId,
            @PathParam("assessmentId") UUID assessmentId,
            @NotNull @Valid ReviewAssessmentRequest request) {
        var review = reviewAssessment.review(patientId, assessmentId, request);
        return Response.status(Response.Status.CREATED)
                .entity(AssessmentReviewView.of(review))
                .build();
    }
}
