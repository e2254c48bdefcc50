package care.iop.scheduling.calendar;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PATIENT;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.clinician.Clinicians;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.patient.CurrentPatient;
import care.iop.scheduling.room.Rooms;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Secret addresses of calendars over HTTP. */
@Path("/api/calendar-feeds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars", description = "Sessions as iCalendar, at secret addresses and for staff")
class CalendarFeedResource {

    private final CalendarFeeds feeds;
    private final Enrollments enrollments;
    private final Clinicians clinicians;
    private final Rooms rooms;
    private final Caller caller;
    private final CurrentPatient currentPatient;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    CalendarFeedResource(
            CalendarFeeds feeds,
            Enrollments enrollments,
            Clinicians clinicians,
            Rooms rooms,
            Caller caller,
            CurrentPatient currentPatient,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.feeds = feeds;
        this.enrollments = enrollments;
        this.clinicians = clinicians;
        this.rooms = rooms;
        this.caller = caller;
        this.currentPatient = currentPatient;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Not {@code @Idempotent}: a stored answer would keep the secret. A retry makes another feed, which can be revoked. */
    @POST
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN, PATIENT})
    @Transactional
    @Operation(
            operationId = "addCalendarFeed",
            summary = "Make a secret address at which a calendar program reads sessions; a client may for themselves",
            description = "The address is told in this answer only. An Idempotency-Key has no effect here.")
    @APIResponse(
            responseCode = "201",
            description = "Made, with its address",
            content = @Content(schema = @Schema(implementation = CalendarFeedView.class)))
    public Response add(@Valid @NotNull CalendarFeedRequest request, @Context UriInfo uri) {
        if (request.details() && request.subject() != FeedSubject.ENROLLMENT) {
            throw ProblemException.invalid("/details", "belongs to ENROLLMENT only");
        }
        requireSubject(request.subject(), request.subjectId());
        var address = SecretAddress.issue();
        var feed = new CalendarFeed(ids.next(), request, address, clock.instant(), caller.subject());
        feeds.persistAndFlush(feed);
        wrote(feed);
        return Response.created(
                        uri.getAbsolutePathBuilder().path(feed.id().toString()).build())
                .header(HttpHeaders.ETAG, ETags.of(feed.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(feed.view(address(address, uri)))
                .build();
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN, PATIENT})
    @Transactional
    @Operation(
            operationId = "listCalendarFeeds",
            summary = "List the calendar feeds of a client, a clinician or a room")
    @APIResponse(
            responseCode = "200",
            description = "One page, without the addresses",
            content = @Content(schema = @Schema(implementation = CalendarFeedList.class)))
    public Response list(
            @Parameter(required = true, description = "The enrollment, the clinician or the room")
                    @QueryParam("subjectId")
                    @NotNull
                    UUID subjectId,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        var enrollment = enrollments.findByIdOptional(subjectId);
        if (enrollment.isPresent() ? !isOwnOrStaff(enrollment.get()) : !isStaff()) {
            return Pages.ok(uri, List.of(), page, CalendarFeed::id, CalendarFeedList::of);
        }
        enrollment.ifPresent(of -> audit.read("CalendarFeed", subjectId, of.patientId()));
        return Pages.ok(uri, feeds.page(subjectId, page), page, CalendarFeed::id, CalendarFeedList::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN, PATIENT})
    @Transactional
    @Operation(operationId = "getCalendarFeed", summary = "Read a calendar feed, without its address")
    @APIResponse(
            responseCode = "200",
            description = "The feed, with its version as ETag",
            content = @Content(schema = @Schema(implementation = CalendarFeedView.class)))
    public Response get(@PathParam("id") UUID id) {
        var feed = requireVisible(id);
        if (feed.subject() == FeedSubject.ENROLLMENT) {
            audit.read("CalendarFeed", id, enrollments.require(feed.subjectId()).patientId());
        }
        return Response.ok(feed.view(null))
                .header(HttpHeaders.ETAG, ETags.of(feed.version()))
                .build();
    }

    @POST
    @Path("/{id}/rotation")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN, PATIENT})
    @Transactional
    @Operation(
            operationId = "rotateCalendarFeed",
            summary = "Give a calendar feed another secret address; the one before leads nowhere from now on")
    @APIResponse(
            responseCode = "200",
            description = "The feed with its new address",
            content = @Content(schema = @Schema(implementation = CalendarFeedView.class)))
    @APIResponse(responseCode = "409", description = "feed-revoked")
    public Response rotate(@PathParam("id") UUID id, @Context UriInfo uri) {
        var feed = requireVisible(id);
        var address = SecretAddress.issue();
        feed.rotate(address, clock.instant());
        feeds.flush();
        wrote(feed);
        return Response.ok(feed.view(address(address, uri)))
                .header(HttpHeaders.ETAG, ETags.of(feed.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN, PATIENT})
    @Transactional
    @Operation(
            operationId = "revokeCalendarFeed",
            summary = "Revoke a calendar feed: its address leads nowhere for good")
    @APIResponse(responseCode = "204", description = "Revoked, now or before")
    public void revoke(@PathParam("id") UUID id) {
        var feed = requireVisible(id);
        feed.revoke(clock.instant());
        wrote(feed);
    }

    private void wrote(CalendarFeed feed) {
        if (feed.subject() == FeedSubject.ENROLLMENT) {
            audit.wrote(
                    "CalendarFeed",
                    feed.id(),
                    enrollments.require(feed.subjectId()).patientId());
        }
    }

    private static URI address(SecretAddress address, UriInfo uri) {
        return uri.getBaseUriBuilder()
                .path("api/calendars")
                .path(address.secret() + ".ics")
                .build();
    }

    private CalendarFeed requireVisible(UUID id) {
        var feed = feeds.require(id);
        var visible = feed.subject() == FeedSubject.ENROLLMENT
                ? isOwnOrStaff(enrollments.require(feed.subjectId()))
                : isStaff();
        if (!visible) {
            throw ProblemException.notFound("calendar feed");
        }
        return feed;
    }

    private void requireSubject(FeedSubject subject, UUID id) {
        var found =
                switch (subject) {
                    case ENROLLMENT ->
                        enrollments
                                .findByIdOptional(id)
                                .filter(this::isOwnOrStaff)
                                .isPresent();
                    case CLINICIAN ->
                        isStaff() && clinicians.findByIdOptional(id).isPresent();
                    case ROOM -> isStaff() && rooms.findByIdOptional(id).isPresent();
                };
        if (!found) {
            throw ProblemException.invalid("/subjectId", "must be the identifier of one that you may see");
        }
    }

    private boolean isStaff() {
        return Stream.of(SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN).anyMatch(caller::hasRole);
    }

    private boolean isOwnOrStaff(Enrollment enrollment) {
        return isStaff()
                || caller.patient()
                        .map(currentPatient::of)
                        .filter(enrollment.patientId()::equals)
                        .isPresent();
    }
}
