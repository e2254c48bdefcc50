package care.iop.intake.fhir;

import static care.iop.intake.IntakeRoles.SENDS_REFERRALS;

import care.iop.chassis.fhir.Capabilities;
import care.iop.chassis.fhir.FhirProvider;
import care.iop.chassis.fhir.FhirR4;
import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.SearchParameter;
import care.iop.chassis.fhir.SearchParameters;
import care.iop.chassis.fhir.Searchset;
import care.iop.intake.referral.Referrals;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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

/** Referrals, for machines that a consent in force covers. Whoever is not covered reads as absent. */
@Path("/fhir/ServiceRequest")
@Produces({FhirR4.JSON, MediaType.APPLICATION_JSON})
@Tag(name = "FHIR", description = "The FHIR R4 face")
class ServiceRequestProvider implements FhirProvider {

    private final TellRecords records;
    private final Referrals referrals;
    private final ReceiveReferrals receiveReferrals;
    private final ZoneId zone;

    ServiceRequestProvider(
            TellRecords records,
            Referrals referrals,
            ReceiveReferrals receiveReferrals,
            @ConfigProperty(name = "iop.placement.time-zone") ZoneId zone) {
        this.records = records;
        this.referrals = referrals;
        this.receiveReferrals = receiveReferrals;
        this.zone = zone;
    }

    @Override
    public String type() {
        return Told.SERVICE_REQUEST.type();
    }

    @Override
    public Optional<String> profile() {
        return Told.SERVICE_REQUEST.profile();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"system/ServiceRequest.r", "system/ServiceRequest.rs"})
    @Operation(
            operationId = "readServiceRequest",
            summary = "Read a referral, under the person's consent",
            description =
                    "What became of it is its Task. The client has to be a registered recipient, and a consent in force has to cover the referral for its purpose (header Purpose-Of-Use, TREAT when absent). Anything else reads as absent. Each answer is accounted for and carries the notice of 42 CFR 2.32.")
    @APIResponse(
            responseCode = "200",
            description = "The resource",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 ServiceRequest")))
    @APIResponse(responseCode = "304", description = "It has still the version that If-None-Match names")
    public Response read(@PathParam("id") String id, @Context Request request) {
        return records.read(Told.SERVICE_REQUEST, () -> find(id), request);
    }

    private Optional<FhirRecord> find(String id) {
        var uuid = SearchParameters.uuid(id);
        return uuid == null
                ? Optional.empty()
                : referrals.findByIdOptional(uuid).map(ReferralMapping::record);
    }

    @GET
    @RolesAllowed({"system/ServiceRequest.s", "system/ServiceRequest.rs"})
    @Operation(
            operationId = "searchServiceRequests",
            summary = "Find referrals of a person, under the person's consent",
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
                                    "When the referral came: a day of the program's calendar or a moment, with eq, gt, lt, ge or le; can be repeated")
                    @SearchParameter(SearchParamType.DATE)
                    @QueryParam("authored")
                    List<String> authored,
            @Parameter(description = "active, completed or revoked, or several with commas")
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
        return answer(ReferralSearch.of(patient, authored, status, id, lastUpdated, count, after), new Searchset(uri));
    }

    @POST
    @Path("/_search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"system/ServiceRequest.s", "system/ServiceRequest.rs"})
    @Operation(
            operationId = "searchServiceRequestsByPost",
            summary = "Find referrals of a person without naming the person in an address",
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
        return answer(ReferralSearch.of(form), Searchset.of(uri, type(), form));
    }

    @POST
    @Consumes({FhirR4.JSON, MediaType.APPLICATION_JSON})
    @RolesAllowed(SENDS_REFERRALS)
    @Operation(
            operationId = "createServiceRequest",
            summary = "Refer a person by one request; the same request again changes nothing",
            description =
                    "An active ServiceRequest, up to 1 MiB, with an identifier of the sender and the person as a contained Patient, whom its subject names. A person who is known already is recognized by the Patient's identifiers, and their details are not changed. The request is recognized by its identifier, with or without If-None-Exist. Contained Coverages and totals of screening instruments are taken as from a Bundle; the answer says what was not taken. To read the referral afterwards needs the person's consent.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            description = "A FHIR R4 ServiceRequest",
                                            examples = ServiceRequestProvider.SENT)))
    @APIResponse(
            responseCode = "201",
            description = "Referred; Location is the ServiceRequest",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 OperationOutcome")))
    @APIResponse(
            responseCode = "200",
            description = "The same request has come before; Location is the ServiceRequest",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 OperationOutcome")))
    @APIResponse(
            responseCode = "409",
            description =
                    "identity-conflict: the identifiers name several of our patients, or one with another birth date")
    public Response create(
            @Parameter(
                            description =
                                    "identifier=, and the system and the value of the request's own identifier with a bar between them; of several identifiers the first in the order of their characters")
                    @HeaderParam(Capabilities.IF_NONE_EXIST)
                    @Nullable
                    String ifNoneExist,
            byte[] body,
            @Context UriInfo uri) {
        return receiveReferrals.create(body, ifNoneExist, uri);
    }

    private Response answer(ReferralSearch search, Searchset searchset) {
        return records.search(
                Told.SERVICE_REQUEST,
                () -> records.patient(search.common().patientId()),
                search.common().page(),
                patient -> search.pageOf(referrals.of(patient.id()), zone),
                searchset);
    }

    static final String SENT = """
            {
              "resourceType": "ServiceRequest",
              "contained": [{
                "resourceType": "Patient",
                "id": "person",
                "identifier": [{"system": "https://hospital.example.org/mrn", "value": "MRN-0001"}],
                "name": [{"use": "official", "family": "Example", "given": ["Avery"]}],
                "gender": "female",
                "birthDate": "1988-04-17"
              }],
              "identifier": [{"system": "https://hospital.example.org/orders", "value": "ORD-0001"}],
              "status": "active",
              "intent": "order",
              "category": [{"coding": [{"system": "http://snomed.info/sct", "code": "3457005"}]}],
              "priority": "urgent",
              "subject": {"reference": "#person"}
            }""";

    /** The fields of a search by POST, for its description; {@link ReferralSearch} reads them. */
    @Schema(
            name = "ServiceRequestSearchForm",
            type = SchemaType.OBJECT,
            requiredProperties = "patient",
            properties = {
                @SchemaProperty(
                        name = "patient",
                        type = SchemaType.STRING,
                        description = "As the parameter of the search by GET"),
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
            examples =
                    "{\"patient\": \"Patient/0198c2a4-7d31-7c55-9a3e-5f0b6a1d2c44\", \"authored\": \"ge2026-03-01\", \"_count\": 50}")
    static final class Form {

        private Form() {}
    }
}
