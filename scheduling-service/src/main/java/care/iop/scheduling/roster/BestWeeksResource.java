package care.iop.scheduling.roster;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.session.SaneDate;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
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

/** A client's best weeks over HTTP: to choose one and to book it, while nobody else moves. */
@Path("/api/enrollments/{id}/best-weeks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Weeks")
class BestWeeksResource {

    private final Enrollments enrollments;
    private final FindBestWeeks findBestWeeks;
    private final AccessAudit audit;

    BestWeeksResource(Enrollments enrollments, FindBestWeeks findBestWeeks, AccessAudit audit) {
        this.enrollments = enrollments;
        this.findBestWeeks = findBestWeeks;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(
            operationId = "findBestWeeks",
            summary = "Find the best complete weeks of one client beside everybody else's, with their prices")
    @APIResponse(
            responseCode = "200",
            description = "The weeks, best first; none when nothing is prescribed",
            content = @Content(schema = @Schema(implementation = BestWeeksView.class)))
    @APIResponse(responseCode = "409", description = "enrollment-not-active or notice-too-short")
    public BestWeeksView find(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = "The Monday of the week") @QueryParam("week") @NotNull @SaneDate
                    LocalDate week,
            @Parameter(description = "How many at the most, 1 to 20")
                    @QueryParam("count")
                    @DefaultValue("5")
                    @Min(1)
                    @Max(20)
                    int count) {
        var client = enrollments.require(id);
        audit.read("Week", id, client.patientId());
        return findBestWeeks.find(client, week, count);
    }

    @POST
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "takeWeek",
            summary = "Book one of a client's best weeks in one call, in place of what the client has booked then")
    @APIResponse(
            responseCode = "201",
            description = "The client's week as booked",
            content = @Content(schema = @Schema(implementation = TakenWeekView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "week-gone, enrollment-not-active, notice-too-short, client-double-booked, clinician-double-booked, room-double-booked or session-full")
    public Response take(@PathParam("id") UUID id, @Valid @NotNull TakeWeekRequest request) {
        var booked = findBestWeeks.take(id, request);
        return Response.status(Response.Status.CREATED)
                .entity(TakenWeekView.of(id, request.weekStartingOn(), booked))
                .build();
    }
}
