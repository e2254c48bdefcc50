package care.iop.scheduling.booking;

import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.http.ETags;
import care.iop.chassis.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Held seats over HTTP. */
@Path("/api/holds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holds", description = "Seats that are nobody else's for a few minutes, while the client is asked")
class HoldResource {

    private final BookSession bookSession;

    HoldResource(BookSession bookSession) {
        this.bookSession = bookSession;
    }

    @POST
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "holdSeat",
            summary = "Hold a seat; it is free again by itself when it is not booked in time",
            description = "How long is the program's own policy: 10 minutes unless configured otherwise.")
    @APIResponse(
            responseCode = "201",
            description = "Held, until heldUntil",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "enrollment-not-active, program-closed, clinician-not-working, session-full, client-double-booked, clinician-double-booked, room-double-booked or missed-session-made-up")
    public Response hold(@Valid @NotNull BookingRequest request, @Context UriInfo uri) {
        var held = bookSession.hold(request);
        return Response.created(
                        uri.getAbsolutePathBuilder().path(held.id().toString()).build())
                .header(HttpHeaders.ETAG, ETags.of(held.version()))
                .entity(held.hold())
                .build();
    }

    @POST
    @Path("/{id}/booking")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Idempotent
    @Transactional
    @Operation(operationId = "bookHold", summary = "Make a booking of a hold; it keeps the hold's identifier")
    @APIResponse(
            responseCode = "201",
            description = "Booked",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(
            responseCode = "409",
            description = "hold-expired, hold-is-booked, program-closed or enrollment-not-active")
    public Response book(@PathParam("id") UUID id, @Context UriInfo uri) {
        var booking = bookSession.confirm(id);
        return Response.created(uri.getBaseUriBuilder()
                        .path("api/bookings")
                        .path(id.toString())
                        .build())
                .header(HttpHeaders.ETAG, ETags.of(booking.version()))
                .entity(booking.view())
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Operation(operationId = "releaseHold", summary = "Let a held seat go; of one that has ended nothing is left to do")
    @APIResponse(responseCode = "204", description = "Nothing is held any more")
    @APIResponse(responseCode = "409", description = "hold-is-booked")
    public void release(@PathParam("id") UUID id) {
        bookSession.release(id);
    }
}
