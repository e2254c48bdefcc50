package care.iop.progress.review;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import care.iop.progress.episode.EpisodeFacts;
import care.iop.progress.episode.Episodes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/level-reviews/{reviewId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CLINICIAN)
@Tag(name = "Reviews")
class ReviewResource {

    private final LevelReviews reviews;
    private final Episodes episodes;
    private final AccessAudit audit;

    ReviewResource(LevelReviews reviews, Episodes episodes, AccessAudit audit) {
        this.reviews = reviews;
        this.episodes = episodes;
        this.audit = audit;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Read a review with the figures behind it",
            description = "By the identifier that the placement review in intake has.")
    @APIResponse(responseCode = "200", description = "The review")
    public ReviewView readLevelReview(@PathParam("reviewId") UUID reviewId) {
        var review = reviews.findByIdOptional(reviewId).orElseThrow(() -> ProblemException.notFound("review"));
        audit.read("LevelReview", reviewId, require(review.admissionId()).patientId());
        return ReviewView.of(review);
    }

    private EpisodeFacts require(UUID admissionId) {
        return episodes.factsOf(admissionId).orElseThrow(() -> ProblemException.notFound("episode"));
    }
}
