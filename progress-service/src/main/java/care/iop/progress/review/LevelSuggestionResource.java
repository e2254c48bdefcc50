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
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/episodes/{admissionId}/level-suggestion")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CLINICIAN)
@Tag(name = "Reviews")
class LevelSuggestionResource {

    private final RecommendReview recommendReview;
    private final Episodes episodes;
    private final AccessAudit audit;
    private final Clock clock;

    LevelSuggestionResource(RecommendReview recommendReview, Episodes episodes, AccessAudit audit, Clock clock) {
        this.recommendReview = recommendReview;
        this.episodes = episodes;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            summary = "See what an episode's figures say about its level of care now",
            description =
                    "From attendance, hours, scores, check-ins, goals and open alerts. Nothing is stored or told.")
    @APIResponse(responseCode = "200", description = "The suggestion with every criterion and its figures")
    public SuggestionView readLevelSuggestion(@PathParam("admissionId") UUID admissionId) {
        var episode = require(admissionId);
        var findings = recommendReview.findings(episode);
        audit.read("LevelReview", admissionId, episode.patientId());
        return new SuggestionView(admissionId, ReviewCriteria.suggestion(findings), findings, clock.instant());
    }

    private EpisodeFacts require(UUID admissionId) {
        return episodes.factsOf(admissionId).orElseThrow(() -> ProblemException.notFound("episode"));
    }
}
