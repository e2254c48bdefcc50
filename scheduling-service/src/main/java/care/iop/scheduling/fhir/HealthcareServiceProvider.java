package care.iop.scheduling.fhir;

import care.iop.chassis.fhir.FhirProvider;
import care.iop.chassis.fhir.FhirR4;
import care.iop.chassis.fhir.OpenAnswers;
import care.iop.chassis.fhir.OpenRecord;
import care.iop.chassis.fhir.SearchParameter;
import care.iop.chassis.fhir.SearchParameters;
import care.iop.chassis.fhir.Searchset;
import care.iop.scheduling.fhir.OpenSearch.By;
import care.iop.scheduling.fhir.OpenSearch.Given;
import care.iop.scheduling.program.Programs;
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
import org.jspecify.annotations.Nullable;

/** The programs in which people are treated here, with their tracks. */
@Path("/fhir/HealthcareService")
@Produces({FhirR4.JSON, MediaType.APPLICATION_JSON})
@Tag(name = "FHIR", description = "The FHIR R4 face")
class HealthcareServiceProvider implements FhirProvider {

    private static final By BY = new By(null, "HealthcareService", null, Set.of());

    private final Programs programs;
    private final OpenAnswers answers;

    HealthcareServiceProvider(Programs programs, OpenAnswers answers) {
        this.programs = programs;
        this.answers = answers;
    }

    @Override
    public String type() {
        return "HealthcareService";
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed({"system/HealthcareService.r", "system/HealthcareService.rs"})
    @Operation(operationId = "readHealthcareService", summary = "Read a program")
    @APIResponse(
            responseCode = "200",
            description = "The resource",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 HealthcareService")))
    @APIResponse(responseCode = "304", description = "It has still the version that If-None-Match names")
    public Response read(@PathParam("id") String id, @Context Request request) {
        return answers.one(this, find(id), request);
    }

    private Optional<OpenRecord> find(String id) {
        var uuid = SearchParameters.uuid(id);
        return uuid == null ? Optional.empty() : programs.findByIdOptional(uuid).map(PlaceMapping::service);
    }

    @GET
    @Transactional
    @RolesAllowed({"system/HealthcareService.s", "system/HealthcareService.rs"})
    @Operation(
            operationId = "searchHealthcareServices",
            summary = "Find programs",
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
                OpenSearch.of(BY, new Given(name, null, null, id, lastUpdated, count, after)), new Searchset(uri));
    }

    @POST
    @Path("/_search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @RolesAllowed({"system/HealthcareService.s", "system/HealthcareService.rs"})
    @Operation(
            operationId = "searchHealthcareServicesByPost",
            summary = "Find programs by a form",
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
        return programs.listAll().stream()
                .filter(program -> search.wants(program.id(), program.name()))
                .map(PlaceMapping::service);
    }

    /** The fields of a search by POST, for its description. */
    @Schema(
            name = "HealthcareServiceSearchForm",
            type = SchemaType.OBJECT,
            properties = {
                @SchemaProperty(
                        name = "name",
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
            examples = "{\"name\": \"Riverside\", \"_count\": 50}")
    static final class Form {

        private Form() {}
    }
}
