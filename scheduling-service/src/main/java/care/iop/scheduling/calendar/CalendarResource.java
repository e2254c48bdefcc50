package care.iop.scheduling.calendar;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.caller.Acting;
import care.iop.chassis.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Calendars themselves over HTTP. */
@Path("/api")
@Produces(CalendarResource.ICALENDAR)
@Tag(name = "Calendars", description = "Sessions as iCalendar, at secret addresses and for staff")
class CalendarResource {

    static final String ICALENDAR = "text/calendar;charset=utf-8";

    private final CalendarFeeds feeds;
    private final ReadCalendar readCalendar;
    private final Acting acting;
    private final CalendarSettings settings;

    CalendarResource(CalendarFeeds feeds, ReadCalendar readCalendar, Acting acting, CalendarSettings settings) {
        this.feeds = feeds;
        this.readCalendar = readCalendar;
        this.acting = acting;
        this.settings = settings;
    }

    @GET
    @Path("/calendars/{secret}")
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "readCalendar",
            summary = "Read a calendar at its secret address, which is all that a calendar program has",
            description =
                    "Answers 304 as long as nothing has changed. A wrong, changed or revoked address is just not there.")
    @APIResponse(
            responseCode = "200",
            description = "The sessions as iCalendar (RFC 5545)",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Nothing has changed")
    public Response ofFeed(@PathParam("secret") String secret, @Context Request request) {
        var address = SecretAddress.of(secret).orElseThrow(CalendarResource::notThere);
        var found = feeds.at(address).orElseThrow(CalendarResource::notThere);
        acting.forRestOfRequest(found.organization(), "calendar-feed");
        return answer(readCalendar.ofFeed(found.id(), address), request);
    }

    @GET
    @Path("/clinicians/{id}/calendar")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Operation(
            operationId = "readClinicianCalendar",
            summary = "Read a clinician's sessions as a calendar, without clients")
    @APIResponse(
            responseCode = "200",
            description = "The sessions as iCalendar (RFC 5545)",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Nothing has changed")
    public Response ofClinician(@PathParam("id") UUID id, @Context Request request) {
        return answer(readCalendar.ofClinician(id), request);
    }

    @GET
    @Path("/rooms/{id}/calendar")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Operation(operationId = "readRoomCalendar", summary = "Read a room's sessions as a calendar, without clients")
    @APIResponse(
            responseCode = "200",
            description = "The sessions as iCalendar (RFC 5545)",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Nothing has changed")
    public Response ofRoom(@PathParam("id") UUID id, @Context Request request) {
        return answer(readCalendar.ofRoom(id), request);
    }

    private Response answer(byte[] calendar, Request request) {
        var tag = new EntityTag(hash(calendar));
        var answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            answer = Response.ok(calendar);
        }
        return answer.tag(tag)
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        "private, max-age=" + settings.refresh().toSeconds())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static String hash(byte[] calendar) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(calendar), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static ProblemException notThere() {
        return ProblemException.notFound("calendar");
    }
}
