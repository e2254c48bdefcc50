package care.iop.progress.fhir;

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
import java.util.Optional;
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

/** The answers to instruments, for machines that a consent in force covers. Whoever is not covered reads as absent. */
@Path("/fhir/QuestionnaireResponse")
@Produces({FhirR4.JSON, MediaType.APPLICATION_JSON})
@Tag(name = "FHIR", description = "The FHIR R4 face")
class QuestionnaireResponseProvider implements FhirProvider {

    private final TellRecords records;
    private final FindQuestionnaireResponses find;
    private final TakeAnswers take;

    QuestionnaireResponseProvider(TellRecords records, FindQuestionnaireResponses find, TakeAnswers take) {
        this.records = records;
        this.find = find;
        this.take = take;
    }

    @Override
    public String type() {
        return Told.QUESTIONNAIRE_RESPONSE.type();
    }

    @Override
    public Optional<String> profile() {
        return Told.QUESTIONNAIRE_RESPONSE.profile();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"system/QuestionnaireResponse.r", "system/QuestionnaireResponse.rs"})
    @Operation(
            operationId = "readQuestionnaireResponse",
            summary = "Read the answers to an instrument, under the person's consent",
            description =
                    "Items have words only where their licence lets us ship them. The client has to be a registered recipient, and a consent in force has to cover results of questionnaires and daily check-ins for its purpose (header Purpose-Of-Use, TREAT when absent). Anything else reads as absent. Each answer is accounted for and carries the notice of 42 CFR 2.32.")
    @APIResponse(
            responseCode = "200",
            description = "The resource",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema =
                                    @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 QuestionnaireResponse")))
    @APIResponse(responseCode = "304", description = "It has still the version that If-None-Match names")
    public Response read(@PathParam("id") String id, @Context Request request) {
        return records.read(Told.QUESTIONNAIRE_RESPONSE, () -> find.byId(id), request);
    }

    @GET
    @RolesAllowed({"system/QuestionnaireResponse.s", "system/QuestionnaireResponse.rs"})
    @Operation(
            operationId = "searchQuestionnaireResponses",
            summary = "Find the answers to instruments of a person, under the person's consent",
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
            @Parameter(description = "The instrument, such as urn:care:iop:instrument:phq-9")
                    @SearchParameter(SearchParamType.REFERENCE)
                    @QueryParam("questionnaire")
                    @Nullable
                    String questionnaire,
            @Parameter(
                            description =
                                    "When it was answered: a day of the program's calendar or a moment, with eq, gt, lt, ge or le; can be repeated")
                    @SearchParameter(SearchParamType.DATE)
                    @QueryParam("authored")
                    List<String> authored,
            @Parameter(description = "completed, amended or entered-in-error, or several with commas")
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
        return answer(
                QuestionnaireResponseSearch.of(patient, questionnaire, authored, status, id, lastUpdated, count, after),
                new Searchset(uri));
    }

    @POST
    @Path("/_search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"system/QuestionnaireResponse.s", "system/QuestionnaireResponse.rs"})
    @Operation(
            operationId = "searchQuestionnaireResponsesByPost",
            summary = "Find the answers to instruments of a person without naming the person in an address",
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
        return answer(QuestionnaireResponseSearch.of(form), Searchset.of(uri, type(), form));
    }

    @POST
    @Consumes({FhirR4.JSON, MediaType.APPLICATION_JSON})
    @RolesAllowed("system/QuestionnaireResponse.c")
    @Operation(
            operationId = "createQuestionnaireResponse",
            summary = "Send the answers to an instrument, under the person's consent",
            description =
                    "They are scored here and can be read as Observations then; the alert rules look at them like at answers that are given here. The questionnaire is the canonical of an instrument, as reads name it; the linkId of an item is the instrument's; an answer is an integer, a LOINC answer, or a coding with its ordinalValue. What would not be kept is refused. A consent in force has to cover results of questionnaires, as for reading; without one the person reads as unknown. The same answers of the same moment again are answered with what is there.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            description = "A FHIR R4 QuestionnaireResponse",
                                            examples = QuestionnaireResponseProvider.SENT)))
    @APIResponse(
            responseCode = "201",
            description = "Kept and scored, with its version as ETag",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema =
                                    @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 QuestionnaireResponse")))
    @APIResponse(
            responseCode = "200",
            description = "These answers are here already",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema =
                                    @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 QuestionnaireResponse")))
    public Response create(byte[] body, @Context UriInfo uri) {
        return take.take(body, uri);
    }

    static final String SENT = """
            {
              "resourceType": "QuestionnaireResponse",
              "questionnaire": "urn:care:iop:instrument:phq-2",
              "status": "completed",
              "subject": {"reference": "Patient/0198c2a4-7d31-7c55-9a3e-5f0b6a1d2c45"},
              "authored": "2026-11-23T09:05:00-05:00",
              "item": [
                {"linkId": "1", "answer": [{"valueInteger": 2}]},
                {"linkId": "2", "answer": [{"valueInteger": 1}]}
              ]
            }""";

    private Response answer(QuestionnaireResponseSearch search, Searchset searchset) {
        return records.search(
                Told.QUESTIONNAIRE_RESPONSE,
                search.patientId(),
                search.page(),
                patient -> find.of(patient, search),
                searchset);
    }

    /** The fields of a search by POST, for its description; {@link QuestionnaireResponseSearch} reads them. */
    @Schema(
            name = "QuestionnaireResponseSearchForm",
            type = SchemaType.OBJECT,
            requiredProperties = "patient",
            properties = {
                @SchemaProperty(
                        name = "patient",
                        type = SchemaType.STRING,
                        description = "As the parameter of the search by GET"),
                @SchemaProperty(name = "questionnaire", type = SchemaType.STRING, description = "The same"),
                @SchemaProperty(name = "authored", type = SchemaType.STRING, description = "The same; can be repeated"),
                @SchemaProperty(name = "status", type = SchemaType.STRING, description = "The same"),
                @SchemaProperty(name = "_id", type = SchemaType.STRING, description = "The same"),
                @SchemaProperty(
                        name = "_lastUpdated",
                        type = SchemaType.STRING,
                        description = "The same; can be repeated"),
                @SchemaProperty(name = "_count", type = SchemaType.INTEGER, description = "The same"),
                @SchemaProperty(name = "after", type = SchemaType.STRING, description = "The same")
            },
            examples = "{\"patient\": \"Patient/0198c2a4-7d31-7c55-9a3e-5f0b6a1d2c44\", \"_count\": 50}")
    static final class Form {

        private Form() {}
    }
}
