package care.iop.scheduling.program;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.INTAKE_COORDINATOR;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.http.ETags;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.id.Ids;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Programs over HTTP. */
@Path("/api/programs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs", description = "Sites with a time zone, tracks, closures and a default weekly prescription")
class ProgramResource {

    private final Programs programs;
    private final Ids ids;
    private final Clock clock;
    private final Event<ProgramOpened> opened;
    private final ReviseProgram reviseProgram;

    ProgramResource(Programs programs, ReviseProgram reviseProgram, Ids ids, Clock clock, Event<ProgramOpened> opened) {
        this.programs = programs;
        this.reviseProgram = reviseProgram;
        this.ids = ids;
        this.clock = clock;
        this.opened = opened;
    }

    @POST
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Idempotent
    @Transactional
    @Operation(operationId = "openProgram", summary = "Open a program; clients who wait for it are enrolled at once")
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = ProgramView.class)))
    @APIResponse(responseCode = "409", description = "program-exists")
    public Response open(@Valid @NotNull ProgramRequest request, @Context UriInfo uri) {
        var id = request.id() == null ? ids.next() : request.id();
        programs.awaitIdentifier(id);
        if (programs.findByIdOptional(id).isPresent()) {
            throw new ProblemException(
                    SchedulingProblem.PROGRAM_EXISTS, "Update it with PUT, or leave the id out to open another.");
        }
        var program = new Program(id, request, clock.instant());
        programs.persistAndFlush(program);
        opened.fire(new ProgramOpened(program));
        return Response.created(uri.getAbsolutePathBuilder().path(id.toString()).build())
                .header(HttpHeaders.ETAG, ETags.of(program.version()))
                .entity(program.view())
                .build();
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN, INTAKE_COORDINATOR})
    @Transactional
    @Operation(operationId = "listPrograms", summary = "List the organization's programs")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ProgramList.class)))
    public Response list(
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        return Pages.ok(uri, programs.page(page), page, Program::id, ProgramList::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "getProgram", summary = "Read a program")
    @APIResponse(
            responseCode = "200",
            description = "The program, with its version as ETag",
            content = @Content(schema = @Schema(implementation = ProgramView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(programs.require(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "reviseProgram",
            summary =
                    "Replace what a program is: name, zone, tracks, closures, sites, holiday calendar, default prescription")
    @APIResponse(
            responseCode = "200",
            description = "The program as revised, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = ProgramView.class)))
    @APIResponse(responseCode = "409", description = "zone-in-use, site-in-use or day-has-bookings")
    public Response revise(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ProgramRequest request) {
        var program = programs.requireLocked(id);
        IfMatch.require(ifMatch, program.version());
        if (request.id() != null && !request.id().equals(id)) {
            throw ProblemException.invalid("/id", "must be the identifier in the path, or absent");
        }
        reviseProgram.revise(program, request);
        return answer(program);
    }

    private static Response answer(Program program) {
        return Response.ok(program.view())
                .header(HttpHeaders.ETAG, ETags.of(program.version()))
                .build();
    }
}
