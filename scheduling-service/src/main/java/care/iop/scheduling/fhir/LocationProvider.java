package care.iop.scheduling.fhir;

import care.iop.chassis.fhir.FhirProvider;
import care.iop.chassis.fhir.FhirR4;
import care.iop.chassis.fhir.OpenAnswers;
import care.iop.chassis.fhir.OpenRecord;
import care.iop.chassis.fhir.SearchParameter;
import care.iop.chassis.fhir.SearchParameters;
import care.iop.chassis.fhir.Searchset;
import care.iop.chassis.fhir.UsCore;
import care.iop.scheduling.fhir.OpenSearch.By;
import care.iop.scheduling.fhir.OpenSearch.Given;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.room.Rooms;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
import org.hl7.fhir.r4.model.Location;
import org.jspecify.annotations.Nullable;

/** Where programs are: their sites and rooms. */
@Path("/fhir/Location")
@Produces({FhirR4.JSON, MediaType.APPLICATION_JSON})
@Tag(name = "FHIR", description = "The FHIR R4 face")
class LocationProvider implements FhirProvider {

    private static final By BY = new By("partof", "Location", "status", Set.of("active", "inactive"));

    private final Programs programs;
    private final Rooms rooms;
    private final Clock clock;
    private final OpenAnswers answers;

    LocationProvider(Programs programs, Rooms rooms, Clock clock, OpenAnswers answers) {
        this.programs = programs;
        this.rooms = rooms;
        this.clock = clock;
        this.answers = answers;
    }

    @Override
    public String type() {
        return "Location";
    }

    @Override
    public Optional<String> profile() {
        return Optional.of(UsCore.profile("location"));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed({"system/Location.r", "system/Location.rs"})
    @Operation(operationId = "readLocation", summary = "Read a site or a room")
    @APIResponse(
            responseCode = "200",
            description = "The resource",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Location")))
    @APIResponse(responseCode = "304", description = "It has still the version that If-None-Match names")
    public Response read(@PathParam("id") String id, @Context Request request) {
        return answers.one(this, find(id), request);
    }

    private Optional<OpenRecord> find(String id) {
        var room = Optional.ofNullable(SearchParameters.uuid(id)).flatMap(rooms::findByIdOptional);
        return room.isPresent()
                ? room.map(found -> {
                    var program = programs.require(found.programId());
                    return PlaceMapping.room(program, found, today(program));
                })
                : programs.listAll().stream()
                        .flatMap(this::places)
                        .filter(place -> place.id().equals(id))
                        .findFirst();
    }

    private LocalDate today(Program program) {
        return LocalDate.ofInstant(clock.instant(), program.zone());
    }

    private Stream<OpenRecord> places(Program program) {
        return PlaceMapping.places(program, rooms.ofProgram(program.id()).stream(), today(program));
    }

    @GET
    @Transactional
    @RolesAllowed({"system/Location.s", "system/Location.rs"})
    @Operation(
            operationId = "searchLocations",
            summary = "Find sites and rooms",
            description = "In a fixed order. A search is answered without a total.")
    @APIResponse(
            responseCode = "200",
            description = "A Bundle of type searchset, with a link to the next page",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Bundle")))
    public Response search(
            @Parameter(description = "How the name begins, small and capital letters alike")
                    @SearchParameter(SearchParamType.STRING)
                    @QueryParam("name")
                    @Nullable
                    String name,
            @Parameter(description = "The site, or the program, that it is part of: Location/ and the identifier")
                    @SearchParameter(SearchParamType.REFERENCE)
                    @QueryParam("partof")
                    @Nullable
                    String partof,
            @Parameter(description = "active or inactive, or both with a comma")
                    @SearchParameter(SearchParamType.TOKEN)
                    @QueryParam("status")
                    @Nullable
                    String status,
            @Parameter(description = "Identifiers with commas, 100 at most")
                    @SearchParameter(SearchParamType.TOKEN)
                    @QueryParam("_id")
                    @Nullable
                    String id,
            @Parameter(description = "When it last changed: a moment, with eq, gt, lt, ge or le; can be repeated")
                    @SearchParameter(SearchParamType.DATE)
                    @QueryParam("_lastUpdated")
                    List<String> lastUpdated,
            @Parameter(description = "Resources per page, 1 to 200, 50 when absent") @QueryParam("_count") @Nullable
                    Integer count,
            @Parameter(description = "The cursor of the next link of the page before") @QueryParam("after") @Nullable
                    String after,
            @Context UriInfo uri) {
        return answer(
                OpenSearch.of(BY, new Given(name, partof, status, id, lastUpdated, count, after)), new Searchset(uri));
    }

    @POST
    @Path("/_search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @RolesAllowed({"system/Location.s", "system/Location.rs"})
    @Operation(
            operationId = "searchLocationsByPost",
            summary = "Find sites and rooms by a form",
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
        return answer(OpenSearch.of(BY, form), Searchset.of(uri, type(), form));
    }

    private Response answer(OpenSearch search, Searchset searchset) {
        return answers.page(this, search.pageOf(all(search)), search.page(), searchset);
    }

    private Stream<OpenRecord> all(OpenSearch search) {
        return programs.listAll().stream().flatMap(this::places).filter(place -> wants(search, place));
    }

    private static boolean wants(OpenSearch search, OpenRecord place) {
        var location = (Location) place.written().get();
        var partOf = location.getPartOf().getReferenceElement().getIdPart();
        return search.wants(partOf == null ? null : SearchParameters.uuid(partOf), location.getName());
    }

    /** The fields of a search by POST, for its description. */
    @Schema(
            name = "LocationSearchForm",
            type = SchemaType.OBJECT,
            properties = {
                @SchemaProperty(
                        name = "name",
                        type = SchemaType.STRING,
                        description = "As the parameter of the search by GET"),
                @SchemaProperty(
                        name = "partof",
                        type = SchemaType.STRING,
                        description = "As the parameter of the search by GET"),
                @SchemaProperty(
                        name = "status",
                        type = SchemaType.STRING,
                        description = "As the parameter of the search by GET"),
                @SchemaProperty(
                        name = "_id",
                        type = SchemaType.STRING,
                        description = "As the parameter of the search by GET"),
                @SchemaProperty(
                        name = "_lastUpdated",
                        type = SchemaType.STRING,
                        description = "As the parameter of the search by GET; can be repeated"),
                @SchemaProperty(
                        name = "_count",
                        type = SchemaType.INTEGER,
                        description = "As the parameter of the search by GET"),
                @SchemaProperty(
                        name = "after",
                        type = SchemaType.STRING,
                        description = "As the parameter of the search by GET")
            },
            examples = "{\"partof\": \"Location/0198c2a4-7d31-7c55-9a3e-5f0b6a1d2c44\", \"status\": \"active\"}")
    static final class Form {

        private Form() {}
    }
}
