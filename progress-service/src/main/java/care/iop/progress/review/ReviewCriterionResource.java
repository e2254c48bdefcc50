package care.iop.progress.review;

import care.iop.progress.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/review-criteria")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CLINICIAN, Roles.PROGRAM_DIRECTOR})
@Tag(name = "Reviews")
class ReviewCriterionResource {

    private final ReviewCriteria criteria;
    private final ReviewPolicy policy;

    ReviewCriterionResource(ReviewCriteria criteria, ReviewPolicy policy) {
        this.criteria = criteria;
        this.policy = policy;
    }

    @GET
    @Operation(summary = "List the criteria of reviews in words, with the thresholds that are set")
    @APIResponse(responseCode = "200", description = "All of them, on one page")
    public CriterionList listReviewCriteria() {
        return new CriterionList(
                criteria.all()
                        .map(criterion -> new CriterionList.Item(
                                criterion.code(), criterion.direction(), criterion.sentence(), true))
                        .toList(),
                "One met criterion for a step up suggests it; a step down needs all of its criteria; anything else is to continue. A review is recommended when something speaks for a change or asks for attention, not the same suggestion again within %s, and at the latest %s after the last one."
                        .formatted(policy.repeatAfter(), policy.reviewEvery()));
    }
}
