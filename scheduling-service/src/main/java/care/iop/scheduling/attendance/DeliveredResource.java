package care.iop.scheduling.attendance;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.booking.AttendanceCode;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.session.SaneDate;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Delivered hours over HTTP. */
@Path("/api/enrollments/{id}/delivered")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attendance", description = "What became of booked sessions")
class DeliveredResource {

    private static final int MOST_DAYS = 366;

    private final Enrollments enrollments;
    private final Bookings bookings;
    private final AccessAudit audit;
    private final Clock clock;
    private final int h0015DayMinutes;

    DeliveredResource(
            Enrollments enrollments,
            Bookings bookings,
            AccessAudit audit,
            Clock clock,
            @ConfigProperty(name = "scheduling.attendance.h0015-day-minutes") int h0015DayMinutes) {
        this.enrollments = enrollments;
        this.bookings = bookings;
        this.audit = audit;
        this.clock = clock;
        this.h0015DayMinutes = h0015DayMinutes;
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(
            operationId = "getDeliveredHours",
            summary = "Count a client's delivered minutes, H0015 days and units; check-ins are not counted")
    @APIResponse(
            responseCode = "200",
            description = "The days and weeks with sessions, in order",
            content = @Content(schema = @Schema(implementation = DeliveredView.class)))
    public DeliveredView get(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = "The first day") @QueryParam("from") @NotNull @SaneDate
                    LocalDate from,
            @Parameter(required = true, description = "The last day, at most 366 days after the first")
                    @QueryParam("to")
                    @NotNull
                    @SaneDate
                    LocalDate to) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw ProblemException.invalid("to", "must be 0 to " + MOST_DAYS + " days after from");
        }
        var enrollment = enrollments.require(id);
        audit.read("DeliveredHours", id, enrollment.patientId());
        var now = clock.instant();
        var hours = new DeliveredHours(h0015DayMinutes);
        for (var booking : bookings.ofEnrollmentBetween(id, from, to)) {
            if (booking.kind() != SessionKind.CHECK_IN) {
                hours.add(new DeliveredHours.Unit(
                        booking.time().sessionOn(),
                        booking.time().plannedMinutes(),
                        booking.attendance().orElse(null),
                        booking.deliveredMinutes(),
                        booking.makeUpFor().filter(this::staysPlanned).isPresent(),
                        booking.time().endsAt().isBefore(now)));
            }
        }
        return hours.view(id, from, to);
    }

    /** What was cancelled, or the program did not hold, left the plan: there the make-up itself is what is planned. */
    private boolean staysPlanned(UUID missed) {
        return bookings.findByIdOptional(missed)
                .flatMap(Booking::attendance)
                .filter(code -> code != AttendanceCode.CANCELLED_BY_PROGRAM)
                .isPresent();
    }
}
