package care.iop.scheduling.clinician;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.id.Ids;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.program.Programs;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Clinicians' time off over HTTP. */
@Path("/api/clinicians/{id}/time-off")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clinicians")
class TimeOffResource {

    private final TimesOff timesOff;
    private final Clinicians clinicians;
    private final Programs programs;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    TimeOffResource(TimesOff timesOff, Clinicians clinicians, Programs programs, Caller caller, Ids ids, Clock clock) {
        this.timesOff = timesOff;
        this.clinicians = clinicians;
        this.programs = programs;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "recordTimeOff",
            summary = "Record days or hours in which a clinician holds no sessions; the roster keeps them free")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = TimeOffView.class)))
    @APIResponse(responseCode = "409", description = "clinician-in-use, with each session that they hold in that time")
    public Response record(@PathParam("id") UUID id, @Valid @NotNull TimeOffRequest request, @Context UriInfo uri) {
        var clinician = clinicians.require(id);
        // Sessions are scheduled under the same lock, so that none comes between the look and the record.
        programs.requireLocked(clinician.programId());
        var timeOff = new TimeOff(ids.next(), id, request, clock.instant(), caller.subject());
        var obstacles = clinicians.sessionsHeld(id, request.firstOn(), request.lastOn()).stream()
                .filter(session -> timeOff.on(session.sessionOn())
                        .filter(session::overlaps)
                        .isPresent())
                .map(session -> new FieldProblem(
                        "/sessions/" + session.id(),
                        "is on " + session.sessionOn() + " at " + session.startsAt()
                                + ": name a substitute, move or cancel it, or record with sessionsStay"))
                .toList();
        if (!request.sessionsStay() && !obstacles.isEmpty()) {
            throw new ProblemException(
                    SchedulingProblem.CLINICIAN_IN_USE,
                    "The clinician holds " + obstacles.size() + " sessions in that time.",
                    obstacles);
        }
        timesOff.persistAndFlush(timeOff);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(timeOff.id().toString())
                        .build())
                .entity(timeOff.view())
                .build();
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "listTimeOff", summary = "List a clinician's time off")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = TimeOffList.class)))
    public Response list(
            @PathParam("id") UUID id,
            @Parameter(description = "Only what ends on this day or later") @QueryParam("from") @Nullable
                    LocalDate from,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        clinicians.require(id);
        var page = PageRequest.of(limit, after);
        return Pages.ok(uri, timesOff.page(id, from, page), page, TimeOff::id, TimeOffList::of);
    }

    @DELETE
    @Path("/{timeOffId}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "withdrawTimeOff", summary = "Take back time off; the clinician can be scheduled again")
    @APIResponse(responseCode = "204", description = "Taken back")
    public void withdraw(@PathParam("id") UUID id, @PathParam("timeOffId") UUID timeOffId) {
        timesOff.delete(timesOff.require(id, timeOffId));
    }
}
