package care.iop.scheduling.roster;

import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.roster.exchange.ExchangeWeek;
import care.iop.scheduling.roster.exchange.RosterExchange;
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
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A program's week in the exchange format over HTTP, for trying out and measuring elsewhere. */
@Path("/api/programs/{id}/week-instance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
class WeekInstanceResource {

    private final ReadRosterWeek readRosterWeek;
    private final AccessAudit audit;

    WeekInstanceResource(ReadRosterWeek readRosterWeek, AccessAudit audit) {
        this.readRosterWeek = readRosterWeek;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "exportWeekInstance",
            summary =
                    "Export a program's week, to be decided anew, in the roster exchange format; nobody is named, but hours and needs are people's own")
    @APIResponse(
            responseCode = "200",
            description = "The week: clinicians, cohorts, clients and rooms under running numbers",
            content = @Content(schema = @Schema(implementation = ExchangeWeek.class)))
    public Response export(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = "The Monday on which the week begins")
                    @QueryParam("weekStartingOn")
                    @NotNull
                    @SaneDate
                    LocalDate weekStartingOn) {
        if (weekStartingOn.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw ProblemException.invalid("weekStartingOn", "must be a Monday");
        }
        var week = readRosterWeek.read(id, weekStartingOn, RosterScope.WHOLE);
        audit.readAll(
                "WeekInstance",
                week.clients().values().stream().map(Enrollment::patientId).toList());
        return Response.ok(RosterExchange.write("week-" + weekStartingOn, WeekInstance.of(week.problem())))
                .build();
    }
}
