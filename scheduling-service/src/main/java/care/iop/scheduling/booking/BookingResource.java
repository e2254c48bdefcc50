package care.iop.scheduling.booking;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.scheduling.patient.CurrentPatient;
import care.iop.scheduling.session.SaneDate;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Bookings over HTTP. Most come from published rosters. */
@Path("/api/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings", description = "Clients' seats in sessions")
class BookingResource {

    private final Bookings bookings;
    private final BookSession bookSession;
    private final CancelBooking cancelBooking;
    private final MoveBookings moveBookings;
    private final CurrentPatient currentPatient;
    private final AccessAudit audit;

    BookingResource(
            Bookings bookings,
            BookSession bookSession,
            CancelBooking cancelBooking,
            MoveBookings moveBookings,
            CurrentPatient currentPatient,
            AccessAudit audit) {
        this.bookings = bookings;
        this.bookSession = bookSession;
        this.cancelBooking = cancelBooking;
        this.moveBookings = moveBookings;
        this.currentPatient = currentPatient;
        this.audit = audit;
    }

    @POST
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "bookSession",
            summary =
                    "Book a client by hand into one meeting of a series, such as the weekend check-in, or into a session of their own")
    @APIResponse(
            responseCode = "201",
            description = "Booked",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "enrollment-not-active, program-closed, clinician-not-working, session-full, client-double-booked, clinician-double-booked, room-double-booked or missed-session-made-up")
    public Response book(@Valid @NotNull BookingRequest request, @Context UriInfo uri) {
        var booking = bookSession.book(request);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(booking.id().toString())
                        .build())
                .header(HttpHeaders.ETAG, ETags.of(booking.version()))
                .entity(booking.view())
                .build();
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "listBookings", summary = "List bookings")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = BookingList.class)))
    public Response list(
            @Parameter(description = "Only those of this patient") @QueryParam("patientId") @Nullable UUID patientId,
            @Parameter(description = "Only those of this program") @QueryParam("programId") @Nullable UUID programId,
            @Parameter(description = "Only those in this session") @QueryParam("sessionId") @Nullable UUID sessionId,
            @Parameter(description = "Only those in this status") @QueryParam("status") @Nullable BookingStatus status,
            @Parameter(description = "Only those in the seven days from here")
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
        var patient = patientId == null ? null : currentPatient.of(patientId);
        var found = bookings.page(new BookingFilter(patient, programId, sessionId, status, weekStartingOn), page);
        audit.readAll(
                "Booking",
                found.stream().limit(page.limit()).map(Booking::patientId).toList());
        return Pages.ok(uri, found, page, Booking::id, BookingList::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "getBooking", summary = "Read a booking")
    @APIResponse(
            responseCode = "200",
            description = "The booking, with its version as ETag",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    public Response get(@PathParam("id") UUID id) {
        var booking = bookings.require(id);
        audit.read("Booking", id, booking.patientId());
        return answer(booking);
    }

    @POST
    @Path("/{id}/cancellation")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "cancelBooking",
            summary = "Give a seat up before the session, and by scope those of its series that follow, or all")
    @APIResponse(
            responseCode = "200",
            description = "The cancelled booking, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "409", description = "booking-cancelled, attendance-recorded or notice-too-short")
    public Response cancel(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull CancellationRequest request) {
        return answer(cancelBooking.cancel(id, ifMatch, request).stream()
                .filter(booking -> booking.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    @POST
    @Path("/{id}/move")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Operation(
            operationId = "moveBooking",
            summary =
                    "Move a booking to another day, time or group, and by scope those of its series that follow, or all")
    @APIResponse(
            responseCode = "200",
            description = "The moved bookings, as many as before",
            content = @Content(schema = @Schema(implementation = BookingsView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "bookings-in-the-way with the obstacles and the nearest that is free, notice-too-short, attendance-recorded, booking-cancelled, booking-not-confirmed or enrollment-not-active",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ObstacleReport.class)))
    public BookingsView move(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull MoveRequest request) {
        return BookingsView.of(BookingRefusal.againAfterARace(() -> moveBookings.move(id, ifMatch, request)));
    }

    private static Response answer(Booking booking) {
        return Response.ok(booking.view())
                .header(HttpHeaders.ETAG, ETags.of(booking.version()))
                .build();
    }
}
