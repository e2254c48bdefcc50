package care.iop.intake.fhir;

import care.iop.chassis.fhir.FhirProvider;
import care.iop.chassis.fhir.FhirR4;
import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.SearchParameter;
import care.iop.chassis.fhir.SearchParameters;
import care.iop.chassis.fhir.Searchset;
import care.iop.intake.patient.Patient;
import care.iop.intake.patient.Patients;
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

/** Who a person is, for machines that a consent in force covers. Whoever is not covered reads as absent. */
@Path("/fhir/Patient")
@Produces({FhirR4.JSON, MediaType.APPLICATION_JSON})
@Tag(name = "FHIR", description = "The FHIR R4 face")
class PatientProvider implements FhirProvider {

    private final TellRecords records;
    private final Patients patients;

    PatientProvider(TellRecords records, Patients patients) {
        this.records = records;
        this.patients = patients;
    }

    @Override
    public String type() {
        return Told.PATIENT.type();
    }

    @Override
    public Optional<String> profile() {
        return Told.PATIENT.profile();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"system/Patient.r", "system/Patient.rs"})
    @Operation(
            operationId = "readPatient",
            summary = "Read who a person is, under the person's consent",
            description =
                    "A patient whose record another stands for is inactive and links to it. The client has to be a registered recipient, and a consent in force has to cover demographics for its purpose (header Purpose-Of-Use, TREAT when absent). Anything else reads as absent. Each answer is accounted for and carries the notice of 42 CFR 2.32.")
    @APIResponse(
            responseCode = "200",
            description = "The resource",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Patient")))
    @APIResponse(responseCode = "304", description = "It has still the version that If-None-Match names")
    public Response read(@PathParam("id") String id, @Context Request request) {
        return records.read(Told.PATIENT, () -> find(id), request);
    }

    private Optional<FhirRecord> find(String id) {
        var uuid = SearchParameters.uuid(id);
        return uuid == null ? Optional.empty() : records.patient(uuid).map(this::told);
    }

    private FhirRecord told(Patient patient) {
        return PersonMapping.record(patient.view(), patients.survivorOf(patient).id());
    }

    @GET
    @RolesAllowed({"system/Patient.s", "system/Patient.rs"})
    @Operation(
            operationId = "searchPatients",
            summary = "Find a person by identifiers, or by name and birth date, under the person's consent",
            description =
                    "An identifier is needed, or name and birthdate together; what is given has to fit all. Whoever is not covered by a consent is not found, as one who does not exist.")
    @APIResponse(
            responseCode = "200",
            description = "A Bundle of type searchset, with a link to the next page",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Bundle")))
    public Response search(
            @Parameter(description = "The identifier of ours")
                    @SearchParameter(SearchParamType.TOKEN)
                    @QueryParam("_id")
                    @Nullable
                    String id,
            @Parameter(
                            description = "Any identifier, in the form system|value",
                            example = "https://hospital.example.org/mrn|MRN-0001")
                    @SearchParameter(SearchParamType.TOKEN)
                    @QueryParam("identifier")
                    @Nullable
                    String identifier,
            @Parameter(
                            description =
                                    "The name or the beginnings of its words, without regard to case and accents; alternatives with commas")
                    @SearchParameter(SearchParamType.STRING)
                    @QueryParam("name")
                    @Nullable
                    String name,
            @Parameter(description = "The day the person was born", example = "1988-04-17")
                    @SearchParameter(SearchParamType.DATE)
                    @QueryParam("birthdate")
                    @Nullable
                    String birthDate,
            @Parameter(description = "Resources per page, 1 to 200, 50 when absent") @QueryParam("_count") @Nullable
                    Integer count,
            @Parameter(description = "The cursor of the next link of the page before") @QueryParam("after") @Nullable
                    String after,
            @Context UriInfo uri) {
        return answer(PatientSearch.of(id, identifier, name, birthDate, count, after), new Searchset(uri));
    }

    @POST
    @Path("/_search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"system/Patient.s", "system/Patient.rs"})
    @Operation(
            operationId = "searchPatientsByPost",
            summary = "Find a person by the same without naming the person in an address",
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
        return answer(PatientSearch.of(form), Searchset.of(uri, type(), form));
    }

    private Response answer(PatientSearch search, Searchset searchset) {
        return records.searchPersons(Told.PATIENT, () -> search.find(patients), search.page(), this::told, searchset);
    }

    /** The fields of a search by POST, for its description; {@link PatientSearch} reads them. */
    @Schema(
            name = "PatientSearchForm",
            type = SchemaType.OBJECT,
            properties = {
                @SchemaProperty(
                        name = "_id",
                        type = SchemaType.STRING,
                        description = "As the parameter of the search by GET"),
                @SchemaProperty(name = "identifier", type = SchemaType.STRING, description = "The same"),
                @SchemaProperty(name = "name", type = SchemaType.STRING, description = "The same"),
                @SchemaProperty(name = "birthdate", type = SchemaType.STRING, description = "The same"),
                @SchemaProperty(name = "_count", type = SchemaType.INTEGER, description = "The same"),
                @SchemaProperty(name = "after", type = SchemaType.STRING, description = "The same")
            },
            examples = "{\"identifier\": \"https://hospital.example.org/mrn|MRN-0001\"}")
    static final class Form {

        private Form() {}
    }
}
