package care.iop.scheduling.attendance;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.audit.AccessAudit;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.session.Sessions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Attendance of a whole session over HTTP. */
@Path("/api/sessions/{id}/attendance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attendance", description = "What became of booked sessions")
class GroupAttendanceResource {

    private final MarkAttendance markAttendance;
    private final Bookings bookings;
    private final Sessions sessions;
    private final AccessAudit audit;

    GroupAttendanceResource(MarkAttendance markAttendance, Bookings bookings, Sessions sessions, AccessAudit audit) {
        this.markAttendance = markAttendance;
        this.bookings = bookings;
        this.sessions = sessions;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({CLINICIAN, SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "getGroupAttendance", summary = "Read what became of a session for each of its clients")
    @APIResponse(
            responseCode = "200",
            description = "One entry for each client who is booked",
            content = @Content(schema = @Schema(implementation = GroupAttendanceView.class)))
    public GroupAttendanceView get(@PathParam("id") UUID id) {
        sessions.require(id);
        var group = bookings.bookedIn(id);
        audit.readAll("Attendance", group.stream().map(Booking::patientId).toList());
        return GroupAttendanceView.of(id, group);
    }

    @PUT
    @RolesAllowed(CLINICIAN)
    @Transactional
    @Operation(
            operationId = "recordGroupAttendance",
            summary = "Record what became of a session for all of its clients: all marks, or none and what is wrong",
            description =
                    "Sending the same again changes nothing. A mark that differs from a recorded one is refused: correct it by itself, with a reason.")
    @APIResponse(
            responseCode = "200",
            description = "All marks are recorded",
            content = @Content(schema = @Schema(implementation = GroupAttendanceView.class)))
    @APIResponse(responseCode = "409", description = "group-not-marked, with an error for each mark that is at fault")
    public GroupAttendanceView record(@PathParam("id") UUID id, @Valid @NotNull GroupAttendanceRequest request) {
        sessions.require(id);
        return GroupAttendanceView.of(id, markAttendance.recordGroup(id, request));
    }
}
