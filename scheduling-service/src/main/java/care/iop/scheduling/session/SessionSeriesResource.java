package care.iop.scheduling.session;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.session.ChangeSeries.Terms;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
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
import jakarta.ws.rs.core.UriBuilder;
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
@Tag(
        name = "Session series",
        description =
                "Recurring group sessions in their site's time zone: 09:00 stays 09:00 across daylight saving, whatever the server's or the caller's zone")
class SessionSeriesResource {

    private static final String BLOCKED =
            "series-change-blocked: nothing was changed, and each error names a meeting and what stands against it";

    private static final String BOOKINGS =
            "What becomes of the bookings of meetings that are taken away: REFUSE the change, or CANCEL them";
    private static final String FORCED =
            "Change although a booked meeting starts within the notice period or a client said not to be free then";

    private final AllSessionSeries allSeries;
    private final Programs programs;
    private final ChangeSeries changeSeries;

    SessionSeriesResource(AllSessionSeries allSeries, Programs programs, ChangeSeries changeSeries) {
        this.allSeries = allSeries;
        this.programs = programs;
        this.changeSeries = changeSeries;
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
        return created(changeSeries.add(request), uri.getAbsolutePathBuilder());
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
        return answer(allSeries.require(id));
    }

    @GET
    @Path("/{id}/occurrences")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(
            operationId = "listOccurrences",
            summary = "List when a series meets, expanded in the site's zone and without closures")
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

    @PUT
    @Path("/{id}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "reviseSessionSeries",
            summary = "Replace what a recurring session is, for all its meetings; what is scheduled ahead follows")
    @APIResponse(
            responseCode = "200",
            description = "The series as revised, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = SessionSeriesView.class)))
    @APIResponse(responseCode = "409", description = BLOCKED + "; or series-has-history when its times should change")
    public Response revise(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = BOOKINGS) @QueryParam("bookings") @DefaultValue("REFUSE") BookedMeetings bookings,
            @Parameter(description = FORCED) @QueryParam("forced") @DefaultValue("false") boolean forced,
            @Valid @NotNull SessionSeriesRequest request) {
        return answer(changeSeries.revise(id, request, new Terms(ifMatch, bookings, forced)));
    }

    @POST
    @Path("/{id}/split")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "splitSessionSeries",
            summary =
                    "Change this and all following meetings: the series ends before the request's startsOn and goes on as a new one, with the scheduled meetings and their bookings")
    @APIResponse(
            responseCode = "201",
            description = "The series that goes on",
            content = @Content(schema = @Schema(implementation = SessionSeriesView.class)))
    @APIResponse(responseCode = "409", description = BLOCKED)
    public Response split(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = BOOKINGS) @QueryParam("bookings") @DefaultValue("REFUSE") BookedMeetings bookings,
            @Parameter(description = FORCED) @QueryParam("forced") @DefaultValue("false") boolean forced,
            @Valid @NotNull SessionSeriesRequest request,
            @Context UriInfo uri) {
        var following = changeSeries.split(id, request, new Terms(ifMatch, bookings, forced));
        return created(following, uri.getBaseUriBuilder().path(SessionSeriesResource.class));
    }

    @PUT
    @Path("/{id}/end")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "endSessionSeries", summary = "End a recurring session with a day")
    @APIResponse(
            responseCode = "200",
            description = "The series, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = SessionSeriesView.class)))
    @APIResponse(responseCode = "409", description = BLOCKED)
    public Response end(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = BOOKINGS) @QueryParam("bookings") @DefaultValue("REFUSE") BookedMeetings bookings,
            @Parameter(description = FORCED) @QueryParam("forced") @DefaultValue("false") boolean forced,
            @Valid @NotNull SeriesEndRequest request) {
        return answer(changeSeries.end(id, request.lastOn(), new Terms(ifMatch, bookings, forced)));
    }

    @PUT
    @Path("/{id}/occurrences/{originalOn}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "changeOccurrence",
            summary =
                    "Have one meeting at another time, elsewhere, by somebody else or by video, or leave it out; named by the day that the rule gives")
    @APIResponse(
            responseCode = "200",
            description = "The series, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = SessionSeriesView.class)))
    @APIResponse(responseCode = "409", description = BLOCKED)
    public Response changeOccurrence(
            @PathParam("id") UUID id,
            @PathParam("originalOn") @SaneDate LocalDate originalOn,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = BOOKINGS) @QueryParam("bookings") @DefaultValue("REFUSE") BookedMeetings bookings,
            @Parameter(description = FORCED) @QueryParam("forced") @DefaultValue("false") boolean forced,
            @Valid @NotNull OccurrenceChangeRequest request) {
        return answer(changeSeries.changeOccurrence(id, originalOn, request, new Terms(ifMatch, bookings, forced)));
    }

    @DELETE
    @Path("/{id}/occurrences/{originalOn}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "restoreOccurrence", summary = "Have one meeting as the series has it again")
    @APIResponse(
            responseCode = "200",
            description = "The series, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = SessionSeriesView.class)))
    @APIResponse(responseCode = "409", description = BLOCKED)
    public Response restoreOccurrence(
            @PathParam("id") UUID id,
            @PathParam("originalOn") @SaneDate LocalDate originalOn,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = FORCED) @QueryParam("forced") @DefaultValue("false") boolean forced) {
        return answer(
                changeSeries.restoreOccurrence(id, originalOn, new Terms(ifMatch, BookedMeetings.REFUSE, forced)));
    }

    @POST
    @Path("/{id}/substitutions")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "addSubstitution",
            summary = "Have somebody else lead the meetings of a stretch of days; scheduled ones follow")
    @APIResponse(
            responseCode = "200",
            description = "The series, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = SessionSeriesView.class)))
    @APIResponse(responseCode = "409", description = BLOCKED)
    public Response substitute(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = FORCED) @QueryParam("forced") @DefaultValue("false") boolean forced,
            @Valid @NotNull Substitution request) {
        return answer(changeSeries.substitute(id, request, new Terms(ifMatch, BookedMeetings.REFUSE, forced)));
    }

    @DELETE
    @Path("/{id}/substitutions/{firstOn}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "withdrawSubstitution", summary = "Take back the substitution that begins on a day")
    @APIResponse(
            responseCode = "200",
            description = "The series, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = SessionSeriesView.class)))
    @APIResponse(responseCode = "409", description = BLOCKED)
    public Response withdrawSubstitution(
            @PathParam("id") UUID id,
            @PathParam("firstOn") @SaneDate LocalDate firstOn,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = FORCED) @QueryParam("forced") @DefaultValue("false") boolean forced) {
        return answer(
                changeSeries.withdrawSubstitution(id, firstOn, new Terms(ifMatch, BookedMeetings.REFUSE, forced)));
    }

    @PUT
    @Path("/{id}/curriculum")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "setCurriculum",
            summary = "Say what a series teaches, module by module, over and over; meetings ahead follow")
    @APIResponse(
            responseCode = "200",
            description = "The series, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = SessionSeriesView.class)))
    public Response setCurriculum(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Curriculum request) {
        return answer(changeSeries.teach(id, request, new Terms(ifMatch, BookedMeetings.REFUSE, false)));
    }

    @DELETE
    @Path("/{id}/curriculum")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "removeCurriculum", summary = "Have a series teach nothing in particular")
    @APIResponse(
            responseCode = "200",
            description = "The series, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = SessionSeriesView.class)))
    public Response removeCurriculum(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(changeSeries.teach(id, null, new Terms(ifMatch, BookedMeetings.REFUSE, false)));
    }

    private static Response created(SessionSeries series, UriBuilder list) {
        return Response.created(list.path(series.id().toString()).build())
                .header(HttpHeaders.ETAG, ETags.of(series.version()))
                .entity(series.view())
                .build();
    }

    private static Response answer(SessionSeries series) {
        return Response.ok(series.view())
                .header(HttpHeaders.ETAG, ETags.of(series.version()))
                .build();
    }
}
