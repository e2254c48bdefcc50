package care.iop.scheduling.roster;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Roster runs over HTTP: ask for a week, look how far it is, publish it. */
@Path("/api/roster-runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roster runs", description = "Weekly rosters: decided by a run, then published as bookings")
class RosterRunResource {

    private final RosterRuns runs;
    private final StartRoster startRoster;
    private final PublishRoster publishRoster;
    private final CancelRosterRun cancelRosterRun;
    private final CompareRoster compareRoster;
    private final AccessAudit audit;

    RosterRunResource(
            RosterRuns runs,
            StartRoster startRoster,
            PublishRoster publishRoster,
            CancelRosterRun cancelRosterRun,
            CompareRoster compareRoster,
            AccessAudit audit) {
        this.runs = runs;
        this.startRoster = startRoster;
        this.publishRoster = publishRoster;
        this.cancelRosterRun = cancelRosterRun;
        this.compareRoster = compareRoster;
        this.audit = audit;
    }

    @POST
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "startRosterRun",
            summary = "Ask for a program's week to be decided: for clients who have none, or for everybody anew")
    @APIResponse(
            responseCode = "202",
            description = "Queued; read it at Location until it is SOLVED, FAILED or CANCELLED",
            content = @Content(schema = @Schema(implementation = RosterRunView.class)))
    @APIResponse(responseCode = "409", description = "roster-run-active")
    public Response start(@Valid @NotNull RosterRunRequest request, @Context UriInfo uri) {
        var run = startRoster.start(request);
        return Response.accepted(run.view())
                .location(uri.getAbsolutePathBuilder().path(run.id().toString()).build())
                .header(HttpHeaders.ETAG, ETags.of(run.version()))
                .build();
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "listRosterRuns", summary = "List roster runs, without their results")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = RosterRunList.class)))
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
        return Pages.ok(uri, runs.page(programId, page), page, RosterRun::id, RosterRunList::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "getRosterRun", summary = "Read a roster run, with its result when it has one")
    @APIResponse(
            responseCode = "200",
            description = "The run, with its version as ETag",
            content = @Content(schema = @Schema(implementation = RosterRunView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(runs.require(id));
    }

    @POST
    @Path("/{id}/publication")
    // Without it, a call that has neither a body nor a content type would be refused for its type.
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "publishRosterRun",
            summary =
                    "Publish a draft as bookings, all of it or nothing: unchanged bookings stay, the rest is cancelled and made")
    @APIResponse(
            responseCode = "200",
            description = "The published run",
            content = @Content(schema = @Schema(implementation = RosterRunView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "roster-run-not-solved, roster-outdated, notice-too-short, attendance-recorded, client-double-booked, clinician-double-booked, room-double-booked or session-full")
    public Response publish(
            @PathParam("id") UUID id, @RequestBody(required = false) @Valid @Nullable PublicationRequest request) {
        return answer(publishRoster.publish(id, request == null ? PublicationRequest.usual() : request));
    }

    @GET
    @Path("/{id}/changes")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(
            operationId = "getRosterChanges",
            summary =
                    "Compare a draft with the published week: for each client what is added, removed, moved or handed over")
    @APIResponse(
            responseCode = "200",
            description = "The changes, as data and in plain words",
            content = @Content(schema = @Schema(implementation = RosterChangesView.class)))
    @APIResponse(responseCode = "409", description = "roster-run-not-solved")
    public RosterChangesView changes(@PathParam("id") UUID id) {
        var changes = compareRoster.changes(runs.require(id));
        audit.readAll(
                "RosterRun",
                changes.clients().stream()
                        .map(RosterChangesView.Client::patientId)
                        .toList());
        return changes;
    }

    @POST
    @Path("/{id}/cancellation")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "cancelRosterRun",
            summary = "Give up a run that has not ended, whichever process works on it")
    @APIResponse(
            responseCode = "200",
            description = "The cancelled run; another can be asked for at once",
            content = @Content(schema = @Schema(implementation = RosterRunView.class)))
    @APIResponse(responseCode = "409", description = "roster-run-ended")
    public Response cancel(@PathParam("id") UUID id) {
        return answer(cancelRosterRun.cancel(id));
    }

    private Response answer(RosterRun run) {
        var outcome = run.outcome();
        if (outcome != null) {
            audit.readAll(
                    "RosterRun",
                    outcome.weeks().stream().map(RosterOutcome.Week::patientId).toList());
        }
        return Response.ok(run.view())
                .header(HttpHeaders.ETAG, ETags.of(run.version()))
                .build();
    }
}
