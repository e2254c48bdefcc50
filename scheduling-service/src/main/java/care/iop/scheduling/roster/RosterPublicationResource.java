package care.iop.scheduling.roster;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.scheduling.session.SaneDate;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The history of publications over HTTP, and the way back. */
@Path("/api/roster-publications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roster publications", description = "What was published when by whom, and the way back")
class RosterPublicationResource {

    private final RosterPublications publications;
    private final PublishRoster publishRoster;

    RosterPublicationResource(RosterPublications publications, PublishRoster publishRoster) {
        this.publications = publications;
        this.publishRoster = publishRoster;
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "listRosterPublications", summary = "List publications, the oldest first")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = RosterPublicationList.class)))
    public Response list(
            @Parameter(description = "Only those of this program") @QueryParam("programId") @Nullable UUID programId,
            @Parameter(description = "Only those of the week that starts on this Monday")
                    @QueryParam("weekStartingOn")
                    @SaneDate
                    @Nullable
                    LocalDate weekStartingOn,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        return Pages.ok(
                uri,
                publications.page(programId, weekStartingOn, page),
                page,
                RosterPublication::id,
                RosterPublicationList::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "getRosterPublication", summary = "Read a publication")
    @APIResponse(
            responseCode = "200",
            description = "The publication, with its version as ETag",
            content = @Content(schema = @Schema(implementation = RosterPublicationView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(publications.require(id));
    }

    @POST
    @Path("/{id}/rollback")
    // Without it, a call that has neither a body nor a content type would be refused for its type.
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "rollBackRosterPublication",
            summary = "Restore the roster before a publication, all of it or nothing")
    @APIResponse(
            responseCode = "200",
            description = "The publication, rolled back",
            content = @Content(schema = @Schema(implementation = RosterPublicationView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "publication-rolled-back, publication-superseded, attendance-recorded, notice-too-short, roster-outdated, client-double-booked, clinician-double-booked, room-double-booked or session-full")
    public Response rollBack(
            @PathParam("id") UUID id, @RequestBody(required = false) @Valid @Nullable PublicationRequest request) {
        return answer(publishRoster.rollBack(id, request == null ? PublicationRequest.usual() : request));
    }

    private static Response answer(RosterPublication publication) {
        return Response.ok(publication.view())
                .header(HttpHeaders.ETAG, ETags.of(publication.version()))
                .build();
    }
}
