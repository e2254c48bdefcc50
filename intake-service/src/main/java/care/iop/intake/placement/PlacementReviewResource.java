package care.iop.intake.placement;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/placement-reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Placement reviews", description = "Admitted persons whose level of care should be looked at again")
class PlacementReviewResource {

    private final PlacementReviews reviews;
    private final AccessAudit audit;

    PlacementReviewResource(PlacementReviews reviews, AccessAudit audit) {
        this.reviews = reviews;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "listPlacementReviews",
            summary = "List reviews of admitted persons' levels",
            description =
                    "A review is opened by the progress service, and closed by a placement on the person's referral that names it.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = PlacementReviewList.class)))
    public Response list(
            @Parameter(description = "Only those that stand so") @QueryParam("status")
                    PlacementReview.@Nullable Status status,
            @Parameter(description = "Only those of this patient") @QueryParam("patientId") @Nullable UUID patientId,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        var found = reviews.page(status, patientId, page);
        audit.readAll(
                "PlacementReview",
                found.stream()
                        .limit(page.limit())
                        .map(PlacementReview::patientId)
                        .toList());
        return Pages.ok(uri, found, page, PlacementReview::id, PlacementReviewList::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "getPlacementReview", summary = "Read a review")
    @APIResponse(
            responseCode = "200",
            description = "The review",
            content = @Content(schema = @Schema(implementation = PlacementReviewView.class)))
    public PlacementReviewView get(@PathParam("id") UUID id) {
        var review = reviews.require(id);
        audit.read("PlacementReview", id, review.patientId());
        return review.view();
    }
}
