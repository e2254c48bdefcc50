package care.iop.intake.fhir;

import care.iop.chassis.fhir.FhirProvider;
import care.iop.chassis.fhir.FhirR4;
import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.SearchParameter;
import care.iop.chassis.fhir.SearchParameters;
import care.iop.chassis.fhir.Searchset;
import care.iop.intake.IntakeRoles;
import care.iop.intake.referral.Referrals;
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

/** What became of referrals: closes the loop to who sent one, as far as the person consents to it. */
@Path("/fhir/Task")
@Produces({FhirR4.JSON, MediaType.APPLICATION_JSON})
@Tag(name = "FHIR", description = "The FHIR R4 face")
class TaskProvider implements FhirProvider {

    private final TellRecords records;
    private final Referrals referrals;
    private final ZoneId zone;

    TaskProvider(
            TellRecords records, Referrals referrals, @ConfigProperty(name = "iop.placement.time-zone") ZoneId zone) {
        this.records = records;
        this.referrals = referrals;
        this.zone = zone;
    }

    @Override
    public String type() {
        return Told.TASK.type();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"system/Task.r", "system/Task.rs", IntakeRoles.READS_REFERRALS})
    @Operation(
            operationId = "readReferralTask",
            summary = "Read what became of a referral, under the person's consent",
            description =
                    "The identifier is that of the referral, as in the answer to the bundle; businessStatus is its state. The client has to be a registered recipient, and a consent in force has to cover the referral for its purpose (header Purpose-Of-Use, TREAT when absent). Anything else reads as absent. Each answer is accounted for and carries the notice of 42 CFR 2.32.")
    @APIResponse(
            responseCode = "200",
            description = "The resource",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Task")))
    @APIResponse(responseCode = "304", description = "It has still the version that If-None-Match names")
    public Response read(@PathParam("id") String id, @Context Request request) {
        return records.read(Told.TASK, () -> find(id), request);
    }

    private Optional<FhirRecord> find(String id) {
        var uuid = SearchParameters.uuid(id);
        return uuid == null
                ? Optional.empty()
                : referrals.findByIdOptional(uuid).map(TaskMapping::record);
    }

    @GET
    @RolesAllowed({"system/Task.s", "system/Task.rs"})
    @Operation(
            operationId = "searchTasks",
            summary = "Find what became of the referrals of a person, under the person's consent",
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
            @Parameter(description = "fulfill: the only one here")
                    @SearchParameter(SearchParamType.TOKEN)
                    @QueryParam("code")
                    @Nullable
                    String code,
            @Parameter(description = "Whose it is; no Task names an owner here, so that nothing is found by one")
                    @SearchParameter(SearchParamType.REFERENCE)
                    @QueryParam("owner")
                    @Nullable
                    String owner,
            @Parameter(
                            description =
                                    "When the state of the referral last changed: a day of the program's calendar or a moment, with eq, gt, lt, ge or le; can be repeated")
                    @SearchParameter(SearchParamType.DATE)
                    @QueryParam("modified")
                    List<String> modified,
            @Parameter(
                            description =
                                    "received, accepted, in-progress, on-hold, completed, rejected, cancelled or failed, or several with commas")
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
                TaskSearch.of(patient, code, owner, modified, status, id, lastUpdated, count, after),
                new Searchset(uri));
    }

    @POST
    @Path("/_search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"system/Task.s", "system/Task.rs"})
    @Operation(
            operationId = "searchTasksByPost",
            summary = "Find what became of the referrals of a person without naming the person in an address",
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
        return answer(TaskSearch.of(form), Searchset.of(uri, type(), form));
    }

    private Response answer(TaskSearch search, Searchset searchset) {
        return records.search(
                Told.TASK,
                () -> records.patient(search.common().patientId()),
                search.common().page(),
                patient -> search.pageOf(referrals.of(patient.id()), zone),
                searchset);
    }

    /** The fields of a search by POST, for its description; {@link TaskSearch} reads them. */
    @Schema(
            name = "TaskSearchForm",
            type = SchemaType.OBJECT,
            requiredProperties = "patient",
            properties = {
                @SchemaProperty(
                        name = "patient",
                        type = SchemaType.STRING,
                        description = "As the parameter of the search by GET"),
                @SchemaProperty(name = "code", type = SchemaType.STRING, description = "The same"),
                @SchemaProperty(name = "owner", type = SchemaType.STRING, description = "The same"),
                @SchemaProperty(name = "modified", type = SchemaType.STRING, description = "The same; can be repeated"),
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
                    "{\"patient\": \"Patient/0198c2a4-7d31-7c55-9a3e-5f0b6a1d2c44\", \"modified\": \"ge2026-03-01\", \"_count\": 50}")
    static final class Form {

        private Form() {}
    }
}
