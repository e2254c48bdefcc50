package care.iop.intake.placement;

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
import java.util.List;
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

@Path("/api/referrals/{referralId}/placement-recommendations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Placements")
class PlacementRecommendationResource {

    private final Referrals referrals;
    private final PlacementRecommendations recommendations;
    private final Placements placements;
    private final RecommendPlacement recommendPlacement;
    private final EvaluatePlacement evaluatePlacement;
    private final AccessAudit audit;

    PlacementRecommendationResource(
            Referrals referrals,
            PlacementRecommendations recommendations,
            Placements placements,
            RecommendPlacement recommendPlacement,
            EvaluatePlacement evaluatePlacement,
            AccessAudit audit) {
        this.referrals = referrals;
        this.recommendations = recommendations;
        this.placements = placements;
        this.recommendPlacement = recommendPlacement;
        this.evaluatePlacement = evaluatePlacement;
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
            operationId = "recommendPlacement",
            summary = "Ask the placement rules about a referred person and keep the answer",
            description =
                    "Facts and answer are kept so that they can be run again, and what has to be done is opened as actions with deadlines. Nobody is placed or admitted by it: a clinician records a placement.")
    @APIResponse(
            responseCode = "201",
            description = "What the rules advise",
            content = @Content(schema = @Schema(implementation = PlacementRecommendationView.class)))
    public Response recommend(
            @PathParam("referralId") UUID referralId, @Valid @NotNull PlacementFacts facts, @Context UriInfo uri) {
        var recommendation = recommendPlacement.recommend(referralId, facts);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(recommendation.id().toString())
                        .build())
                .entity(recommendation.view(List.of()))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "getPlacementRecommendation",
            summary = "Read a recommendation, and what a clinician decided on it")
    @APIResponse(
            responseCode = "200",
            description = "The recommendation",
            content = @Content(schema = @Schema(implementation = PlacementRecommendationView.class)))
    public PlacementRecommendationView get(@PathParam("referralId") UUID referralId, @PathParam("id") UUID id) {
        var recommendation = recommendations.require(referralId, id);
        audit.read("PlacementRecommendation", id, recommendation.patientId());
        return recommendation.view(placements.decidedOn(id));
    }

    @GET
    @Path("/{id}/rerun")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "rerunPlacementRecommendation",
            summary = "Ask the rules of then about the facts of then, and compare")
    @APIResponse(
            responseCode = "200",
            description = "The answer of today, and whether it is the same",
            content = @Content(schema = @Schema(implementation = RerunView.class)))
    public RerunView rerun(@PathParam("referralId") UUID referralId, @PathParam("id") UUID id) {
        var recommendation = recommendations.require(referralId, id);
        audit.read("PlacementRecommendation", id, recommendation.patientId());
        return recommendation.rerun(evaluatePlacement);
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "listPlacementRecommendations",
            summary = "List the recommendations of a referral, earliest first")
    @APIResponse(
            responseCode = "200",
            description = "One page, without the facts",
            content = @Content(schema = @Schema(implementation = PlacementRecommendationList.class)))
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
        audit.read("PlacementRecommendation", referralId, referral.patientId());
        return Pages.ok(
                uri,
                recommendations.page(referralId, page),
                page,
                PlacementRecommendation::id,
                PlacementRecommendationList::of);
    }
}
