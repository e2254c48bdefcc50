package care.iop.scheduling.attendance;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.scheduling.booking.AttendanceRules;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Attendance over HTTP. */
@Path("/api/bookings/{id}/attendance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attendance", description = "What became of booked sessions")
class AttendanceResource {

    private final MarkAttendance markAttendance;
    private final Bookings bookings;
    private final RecordedMarks marks;
    private final AccessAudit audit;
    private final AttendanceRules rules;
    private final Clock clock;

    AttendanceResource(
            MarkAttendance markAttendance,
            Bookings bookings,
            RecordedMarks marks,
            AccessAudit audit,
            AttendanceRules rules,
            Clock clock) {
        this.markAttendance = markAttendance;
        this.bookings = bookings;
        this.marks = marks;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({CLINICIAN, SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "getAttendance", summary = "Read what became of a booked session, with its corrections")
    @APIResponse(
            responseCode = "200",
            description = "The attendance, with the booking's version as ETag",
            content = @Content(schema = @Schema(implementation = AttendanceView.class)))
    public Response get(@PathParam("id") UUID id) {
        var booking = bookings.require(id);
        audit.read("Attendance", id, booking.patientId());
        return Response.ok(view(booking))
                .header(HttpHeaders.ETAG, ETags.of(booking.version()))
                .build();
    }

    @POST
    @RolesAllowed(CLINICIAN)
    @Idempotent
    @Transactional
    @Operation(operationId = "recordAttendance", summary = "Record what became of a booked session")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = AttendanceView.class)))
    @APIResponse(responseCode = "409", description = "attendance-recorded, attendance-too-early or booking-cancelled")
    public Response record(@PathParam("id") UUID id, @Valid @NotNull AttendanceRequest request, @Context UriInfo uri) {
        var booking = markAttendance.record(id, request.mark());
        return Response.created(uri.getAbsolutePath())
                .header(HttpHeaders.ETAG, ETags.of(booking.version()))
                .entity(view(booking))
                .build();
    }

    @PUT
    @RolesAllowed(CLINICIAN)
    @Transactional
    @Operation(
            operationId = "correctAttendance",
            summary = "Correct recorded attendance by a legal move, with a reason")
    @APIResponse(
            responseCode = "200",
            description = "Corrected, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = AttendanceView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "attendance-not-recorded, attendance-move-not-allowed, attendance-too-early, booking-cancelled or missed-session-made-up")
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull AttendanceRequest request) {
        var booking = markAttendance.correct(id, ifMatch, request.mark());
        return Response.ok(view(booking))
                .header(HttpHeaders.ETAG, ETags.of(booking.version()))
                .build();
    }

    private AttendanceView view(Booking booking) {
        return AttendanceView.of(booking, marks.of(booking.id()), rules, clock.instant());
    }
}
