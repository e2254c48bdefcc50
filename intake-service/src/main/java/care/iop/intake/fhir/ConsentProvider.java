package care.iop.intake.fhir;

import care.iop.chassis.fhir.FhirProvider;
import care.iop.chassis.fhir.FhirR4;
import care.iop.chassis.fhir.SearchParameter;
import care.iop.chassis.fhir.Searchset;
import jakarta.annotation.security.RolesAllowed;
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

/** Consents, for the machines that they name, while one in force covers anything. Whoever is not covered reads as absent. */
@Path("/fhir/Consent")
@Produces({FhirR4.JSON, MediaType.APPLICATION_JSON})
@Tag(name = "FHIR", description = "The FHIR R4 face")
class ConsentProvider implements FhirProvider {

    private final TellConsents consents;

    ConsentProvider(TellConsents consents) {
        this.consents = consents;
    }

    @Override
    public String type() {
        return TellConsents.TYPE;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"system/Consent.r", "system/Consent.rs"})
    @Operation(
            operationId = "readConsent",
            summary = "Read a consent that names the caller, under the person's consent",
            description =
                    "What the recipient may be told and what for; who else a consent names is not told. The client has to be a registered recipient, and a consent in force has to cover anything for its purpose (header Purpose-Of-Use, TREAT when absent). Anything else reads as absent. Each answer is accounted for and carries the notice of 42 CFR 2.32.")
    @APIResponse(
            responseCode = "200",
            description = "The resource",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Consent")))
    @APIResponse(responseCode = "304", description = "It has still the version that If-None-Match names")
    public Response read(@PathParam("id") String id, @Context Request request) {
        return consents.read(id, request);
    }

    @GET
    @RolesAllowed({"system/Consent.s", "system/Consent.rs"})
    @Operation(
            operationId = "searchConsents",
            summary = "Find consents of a person that name the caller, under the person's consent",
            description =
                    "In a fixed order. Of a person who is not covered by a consent nothing is found, as of one who does not exist. A search is answered without a total.")
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
                                    "For when it is given, from its signature until it expires: a day of the program's calendar or a moment that has all of it, or with gt, lt, ge or le some of it; can be repeated")
                    @SearchParameter(SearchParamType.DATE)
                    @QueryParam("period")
                    List<String> period,
            @Parameter(description = "active, inactive or entered-in-error, or several with commas")
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
                                    "When what is told of it last changed: a moment, with eq, gt, lt, ge or le; can be repeated")
                    @SearchParameter(SearchParamType.DATE)
                    @QueryParam("_lastUpdated")
                    List<String> lastUpdated,
            @Parameter(description = "Resources per page, 1 to 200, 50 when absent") @QueryParam("_count") @Nullable
                    Integer count,
            @Parameter(description = "The cursor of the next link of the page before") @QueryParam("after") @Nullable
                    String after,
            @Context UriInfo uri) {
        return consents.search(
                ConsentSearch.of(patient, period, status, id, lastUpdated, count, after), new Searchset(uri));
    }

    @POST
    @Path("/_search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"system/Consent.s", "system/Consent.rs"})
    @Operation(
            operationId = "searchConsentsByPost",
            summary = "Find consents of a person that name the caller without naming the person in an address",
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
        return consents.search(ConsentSearch.of(form), Searchset.of(uri, type(), form));
    }

    /** The fields of a search by POST, for its description; {@link ConsentSearch} reads them. */
    @Schema(
            name = "ConsentSearchForm",
            type = SchemaType.OBJECT,
            requiredProperties = "patient",
            properties = {
                @SchemaProperty(
                        name = "patient",
                        type = SchemaType.STRING,
                        description = "As the parameter of the search by GET"),
                @SchemaProperty(name = "period", type = SchemaType.STRING, description = "The same; can be repeated"),
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
                    "{\"patient\": \"Patient/0198c2a4-7d31-7c55-9a3e-5f0b6a1d2c44\", \"period\": \"ge2026-03-01\", \"_count\": 50}")
    static final class Form {

        private Form() {}
    }
}
