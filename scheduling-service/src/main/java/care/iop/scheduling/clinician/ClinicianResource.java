package care.iop.scheduling.clinician;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.http.ETags;
import care.iop.chassis.http.IfMatch;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Clinicians over HTTP. */
@Path("/api/clinicians")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clinicians", description = "Who holds sessions: credentials, modalities, working hours")
class ClinicianResource {

    private final Clinicians clinicians;
    private final Programs programs;
    private final Ids ids;

    ClinicianResource(Clinicians clinicians, Programs programs, Ids ids) {
        this.clinicians = clinicians;
        this.programs = programs;
        this.ids = ids;
    }

    @POST
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Idempotent
    @Transactional
    @Operation(operationId = "enterClinician", summary = "Enter a clinician of a program")
    @APIResponse(
            responseCode = "201",
            description = "Entered",
            content = @Content(schema = @Schema(implementation = ClinicianView.class)))
    public Response enter(@Valid @NotNull ClinicianRequest request, @Context UriInfo uri) {
        programs.requireNamed("/programId", request.programId());
        var clinician = new Clinician(ids.next(), request);
        clinicians.persistAndFlush(clinician);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(clinician.id().toString())
                        .build())
                .header(HttpHeaders.ETAG, ETags.of(clinician.version()))
                .entity(clinician.view())
                .build();
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "listClinicians", summary = "List clinicians")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ClinicianList.class)))
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
        return Pages.ok(uri, clinicians.page(programId, page), page, Clinician::id, ClinicianList::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "getClinician", summary = "Read a clinician")
    @APIResponse(
            responseCode = "200",
            description = "The clinician, with the version as ETag",
            content = @Content(schema = @Schema(implementation = ClinicianView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(clinicians.require(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "reviseClinician",
            summary = "Replace what is known of a clinician; sessions that are scheduled stay as they are")
    @APIResponse(
            responseCode = "200",
            description = "The clinician as revised, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = ClinicianView.class)))
    public Response revise(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ClinicianRequest request) {
        var clinician = clinicians.require(id);
        IfMatch.require(ifMatch, clinician.version());
        clinician.revise(request);
        clinicians.flush();
        return answer(clinician);
    }

    @PUT
    @Path("/{id}/retirement")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "retireClinician",
            summary = "Say from when on a clinician holds no sessions here, or that they are back")
    @APIResponse(
            responseCode = "200",
            description = "The clinician, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = ClinicianView.class)))
    @APIResponse(responseCode = "409", description = "clinician-in-use, with each session that they hold from then on")
    public Response retire(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ClinicianRetirementRequest request) {
        var clinician = clinicians.require(id);
        IfMatch.require(ifMatch, clinician.version());
        programs.requireLocked(clinician.programId());
        var from = request.retiredOn();
        if (from != null) {
            var held = clinicians.sessionsHeld(id, from, from.plusYears(2));
            if (!held.isEmpty()) {
                throw new ProblemException(
                        SchedulingProblem.CLINICIAN_IN_USE,
                        "Give the sessions to somebody else first.",
                        held.stream()
                                .map(session ->
                                        new FieldProblem("/sessions/" + session.id(), "is on " + session.sessionOn()))
                                .toList());
            }
        }
        clinician.retire(from);
        clinicians.flush();
        return answer(clinician);
    }

    private static Response answer(Clinician clinician) {
        return Response.ok(clinician.view())
                .header(HttpHeaders.ETAG, ETags.of(clinician.version()))
                .build();
    }
}
