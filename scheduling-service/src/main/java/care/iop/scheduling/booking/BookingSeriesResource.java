package care.iop.scheduling.booking;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Series of bookings over HTTP. */
@Path("/api/booking-series")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Booking series", description = "Many seats of one client that are asked for together")
class BookingSeriesResource {

    private final BookSeries bookSeries;

    BookingSeriesResource(BookSeries bookSeries) {
        this.bookSeries = bookSeries;
    }

    @POST
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Operation(
            operationId = "bookSeries",
            summary = "Book a client over weeks and days: all of it, or nothing and a report of every obstacle")
    @APIResponse(
            responseCode = "201",
            description = "Booked; days on which the program is closed are left out",
            content = @Content(schema = @Schema(implementation = BookingSeriesView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "bookings-in-the-way with the obstacles and the nearest that is free, or enrollment-not-active",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ObstacleReport.class)))
    public Response book(@Valid @NotNull BookingSeriesRequest request, @Context UriInfo uri) {
        return BookingRefusal.againAfterARace(() -> bookSeries.book(request, uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Operation(operationId = "getBookingSeries", summary = "Read a series of bookings and what has become of each")
    @APIResponse(
            responseCode = "200",
            description = "The series",
            content = @Content(schema = @Schema(implementation = BookingSeriesView.class)))
    public BookingSeriesView get(@PathParam("id") UUID id) {
        return bookSeries.read(id);
    }
}
