package care.iop.progress.assessment;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import care.iop.progress.alert.rule.Rules;
import care.iop.progress.episode.PatientAccess;
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

@Path("/api/patients/{patientId}/assessments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PATIENT, Roles.CLINICIAN})
@Tag(name = "Assessments", description = "Answered and scored instruments")
class AssessmentResource {

    private final RecordAssessment recordAssessment;
    private final AssessmentResults results;
    private final AssessmentReviews reviews;
    private final OfferedInstruments instruments;
    private final Baselines baselines;
    private final CompareScores compareScores;
    private final Rules rules;
    private final PatientAccess access;
    private final AccessAudit audit;

    AssessmentResource(
            RecordAssessment recordAssessment,
            AssessmentResults results,
            AssessmentReviews reviews,
            OfferedInstruments instruments,
            Baselines baselines,
            CompareScores compareScores,
            Rules rules,
            PatientAccess access,
            AccessAudit audit) {
        this.recordAssessment = recordAssessment;
        this.results = results;
        this.reviews = reviews;
        this.instruments = instruments;
        this.baselines = baselines;
        this.compareScores = compareScores;
        this.rules = rules;
        this.access = access;
        this.audit = audit;
    }

    @POST
    @Transactional
    @Idempotent
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Any key of the caller's choice: the same request with the same key has effect once",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128))
    @Operation(
            summary = "Record the answers to an instrument",
            description =
                    "Patients answer for themselves, clinicians for those they treat. The service scores them. Any answer"
                            + " to the safety item above \"not at all\" raises an alert, even when the form is incomplete, and the"
                            + " response then says where help is.")
    @APIResponse(
            responseCode = "201",
            description = "The scored result",
            headers = {
                @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    public Response recordAssessment(
            @PathParam("patientId") UUID patientId,
            @NotNull @Valid RecordAssessmentRequest request,
            @Context UriInfo uri) {
        var result = recordAssessment.record(patientId, request);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(result.id().toString())
                        .build())
                .header(HttpHeaders.ETAG, ETags.of(result.version()))
                .entity(view(result))
                .build();
    }

    @GET
    @Transactional
    @Operation(
            summary = "List a person's results",
            description = "Without the answers, in the order of recording; corrected and voided ones are among them.")
    @APIResponse(
            responseCode = "200",
            description = "A page of results",
            headers =
                    @Header(
                            name = "Link",
                            description = "rel=\"next\" with the next page, when there is one",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = AssessmentPage.class)))
    public Response listAssessments(
            @PathParam("patientId") UUID patientId,
            @Parameter(description = "Only results of this instrument", example = "PHQ-9")
                    @QueryParam("instrument")
                    @Nullable
                    String instrument,
            @Parameter(description = "Rows on a page, 1 to 200; 50 when left out") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "Where the page begins: taken from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var patient = access.require(patientId);
        var page = PageRequest.of(limit, after);
        var rows = results.page(patient, instrument, page);
        audit.readAll("AssessmentResult", List.of(patient));
        return Pages.ok(
                uri,
                rows,
                page,
                AssessmentResult::id,
                shown -> new AssessmentPage(
                        shown.stream().map(AssessmentSummaryView::of).toList()));
    }

    @GET
    @Path("{assessmentId}")
    @Transactional
    @Operation(summary = "Read a result with its answers")
    @APIResponse(
            responseCode = "200",
            description = "The result",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    public Response readAssessment(
            @PathParam("patientId") UUID patientId, @PathParam("assessmentId") UUID assessmentId) {
        var patient = access.require(patientId);
        var result = results.find(patient, assessmentId).orElseThrow(() -> ProblemException.notFound("assessment"));
        audit.read("AssessmentResult", result.id(), patient);
        return Response.ok(view(result))
                .header(HttpHeaders.ETAG, ETags.of(result.version()))
                .build();
    }

    @GET
    @Path("{assessmentId}/change")
    @Transactional
    @Operation(
            summary = "Compare a result with the baseline of its episode",
            description =
                    "The baseline is the first complete result of the same instrument up to 7 days after the admission.")
    @APIResponse(responseCode = "200", description = "How they differ, by each criterion on its own")
    public ChangeView readAssessmentChange(
            @PathParam("patientId") UUID patientId, @PathParam("assessmentId") UUID assessmentId) {
        var patient = access.require(patientId);
        var result = results.find(patient, assessmentId).orElseThrow(() -> ProblemException.notFound("assessment"));
        audit.read("AssessmentResult", result.id(), patient);
        return compareScores.compare(definitionOf(result), baselines.of(result).orElse(null), result);
    }

    private AssessmentView view(AssessmentResult result) {
        return AssessmentView.of(result, definitionOf(result), rules, reviews.of(result.id()));
    }

    private InstrumentDefinition definitionOf(AssessmentResult result) {
        return instruments.find(result.instrument()).orElseThrow();
    }
}
