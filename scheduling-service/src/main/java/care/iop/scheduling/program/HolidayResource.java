package care.iop.scheduling.program;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Holiday calendars over HTTP: what a program closes for when it takes one over. */
@Path("/api/holidays")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holidays", description = "Calendars of days off that a program can take over")
class HolidayResource {

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Operation(
            operationId = "listHolidays",
            summary = "List a calendar's days off in a year, computed by rule (US federal: 5 U.S.C. 6103)")
    @APIResponse(
            responseCode = "200",
            description = "The days in order",
            content = @Content(schema = @Schema(implementation = HolidayList.class)))
    public HolidayList list(
            @Parameter(required = true, description = "Which calendar") @QueryParam("calendar") @NotNull
                    HolidayCalendar calendar,
            @Parameter(required = true, description = "The year, 2000 to 2100")
                    @QueryParam("year")
                    @NotNull
                    @Min(2000)
                    @Max(2100)
                    Integer year) {
        return new HolidayList(calendar.of(year));
    }
}
