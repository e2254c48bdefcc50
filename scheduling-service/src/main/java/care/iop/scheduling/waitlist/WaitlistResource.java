package care.iop.scheduling.waitlist;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Waitlists over HTTP: join, see the place in line, take or decline what is offered. */
@Path("/api/waitlist-entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Waitlist", description = "Clients who wait for a seat in meetings of a series")
class WaitlistResource {

    private final WaitlistEntries entries;
    private final Enrollments enrollments;
    private final JoinWaitlist joinWaitlist;
    private final DescribePlace describePlace;
    private final AccessAudit audit;

    WaitlistResource(
            WaitlistEntries entries,
            Enrollments enrollments,
            JoinWaitlist joinWaitlist,
            DescribePlace describePlace,
            AccessAudit audit) {
        this.entries = entries;
        this.enrollments = enrollments;
        this.joinWaitlist = joinWaitlist;
        this.describePlace = describePlace;
        this.audit = audit;
    }

    @POST
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "joinWaitlist",
            summary = "Wait for a seat in meetings of a series, offered by priority and then by waiting time")
    @APIResponse(
            responseCode = "201",
            description = "On the list",
            content = @Content(schema = @Schema(implementation = WaitlistView.class)))
    @APIResponse(responseCode = "409", description = "enrollment-not-active or waitlist-joined")
    public Response join(@Valid @NotNull WaitlistRequest request, @Context UriInfo uri) {
        var entry = joinWaitlist.join(request);
        return Response.created(
                        uri.getAbsolutePathBuilder().path(entry.id().toString()).build())
                .header(HttpHeaders.ETAG, ETags.of(entry.version()))
                .entity(describePlace.view(entry))
                .build();
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "listWaitlistEntries", summary = "List who waits or has waited, with the place in line")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = WaitlistList.class)))
    public Response list(
            @Parameter(description = "Only those of this series") @QueryParam("seriesId") @Nullable UUID seriesId,
            @Parameter(description = "Only those of this client") @QueryParam("enrollmentId") @Nullable
                    UUID enrollmentId,
            @Parameter(description = "Only those in this status") @QueryParam("status") @Nullable WaitlistStatus status,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        var found = entries.page(seriesId, enrollmentId, status, page);
        audit.readAll(
                "WaitlistEntry",
                enrollments
                        .withIds(found.stream()
                                .limit(page.limit())
                                .map(WaitlistEntry::enrollmentId)
                                .toList())
                        .stream()
                        .map(Enrollment::patientId)
                        .toList());
        return Pages.ok(uri, found, page, WaitlistEntry::id, shown -> new WaitlistList(describePlace.views(shown)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "getWaitlistEntry", summary = "Read a place in line and how it comes about")
    @APIResponse(
            responseCode = "200",
            description = "The entry, with its version as ETag",
            content = @Content(schema = @Schema(implementation = WaitlistView.class)))
    public Response get(@PathParam("id") UUID id) {
        var entry = entries.require(id);
        audit.read(
                "WaitlistEntry", id, enrollments.require(entry.enrollmentId()).patientId());
        return answer(entry);
    }

    @POST
    @Path("/{id}/acceptance")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "acceptWaitlistOffer",
            summary = "Take the offered seats: they are booked, all of them or none")
    @APIResponse(
            responseCode = "200",
            description = "The entry and the bookings",
            content = @Content(schema = @Schema(implementation = AcceptedView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "waitlist-not-offered, waitlist-offer-ended, waitlist-entry-ended, enrollment-not-active or client-double-booked")
    public Response accept(@PathParam("id") UUID id) {
        var booked = joinWaitlist.accept(id);
        var entry = entries.require(id);
        return Response.ok(new AcceptedView(
                        describePlace.view(entry),
                        booked.stream().map(Booking::id).toList()))
                .header(HttpHeaders.ETAG, ETags.of(entry.version()))
                .build();
    }

    @POST
    @Path("/{id}/refusal")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "declineWaitlistOffer", summary = "Decline the offered seats; they go to the next in line")
    @APIResponse(
            responseCode = "200",
            description = "The entry, ended",
            content = @Content(schema = @Schema(implementation = WaitlistView.class)))
    @APIResponse(responseCode = "409", description = "waitlist-not-offered or waitlist-entry-ended")
    public Response decline(@PathParam("id") UUID id) {
        return answer(joinWaitlist.decline(id));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "leaveWaitlist",
            summary = "Take a client off the list; seats kept for them go to the next in line")
    @APIResponse(
            responseCode = "200",
            description = "The entry, ended",
            content = @Content(schema = @Schema(implementation = WaitlistView.class)))
    @APIResponse(responseCode = "409", description = "waitlist-entry-ended")
    public Response leave(@PathParam("id") UUID id) {
        return answer(joinWaitlist.leave(id));
    }

    private Response answer(WaitlistEntry entry) {
        return Response.ok(describePlace.view(entry))
                .header(HttpHeaders.ETAG, ETags.of(entry.version()))
                .build();
    }
}
