package care.iop.intake.placement;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/placement-actions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Placement actions", description = "What the placement rules ask to be done, each with its deadline")
class PlacementActionResource {

    private final PlacementActions actions;
    private final CompleteAction completeAction;
    private final AccessAudit audit;
    private final Clock clock;

    PlacementActionResource(PlacementActions actions, CompleteAction completeAction, AccessAudit audit, Clock clock) {
        this.actions = actions;
        this.completeAction = completeAction;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "listPlacementActions", summary = "List required actions, those opened first at the top")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = PlacementActionList.class)))
    public Response list(
            @Parameter(description = "OPEN has the overdue ones too") @QueryParam("status")
                    PlacementAction.@Nullable Status status,
            @Parameter(description = "Only those of this patient") @QueryParam("patientId") @Nullable UUID patientId,
            @Parameter(description = "Only those of this referral") @QueryParam("referralId") @Nullable UUID referralId,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        var now = clock.instant();
        var found = actions.page(new PlacementActions.Filter(status, patientId, referralId), now, page);
        audit.readAll(
                "PlacementAction",
                found.stream()
                        .limit(page.limit())
                        .map(PlacementAction::patientId)
                        .toList());
        return Pages.ok(uri, found, page, PlacementAction::id, rows -> PlacementActionList.of(rows, now));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "getPlacementAction", summary = "Read a required action")
    @APIResponse(
            responseCode = "200",
            description = "The action, with the version as ETag",
            content = @Content(schema = @Schema(implementation = PlacementActionView.class)))
    public Response get(@PathParam("id") UUID id) {
        var action = actions.require(id);
        audit.read("PlacementAction", id, action.patientId());
        return answer(action);
    }

    @POST
    @Path("/{id}/completion")
    @RolesAllowed(CLINICIAN)
    @Operation(
            operationId = "completePlacementAction",
            summary = "Note under the caller's name that a required action was done")
    @APIResponse(
            responseCode = "200",
            description = "The completed action, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = PlacementActionView.class)))
    @APIResponse(responseCode = "409", description = "action-already-completed")
    public Response complete(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull CompletionRequest request) {
        return answer(completeAction.complete(id, ifMatch, request.note()));
    }

    private Response answer(PlacementAction action) {
        return Response.ok(action.view(clock.instant()))
                .header(HttpHeaders.ETAG, ETags.of(action.version()))
                .build();
    }
}
