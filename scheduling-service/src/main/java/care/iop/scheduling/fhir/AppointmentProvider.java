package care.iop.scheduling.fhir;

import care.iop.chassis.fhir.FhirProvider;
import care.iop.chassis.fhir.FhirR4;
import care.iop.chassis.fhir.SearchParameter;
import care.iop.chassis.fhir.Searchset;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.jspecify.annotations.Nullable;

/** A person's appointments, for machines that a consent in force covers. Whoever is not covered reads as absent. */
@Path("/fhir/Appointment")
@Produces({FhirR4.JSON, MediaType.APPLICATION_JSON})
@Tag(name = "FHIR", description = "The FHIR R4 face")
class AppointmentProvider implements FhirProvider {

    private final TellBookings bookings;
    private final BookAppointments book;

    AppointmentProvider(TellBookings bookings, BookAppointments book) {
        this.bookings = bookings;
        this.book = book;
    }

    @Override
    public String type() {
        return BookingType.APPOINTMENT.name();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"system/Appointment.r", "system/Appointment.rs"})
    @Operation(
            operationId = "readAppointment",
            summary = "Read an appointment, under the person's consent",
            description =
                    "The client has to be a registered recipient, and a consent in force has to cover appointments for its purpose (header Purpose-Of-Use, TREAT when absent). Anything else reads as absent. Each answer is accounted for and carries the notice of 42 CFR 2.32.")
    @APIResponse(
            responseCode = "200",
            description = "The appointment",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Appointment")))
    @APIResponse(responseCode = "304", description = "It has still the version that If-None-Match names")
    public Response read(@PathParam("id") String id, @Context Request request) {
        return bookings.read(BookingType.APPOINTMENT, id, request);
    }

    @GET
    @RolesAllowed({"system/Appointment.s", "system/Appointment.rs"})
    @Operation(
            operationId = "searchAppointments",
            summary = "Find a person's appointments, under the person's consent",
            description =
                    "In the order in which they were made. Of a person who is not covered by a consent nothing is found, as of one who does not exist. A search is answered without a total.")
    @APIResponse(
            responseCode = "200",
            description = "A Bundle of type searchset, with a link to the next page",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Bundle")))
    public Response search(
            @Parameter(description = "Whose: Patient/ and the identifier, or the identifier alone; always needed")
                    @SearchParameter(SearchParamType.REFERENCE)
                    @QueryParam("patient")
                    @Nullable
                    String patient,
            @Parameter(
                            description =
                                    "The kind of session: GROUP, SKILLS, INDIVIDUAL, FAMILY, VOCATIONAL, MEDICATION or CHECK_IN, or several with commas")
                    @SearchParameter(SearchParamType.TOKEN)
                    @QueryParam("service-type")
                    @Nullable
                    String kind,
            @Parameter(
                            description =
                                    "When it starts: a day of the program's calendar or a moment, with eq, gt, lt, ge or le; can be repeated")
                    @SearchParameter(SearchParamType.DATE)
                    @QueryParam("date")
                    List<String> date,
            @Parameter(description = "booked, fulfilled, noshow or cancelled, or several with commas")
                    @SearchParameter(SearchParamType.TOKEN)
                    @QueryParam("status")
                    @Nullable
                    String status,
            @Parameter(description = "Identifiers with commas, 100 at most")
                    @SearchParameter(SearchParamType.TOKEN)
                    @QueryParam("_id")
                    @Nullable
                    String id,
            @Parameter(
                            description =
                                    "When time, place or status last changed: a moment, with eq, gt, lt, ge or le; can be repeated")
                    @SearchParameter(SearchParamType.DATE)
                    @QueryParam("_lastUpdated")
                    List<String> lastUpdated,
            @Parameter(description = "Appointments per page, 1 to 200, 50 when absent") @QueryParam("_count") @Nullable
                    Integer count,
            @Parameter(description = "The cursor of the next link of the page before") @QueryParam("after") @Nullable
                    String after,
            @Context UriInfo uri) {
        return bookings.search(
                BookingType.APPOINTMENT,
                BookingSearch.of(BookingType.APPOINTMENT, patient, kind, date, status, id, lastUpdated, count, after),
                new Searchset(uri));
    }

    @POST
    @Path("/_search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"system/Appointment.s", "system/Appointment.rs"})
    @Operation(
            operationId = "searchAppointmentsByPost",
            summary = "Find a person's appointments without naming the person in an address",
            description = "The same parameters as a form.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = Form.class)))
    @APIResponse(
            responseCode = "200",
            description = "A Bundle of type searchset, with a link to the next page",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Bundle")))
    public Response searchByPost(MultivaluedMap<String, String> form, @Context UriInfo uri) {
        return bookings.search(
                BookingType.APPOINTMENT,
                BookingSearch.of(BookingType.APPOINTMENT, form),
                Searchset.of(uri, type(), form));
    }

    @POST
    @Consumes({FhirR4.JSON, MediaType.APPLICATION_JSON})
    @RolesAllowed("system/Appointment.c")
    @Operation(
            operationId = "createAppointment",
            summary = "Book a patient into a free Slot, under the person's consent",
            description =
                    "The Appointment has the status booked, one slot and one participant, the Patient; what would not be kept is refused. A consent in force has to cover appointments, as for reading; without one the patient reads as unknown. The same booking again is answered with the one that is there.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            description = "A FHIR R4 Appointment",
                                            examples = AppointmentProvider.BOOKED)))
    @APIResponse(
            responseCode = "201",
            description = "Booked, with its version as ETag",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Appointment")))
    @APIResponse(
            responseCode = "200",
            description = "The patient has this seat already",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Appointment")))
    @APIResponse(
            responseCode = "409",
            description = "enrollment-not-active, program-closed, session-full or client-double-booked")
    public Response create(byte[] body, @Context UriInfo uri) {
        return book.book(body, uri);
    }

    @PUT
    @Path("/{id}")
    @Consumes({FhirR4.JSON, MediaType.APPLICATION_JSON})
    @RolesAllowed("system/Appointment.u")
    @Operation(
            operationId = "updateAppointment",
            summary = "Cancel an appointment, under the person's consent",
            description =
                    "The Appointment as it was read, with the status cancelled; nothing else can be changed here. The version that was read is named by If-Match or by meta.versionId. Within the notice period staff cancel by hand.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            description = "A FHIR R4 Appointment",
                                            examples = AppointmentProvider.CANCELLED)))
    @APIResponse(
            responseCode = "200",
            description = "Cancelled, with the new version as ETag",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Appointment")))
    @APIResponse(responseCode = "409", description = "attendance-recorded or notice-too-short")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public Response update(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte[] body) {
        return book.cancel(id, body, ifMatch);
    }

    static final String BOOKED = """
            {
              "resourceType": "Appointment",
              "status": "booked",
              "slot": [{"reference": "Slot/0198c2a4-7d31-7c55-9a3e-5f0b6a1d2c44.2026-12-05"}],
              "participant": [
                {"actor": {"reference": "Patient/0198c2a4-7d31-7c55-9a3e-5f0b6a1d2c45"}, "status": "accepted"}
              ]
            }""";

    static final String CANCELLED = """
            {
              "resourceType": "Appointment",
              "id": "0198c2a4-7d31-7c55-9a3e-5f0b6a1d2c46",
              "meta": {"versionId": "1"},
              "status": "cancelled",
              "cancelationReason": {
                "coding": [{"system": "http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason", "code": "pat"}]
              },
              "participant": [
                {"actor": {"reference": "Patient/0198c2a4-7d31-7c55-9a3e-5f0b6a1d2c45"}, "status": "accepted"}
              ]
            }""";

    /** The fields of a search by POST, for its description; {@link BookingSearch} reads them. */
    @Schema(
            name = "AppointmentSearchForm",
            type = SchemaType.OBJECT,
            requiredProperties = "patient",
            properties = {
                @SchemaProperty(
                        name = "patient",
                        type = SchemaType.STRING,
                        description = "As the parameter of the search by GET"),
                @SchemaProperty(name = "service-type", type = SchemaType.STRING, description = "The same"),
                @SchemaProperty(name = "date", type = SchemaType.STRING, description = "The same; can be repeated"),
                @SchemaProperty(name = "status", type = SchemaType.STRING, description = "The same"),
                @SchemaProperty(name = "_id", type = SchemaType.STRING, description = "The same"),
                @SchemaProperty(
                        name = "_lastUpdated",
                        type = SchemaType.STRING,
                        description = "The same; can be repeated"),
                @SchemaProperty(name = "_count", type = SchemaType.INTEGER, description = "The same"),
                @SchemaProperty(name = "after", type = SchemaType.STRING, description = "The same")
            },
            examples =
                    "{\"patient\": \"Patient/0198c2a4-7d31-7c55-9a3e-5f0b6a1d2c44\", \"date\": \"ge2026-03-01\", \"_count\": 50}")
    static final class Form {

        private Form() {}
    }
}
