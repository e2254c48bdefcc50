package care.iop.scheduling.room;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.id.Ids;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.scheduling.program.Programs;
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
import jakarta.ws.rs.core.HttpHeaders;
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

/** Rooms over HTTP. */
@Path("/api/rooms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rooms", description = "Group rooms and offices of a program's site")
class RoomResource {

    private final Rooms rooms;
    private final Programs programs;
    private final Ids ids;

    RoomResource(Rooms rooms, Programs programs, Ids ids) {
        this.rooms = rooms;
        this.programs = programs;
        this.ids = ids;
    }

    @POST
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Idempotent
    @Transactional
    @Operation(operationId = "addRoom", summary = "Add a room to a program's site")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = RoomView.class)))
    public Response add(@Valid @NotNull RoomRequest request, @Context UriInfo uri) {
        programs.requireNamed("/programId", request.programId());
        var room = new Room(ids.next(), request);
        rooms.persistAndFlush(room);
        return Response.created(
                        uri.getAbsolutePathBuilder().path(room.id().toString()).build())
                .header(HttpHeaders.ETAG, ETags.of(room.version()))
                .entity(room.view())
                .build();
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "listRooms", summary = "List rooms")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = RoomList.class)))
    public Response list(
            @Parameter(description = "Only those of this program") @QueryParam("programId") @Nullable UUID programId,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        return Pages.ok(uri, rooms.page(programId, page), page, Room::id, RoomList::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "getRoom", summary = "Read a room")
    @APIResponse(
            responseCode = "200",
            description = "The room, with its version as ETag",
            content = @Content(schema = @Schema(implementation = RoomView.class)))
    public Response get(@PathParam("id") UUID id) {
        var room = rooms.require(id);
        return Response.ok(room.view())
                .header(HttpHeaders.ETAG, ETags.of(room.version()))
                .build();
    }
}
