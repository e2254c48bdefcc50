package care.iop.scheduling.room;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.http.ETags;
import care.iop.chassis.http.IfMatch;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

    private final ReviseRoom reviseRoom;

    RoomResource(Rooms rooms, ReviseRoom reviseRoom, Programs programs, Ids ids) {
        this.rooms = rooms;
        this.programs = programs;
        this.ids = ids;
        this.reviseRoom = reviseRoom;
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
        programs.requireNamed("/programId", request.programId()).requireSite("/siteId", request.siteId());
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
        return answer(rooms.require(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "reviseRoom", summary = "Replace what a room is: name, type, capacity, site")
    @APIResponse(
            responseCode = "200",
            description = "The room as revised, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = RoomView.class)))
    @APIResponse(responseCode = "409", description = "room-in-use: sessions need its seats, its type or its site")
    public Response revise(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull RoomRequest request) {
        var room = rooms.require(id);
        IfMatch.require(ifMatch, room.version());
        var program = programs.requireLocked(room.programId());
        program.requireSite("/siteId", request.siteId());
        reviseRoom.revise(room, request, program);
        rooms.flush();
        return answer(room);
    }

    @PUT
    @Path("/{id}/retirement")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "retireRoom", summary = "Take a room out of use from a day on, or bring it back")
    @APIResponse(
            responseCode = "200",
            description = "The room, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = RoomView.class)))
    @APIResponse(responseCode = "409", description = "room-in-use, with the days on which sessions are there")
    public Response retire(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull RetirementRequest request) {
        var room = rooms.require(id);
        IfMatch.require(ifMatch, room.version());
        programs.requireLocked(room.programId());
        reviseRoom.retire(room, request.retiredOn());
        rooms.flush();
        return answer(room);
    }

    private static Response answer(Room room) {
        return Response.ok(room.view())
                .header(HttpHeaders.ETAG, ETags.of(room.version()))
                .build();
    }
}
