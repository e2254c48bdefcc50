package care.iop.scheduling.session;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.id.Ids;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.clinician.Clinicians;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.room.Rooms;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Recurring sessions over HTTP. */
@Path("/api/session-series")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session series", description = "Recurring group sessions in the program's time zone")
class SessionSeriesResource {

    private final AllSessionSeries allSeries;
    private final Programs programs;
    private final Clinicians clinicians;
    private final Rooms rooms;
    private final Ids ids;

    SessionSeriesResource(AllSessionSeries allSeries, Programs programs, Clinicians clinicians, Rooms rooms, Ids ids) {
        this.allSeries = allSeries;
        this.programs = programs;
        this.clinicians = clinicians;
        this.rooms = rooms;
        this.ids = ids;
    }

    @POST
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Idempotent
    @Transactional
    @Operation(operationId = "addSessionSeries", summary = "Add a recurring session to a program")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = SessionSeriesView.class)))
    public Response add(@Valid @NotNull SessionSeriesRequest request, @Context UriInfo uri) {
        var program = programs.requireNamed("/programId", request.programId());
        if (request.facilitatorId() != null) {
            clinicians.requireNamed("/facilitatorId", request.facilitatorId(), program.id());
        }
        if (request.roomId() != null) {
            rooms.requireNamed("/roomId", request.roomId(), program.id());
        }
        var series = new SessionSeries(ids.next(), request, program);
        allSeries.persistAndFlush(series);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(series.id().toString())
                        .build())
                .header(HttpHeaders.ETAG, ETags.of(series.version()))
                .entity(series.view())
                .build();
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "listSessionSeries", summary = "List recurring sessions")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = SessionSeriesList.class)))
    public Response list(
            @Parameter(description = "Only those of this program") @QueryParam("programId") @Nullable UUID programId,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        return Pages.ok(uri, allSeries.page(programId, page), page, SessionSeries::id, SessionSeriesList::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "getSessionSeries", summary = "Read a recurring session")
    @APIResponse(
            responseCode = "200",
            description = "The series, with its version as ETag",
            content = @Content(schema = @Schema(implementation = SessionSeriesView.class)))
    public Response get(@PathParam("id") UUID id) {
        var series = allSeries.require(id);
        return Response.ok(series.view())
                .header(HttpHeaders.ETAG, ETags.of(series.version()))
                .build();
    }

    @GET
    @Path("/{id}/occurrences")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(
            operationId = "listOccurrences",
            summary = "List when a series meets, expanded in the program's zone and without its closures")
    @APIResponse(
            responseCode = "200",
            description = "The meetings in order of time",
            content = @Content(schema = @Schema(implementation = OccurrenceList.class)))
    public OccurrenceList occurrences(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = "The first day") @QueryParam("from") @NotNull @SaneDate
                    LocalDate from,
            @Parameter(required = true, description = "The last day, at most 366 days after the first")
                    @QueryParam("to")
                    @NotNull
                    @SaneDate
                    LocalDate to) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > RecurrenceRule.MOST_DAYS) {
            throw ProblemException.invalid("to", "must be 0 to " + RecurrenceRule.MOST_DAYS + " days after from");
        }
        var series = allSeries.require(id);
        return new OccurrenceList(series.occurrences(programs.require(series.programId()), from, to));
    }
}
