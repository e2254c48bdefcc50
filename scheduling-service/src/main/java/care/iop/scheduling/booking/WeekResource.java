package care.iop.scheduling.booking;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PATIENT;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.patient.CurrentPatient;
import care.iop.scheduling.session.SaneDate;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.Sessions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A client's week over HTTP: for staff any client's, for a client their own. */
@Path("/api/enrollments/{id}/week")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Weeks", description = "A client's week, for staff and for the client")
class WeekResource {

    private final Enrollments enrollments;
    private final Bookings bookings;
    private final Sessions sessions;
    private final Caller caller;
    private final CurrentPatient currentPatient;
    private final AccessAudit audit;

    WeekResource(
            Enrollments enrollments,
            Bookings bookings,
            Sessions sessions,
            Caller caller,
            CurrentPatient currentPatient,
            AccessAudit audit) {
        this.enrollments = enrollments;
        this.bookings = bookings;
        this.sessions = sessions;
        this.caller = caller;
        this.currentPatient = currentPatient;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN, PATIENT})
    @Transactional
    @Operation(operationId = "getWeek", summary = "Read a client's week; a client may read their own")
    @APIResponse(
            responseCode = "200",
            description = "The seven days from startingOn, in order of time",
            content = @Content(schema = @Schema(implementation = WeekView.class)))
    public WeekView get(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = "The first of the seven days")
                    @QueryParam("startingOn")
                    @NotNull
                    @SaneDate
                    LocalDate startingOn) {
        var enrollment = enrollments.require(id);
        if (!maySee(enrollment)) {
            throw ProblemException.notFound("enrollment");
        }
        audit.read("Week", id, enrollment.patientId());
        var booked = bookings.ofEnrollment(id, startingOn);
        var ofBookings = sessions
                .list("id in ?1", booked.stream().map(Booking::sessionId).toList())
                .stream()
                .collect(Collectors.toMap(Session::id, Function.identity()));
        return WeekView.of(id, startingOn, booked, ofBookings);
    }

    private boolean maySee(Enrollment enrollment) {
        return Stream.of(SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN).anyMatch(caller::hasRole)
                || caller.patient()
                        .map(currentPatient::of)
                        .filter(enrollment.patientId()::equals)
                        .isPresent();
    }
}
