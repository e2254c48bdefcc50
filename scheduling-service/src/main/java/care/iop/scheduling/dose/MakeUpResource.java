package care.iop.scheduling.dose;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.session.SaneDate;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Make-up seats over HTTP: to find them, and to book several in one call. */
@Path("/api/enrollments/{id}/make-ups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dose")
class MakeUpResource {

    private final Enrollments enrollments;
    private final FindMakeUps findMakeUps;
    private final BookMakeUps bookMakeUps;
    private final ForecastDose forecastDose;
    private final AccessAudit audit;

    MakeUpResource(
            Enrollments enrollments,
            FindMakeUps findMakeUps,
            BookMakeUps bookMakeUps,
            ForecastDose forecastDose,
            AccessAudit audit) {
        this.enrollments = enrollments;
        this.findMakeUps = findMakeUps;
        this.bookMakeUps = bookMakeUps;
        this.forecastDose = forecastDose;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(
            operationId = "findMakeUps",
            summary = "Find free seats that could make up for what a client misses in a week, the most useful first")
    @APIResponse(
            responseCode = "200",
            description = "The client's week and the seats",
            content = @Content(schema = @Schema(implementation = MakeUpsView.class)))
    @APIResponse(responseCode = "409", description = "enrollment-not-active")
    public MakeUpsView find(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = "The Monday of the week") @QueryParam("week") @NotNull @SaneDate
                    LocalDate week) {
        var client = enrollments.require(id);
        audit.read("Dose", id, client.patientId());
        return findMakeUps.find(client, week);
    }

    @POST
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Idempotent
    @Transactional
    @Operation(operationId = "bookMakeUps", summary = "Book make-up seats, all of them or none")
    @APIResponse(
            responseCode = "201",
            description = "The bookings, and the week's dose with them",
            content = @Content(schema = @Schema(implementation = BookedMakeUpsView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "make-up-gone, enrollment-not-active, session-full, client-double-booked, clinician-double-booked or room-double-booked")
    public Response book(@PathParam("id") UUID id, @Valid @NotNull MakeUpRequest request) {
        var booked = bookMakeUps.book(id, request);
        return Response.status(Response.Status.CREATED)
                .entity(new BookedMakeUpsView(
                        booked.stream().map(Booking::id).toList(),
                        forecastDose.forecast(enrollments.require(id), request.weekStartingOn())))
                .build();
    }
}
