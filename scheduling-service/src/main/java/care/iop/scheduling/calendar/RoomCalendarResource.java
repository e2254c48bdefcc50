package care.iop.scheduling.calendar;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calendar of a room's sessions, for staff. */
@Path("/api/rooms/{id}/calendar")
@Produces(CalendarAnswer.ICALENDAR)
@RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
@Tag(name = "Calendars")
class RoomCalendarResource {

    private final ReadCalendar readCalendar;
    private final CalendarAnswer answer;

    RoomCalendarResource(ReadCalendar readCalendar, CalendarAnswer answer) {
        this.readCalendar = readCalendar;
        this.answer = answer;
    }

    @GET
    @Operation(operationId = "readRoomCalendar", summary = "Read a room's sessions as a calendar, without clients")
    @APIResponse(
            responseCode = "200",
            description = "The sessions as iCalendar (RFC 5545)",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Nothing has changed")
    public Response read(@PathParam("id") UUID id, @Context Request request) {
        return answer.of(readCalendar.ofRoom(id), request);
    }
}
