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

@Path("/api/referrals/{referralId}/placements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Placements")
class PlacementResource {

    private final Referrals referrals;
    private final Placements placements;
    private final PlacePatient placePatient;
    private final AccessAudit audit;

    PlacementResource(Referrals referrals, Placements placements, PlacePatient placePatient, AccessAudit audit) {
        this.referrals = referrals;
        this.placements = placements;
        this.placePatient = placePatient;
        this.audit = audit;
    }

    @POST
    @RolesAllowed(CLINICIAN)
    @Idempotent
    @Transactional
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Makes a retry safe: the same key and request get the first answer again",
            schema = @Schema(type = SchemaType.STRING, maxLength = 128))
    @Operation(
            operationId = "recordPlacement",
            summary =
                    "Record a placement under the caller's name; accept a recommendation, or override it with a reason")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = PlacementView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "referral-move-not-allowed: the referral is not in screening, placed or waitlisted; not-admitted;"
                            + " review-already-closed")
    public Response record(
            @PathParam("referralId") UUID referralId, @Valid @NotNull PlacementRequest request, @Context UriInfo uri) {
        var placement = placePatient.place(referralId, request);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(placement.id().toString())
                        .build())
                .entity(placement.view())
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "getPlacement", summary = "Read a placement")
    @APIResponse(
            responseCode = "200",
            description = "The placement; it never changes",
            content = @Content(schema = @Schema(implementation = PlacementView.class)))
    public Response get(@PathParam("referralId") UUID referralId, @PathParam("id") UUID id) {
        var placement = placements.require(referralId, id);
        audit.read("Placement", id, placement.patientId());
        return Response.ok(placement.view()).build();
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "listPlacements", summary = "List the placements of a referral, earliest first")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = PlacementList.class)))
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
        audit.read("Placement", referralId, referral.patientId());
        return Pages.ok(uri, placements.page(referralId, page), page, Placement::id, PlacementList::of);
    }
}
