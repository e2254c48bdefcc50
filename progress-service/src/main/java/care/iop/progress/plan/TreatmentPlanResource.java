package care.iop.progress.plan;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.progress.Roles;
import care.iop.progress.episode.EpisodeFacts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/episodes/{admissionId}/treatment-plan")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CLINICIAN)
@Tag(
        name = "Treatment plans",
        description =
                "Problems, goals, objectives, interventions and the weekly prescription, signed by clinician and client")
class TreatmentPlanResource {

    private static final String OPEN =
            "plan-revision-open: another revision is a draft or waits for the client; or plan-ended";
    private static final String FIXED = "plan-revision-fixed: it has been signed or given up";

    private final DraftPlan draftPlan;
    private final SignPlan signPlan;
    private final FollowPlan followPlan;
    private final ReadPlan readPlan;
    private final AccessAudit audit;

    TreatmentPlanResource(
            DraftPlan draftPlan, SignPlan signPlan, FollowPlan followPlan, ReadPlan readPlan, AccessAudit audit) {
        this.draftPlan = draftPlan;
        this.signPlan = signPlan;
        this.followPlan = followPlan;
        this.readPlan = readPlan;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Roles.PATIENT, Roles.CLINICIAN})
    @Transactional
    @Operation(
            summary = "Read the plan of an admission as it stands today",
            description = "The client sees what a clinician has signed.")
    @APIResponse(responseCode = "200", description = "The plan")
    public PlanView readTreatmentPlan(@PathParam("admissionId") UUID admissionId) {
        var episode = readPlan.requireVisible(admissionId);
        var plan = readPlan.plan(episode);
        audit.read("TreatmentPlan", admissionId, episode.patientId());
        return plan;
    }

    @POST
    @Path("revisions")
    @Transactional
    @Idempotent
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Any key of the caller's choice: the same request with the same key has effect once",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128))
    @Operation(
            summary = "Draft a new revision of the plan",
            description =
                    "The prescription holds no more minutes than the admission allows, and as many as its level of care asks for."
                            + " An objective that keeps its key keeps its progress.")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            headers = {
                @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = RevisionView.class)))
    @APIResponse(responseCode = "409", description = OPEN)
    public Response draftTreatmentPlan(
            @PathParam("admissionId") UUID admissionId, @NotNull @Valid PlanContent content, @Context UriInfo uri) {
        var revision = draftPlan.draft(admissionId, content);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(String.valueOf(revision.number()))
                        .build())
                .header(HttpHeaders.ETAG, ETags.of(revision.version()))
                .entity(readPlan.view(revision, readPlan.requireVisible(admissionId)))
                .build();
    }

    @GET
    @Path("revisions")
    @RolesAllowed({Roles.PATIENT, Roles.CLINICIAN})
    @Transactional
    @Operation(summary = "List the revisions of a plan, newest first")
    @APIResponse(responseCode = "200", description = "All that the caller may see; empty when nobody has drafted one")
    public RevisionList listPlanRevisions(@PathParam("admissionId") UUID admissionId) {
        var episode = readPlan.requireVisible(admissionId);
        audit.read("TreatmentPlan", admissionId, episode.patientId());
        return new RevisionList(readPlan.all(episode));
    }

    @GET
    @Path("revisions/{number}")
    @RolesAllowed({Roles.PATIENT, Roles.CLINICIAN})
    @Transactional
    @Operation(summary = "Read a revision of a plan")
    @APIResponse(
            responseCode = "200",
            description = "The revision",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = RevisionView.class)))
    public Response readPlanRevision(@PathParam("admissionId") UUID admissionId, @PathParam("number") int number) {
        var episode = readPlan.requireVisible(admissionId);
        var revision = readPlan.revision(episode, number);
        audit.read("TreatmentPlan", admissionId, episode.patientId());
        return answer(revision, episode);
    }

    @PUT
    @Path("revisions/{number}")
    @Transactional
    @Operation(summary = "Replace what a draft says, as long as nobody has signed it")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = RevisionView.class)))
    @APIResponse(responseCode = "409", description = FIXED)
    public Response changePlanRevision(
            @PathParam("admissionId") UUID admissionId,
            @PathParam("number") int number,
            @Parameter(description = "The ETag of what was read", example = "\"1\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @NotNull @Valid PlanContent content) {
        return answer(draftPlan.change(admissionId, number, ifMatch, content), readPlan.requireVisible(admissionId));
    }

    @POST
    @Path("revisions/{number}/discard")
    @Transactional
    @Operation(summary = "Give up a revision that is not in force")
    @APIResponse(
            responseCode = "200",
            description = "The revision",
            content = @Content(schema = @Schema(implementation = RevisionView.class)))
    @APIResponse(responseCode = "409", description = FIXED)
    public Response discardPlanRevision(@PathParam("admissionId") UUID admissionId, @PathParam("number") int number) {
        return answer(draftPlan.discard(admissionId, number), readPlan.requireVisible(admissionId));
    }

    @POST
    @Path("revisions/{number}/signatures")
    @RolesAllowed({Roles.PATIENT, Roles.CLINICIAN})
    @Transactional
    @Operation(
            summary = "Sign a revision",
            description =
                    "First a clinician, then the client whose plan it is. With both signatures it is in force, the one before is"
                            + " superseded, and scheduling follows its prescription. What was signed never changes.")
    @APIResponse(
            responseCode = "200",
            description = "The revision",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = RevisionView.class)))
    @APIResponse(
            responseCode = "409",
            description = FIXED + "; or plan-no-longer-fits: the admission's level or dose has changed")
    public Response signPlanRevision(
            @PathParam("admissionId") UUID admissionId,
            @PathParam("number") int number,
            @NotNull @Valid SignatureRequest request) {
        var episode = readPlan.requireVisible(admissionId);
        readPlan.revision(episode, number);
        return answer(signPlan.sign(admissionId, number, request.contentSha256()), episode);
    }

    @POST
    @Path("objectives/{objective}/progress")
    @Transactional
    @Operation(summary = "Record how an objective of the plan in force stands")
    @APIResponse(responseCode = "200", description = "The plan")
    @APIResponse(responseCode = "409", description = "no-plan-in-force")
    public PlanView recordObjectiveProgress(
            @PathParam("admissionId") UUID admissionId,
            @Parameter(example = "O1.1") @PathParam("objective") String objective,
            @NotNull @Valid ObjectiveProgressRequest request) {
        followPlan.note(admissionId, objective, request.status());
        return readPlan.plan(readPlan.requireVisible(admissionId));
    }

    @POST
    @Path("reviews")
    @Transactional
    @Idempotent
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Any key of the caller's choice: the same request with the same key has effect once",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128))
    @Operation(
            summary = "Record that the plan in force was looked at again today",
            description = "Sets the day of the next review; how often is our own policy (30 days unless configured).")
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "409", description = "no-plan-in-force")
    public Response recordPlanReview(
            @PathParam("admissionId") UUID admissionId, @NotNull @Valid PlanReviewRequest request) {
        followPlan.review(admissionId, request);
        return Response.ok(readPlan.plan(readPlan.requireVisible(admissionId))).build();
    }

    private Response answer(PlanRevision revision, EpisodeFacts episode) {
        return Response.ok(readPlan.view(revision, episode))
                .header(HttpHeaders.ETAG, ETags.of(revision.version()))
                .build();
    }
}
