package care.iop.scheduling.session;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Scheduled sessions over HTTP: when, with whom and where, and how many seats are taken; who sits there are bookings. */
@Path("/api/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions", description = "Scheduled sessions with their clinician, room and seats")
class SessionResource {

    private final Sessions sessions;

    SessionResource(Sessions sessions) {
        this.sessions = sessions;
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "listSessions", summary = "List scheduled sessions")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = SessionList.class)))
    public Response list(
            @Parameter(description = "Only those of this program") @QueryParam("programId") @Nullable UUID programId,
            @Parameter(description = "Only those that this clinician holds") @QueryParam("clinicianId") @Nullable
                    UUID clinicianId,
            @Parameter(description = "Only those in the seven days from here")
                    @QueryParam("weekStartingOn")
                    @SaneDate
                    @Nullable
                    LocalDate weekStartingOn,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        return Pages.ok(
                uri, sessions.page(programId, clinicianId, weekStartingOn, page), page, Session::id, SessionList::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "getSession", summary = "Read a scheduled session")
    @APIResponse(
            responseCode = "200",
            description = "The session, with its version as ETag",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    public Response get(@PathParam("id") UUID id) {
        var session = sessions.require(id);
        return Response.ok(session.view())
                .header(HttpHeaders.ETAG, ETags.of(session.version()))
                .build();
    }
}
