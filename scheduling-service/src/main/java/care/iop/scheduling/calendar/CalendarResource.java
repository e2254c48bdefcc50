package care.iop.scheduling.calendar;

import care.iop.chassis.caller.Acting;
import care.iop.chassis.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Calendars at secret addresses. */
@Path("/api/calendars")
@Produces(CalendarAnswer.ICALENDAR)
@Tag(name = "Calendars", description = "Sessions as iCalendar, at secret addresses and for staff")
class CalendarResource {

    private final CalendarFeeds feeds;
    private final ReadCalendar readCalendar;
    private final Acting acting;
    private final CalendarAnswer answer;

    CalendarResource(CalendarFeeds feeds, ReadCalendar readCalendar, Acting acting, CalendarAnswer answer) {
        this.feeds = feeds;
        this.readCalendar = readCalendar;
        this.acting = acting;
        this.answer = answer;
    }

    @GET
    @Path("/{secret}")
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
        return answer.of(readCalendar.ofFeed(found.id(), address), request);
    }

    private static ProblemException notThere() {
        return ProblemException.notFound("calendar");
    }
}
