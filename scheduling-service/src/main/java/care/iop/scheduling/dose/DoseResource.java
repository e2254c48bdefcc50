package care.iop.scheduling.dose;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.session.SaneDate;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The forecast of the weekly dose over HTTP. */
@Path("/api/programs/{id}/dose-forecast")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dose", description = "Who will miss hours or days this week, and what could make up for it")
class DoseResource {

    private final Programs programs;
    private final ForecastDose forecastDose;
    private final AccessAudit audit;
    private final Clock clock;

    DoseResource(Programs programs, ForecastDose forecastDose, AccessAudit audit, Clock clock) {
        this.programs = programs;
        this.forecastDose = forecastDose;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(
            operationId = "forecastDose",
            summary = "Forecast who will miss the hours or the days of their level in a week")
    @APIResponse(
            responseCode = "200",
            description = "One page of clients in order of identifier",
            content = @Content(schema = @Schema(implementation = DoseForecastView.class)))
    public Response forecast(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = "The Monday of the week") @QueryParam("week") @NotNull @SaneDate
                    LocalDate week,
            @Parameter(description = "Show everybody, not only those at risk")
                    @QueryParam("everybody")
                    @DefaultValue("false")
                    boolean everybody,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        programs.require(id);
        if (week.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw ProblemException.invalid("week", "must be a Monday");
        }
        var page = PageRequest.of(limit, after);
        var from = page.after().map(UUID::toString).orElse("");
        var rows = forecastDose.forecast(id, week).stream()
                .filter(client -> everybody || client.atRisk())
                .sorted(Comparator.comparing((DoseForecastView.Client client) ->
                        client.enrollmentId().toString()))
                .filter(client -> client.enrollmentId().toString().compareTo(from) > 0)
                .limit(page.rowsToQuery())
                .toList();
        audit.readAll(
                "Dose",
                rows.stream()
                        .limit(page.limit())
                        .map(DoseForecastView.Client::patientId)
                        .toList());
        return Pages.ok(
                uri,
                rows,
                page,
                DoseForecastView.Client::enrollmentId,
                shown -> new DoseForecastView(id, week, clock.instant(), forecastDose.policy(), shown));
    }
}
