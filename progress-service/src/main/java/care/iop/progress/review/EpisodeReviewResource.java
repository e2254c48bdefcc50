package care.iop.progress.review;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import care.iop.progress.episode.EpisodeFacts;
import care.iop.progress.episode.Episodes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/episodes/{admissionId}/level-reviews")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CLINICIAN)
@Tag(name = "Reviews", description = "What speaks for a step down, for going on, or for a step up; a clinician decides")
class EpisodeReviewResource {

    private final RecommendReview recommendReview;
    private final LevelReviews reviews;
    private final Episodes episodes;
    private final AccessAudit audit;

    EpisodeReviewResource(RecommendReview recommendReview, LevelReviews reviews, Episodes episodes, AccessAudit audit) {
        this.recommendReview = recommendReview;
        this.reviews = reviews;
        this.episodes = episodes;
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
            summary = "Ask for a review of the level of care now",
            description = "Keeps the findings as they are, and lets intake open a placement review by them.")
    @APIResponse(
            responseCode = "201",
            description = "The review",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    @APIResponse(responseCode = "409", description = "episode-ended")
    @APIResponse(responseCode = "422", description = "The idempotency key was used for another request")
    public Response requestLevelReview(@PathParam("admissionId") UUID admissionId, @Context UriInfo uri) {
        var review = recommendReview.request(admissionId);
        return Response.created(
                        uri.getBaseUriBuilder().path("api/level-reviews/{id}").build(review.id()))
                .entity(ReviewView.of(review))
                .build();
    }

    @GET
    @Transactional
    @Operation(summary = "List the reviews of an episode, in the order in which they were recommended")
    @APIResponse(
            responseCode = "200",
            description = "A page of reviews",
            headers =
                    @Header(
                            name = "Link",
                            description = "rel=\"next\" with the next page, when there is one",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ReviewPage.class)))
    public Response listLevelReviews(
            @PathParam("admissionId") UUID admissionId,
            @Parameter(description = "Rows on a page, 1 to 200; 50 when left out") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "Where the page begins: taken from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        var episode = require(admissionId);
        audit.readAll("LevelReview", List.of(episode.patientId()));
        return Pages.ok(
                uri,
                reviews.page(admissionId, page),
                page,
                LevelReview::id,
                shown -> new ReviewPage(shown.stream().map(ReviewView::of).toList()));
    }

    private EpisodeFacts require(UUID admissionId) {
        return episodes.factsOf(admissionId).orElseThrow(() -> ProblemException.notFound("episode"));
    }
}
