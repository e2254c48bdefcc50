package care.iop.scheduling.fhir;

import care.iop.chassis.fhir.FhirProvider;
import care.iop.chassis.fhir.FhirR4;
import care.iop.chassis.fhir.OpenAnswers;
import care.iop.chassis.fhir.SearchParameter;
import care.iop.chassis.fhir.Searchset;
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

/** The meetings of groups in which a seat may be free. */
@Path("/fhir/Slot")
@Produces({FhirR4.JSON, MediaType.APPLICATION_JSON})
@Tag(name = "FHIR", description = "The FHIR R4 face")
class SlotProvider implements FhirProvider {

    private final FindSlots slots;
    private final OpenAnswers answers;

    SlotProvider(FindSlots slots, OpenAnswers answers) {
        this.slots = slots;
        this.answers = answers;
    }

    @Override
    public String type() {
        return "Slot";
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed({"system/Slot.r", "system/Slot.rs"})
    @Operation(operationId = "readSlot", summary = "Read whether a meeting of a group has a seat")
    @APIResponse(
            responseCode = "200",
            description = "The meeting; busy-unavailable when it has begun",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Slot")))
    @APIResponse(responseCode = "304", description = "It has still the version that If-None-Match names")
    public Response read(@PathParam("id") String id, @Context Request request) {
        return answers.one(this, SlotId.of(id).flatMap(slots::find), request);
    }

    @GET
    @Transactional
    @RolesAllowed({"system/Slot.s", "system/Slot.rs"})
    @Operation(
            operationId = "searchSlots",
            summary = "Find meetings of groups that have not begun",
            description =
                    "In order of time, of the next 28 days unless start says otherwise. Only whether there is a seat is told, never who has one. A search is answered without a total.")
    @APIResponse(
            responseCode = "200",
            description = "A Bundle of type searchset, with a link to the next page",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Bundle")))
    public Response search(
            @Parameter(description = "The program: HealthcareService/ and the identifier")
                    @SearchParameter(SearchParamType.REFERENCE)
                    @QueryParam("schedule.actor")
                    @Nullable
                    String actor,
            @Parameter(
                            description =
                                    "When it starts: a day of the program's calendar or a moment, with eq, gt, lt, ge or le; can be repeated; 92 days at most")
                    @SearchParameter(SearchParamType.DATE)
                    @QueryParam("start")
                    List<String> start,
            @Parameter(description = "GROUP, SKILLS or CHECK_IN, or several with commas")
                    @SearchParameter(SearchParamType.TOKEN)
                    @QueryParam("service-type")
                    @Nullable
                    String kind,
            @Parameter(description = "free or busy, or both with a comma")
                    @SearchParameter(SearchParamType.TOKEN)
                    @QueryParam("status")
                    @Nullable
                    String status,
            @Parameter(description = "Identifiers with commas, 100 at most")
                    @SearchParameter(SearchParamType.TOKEN)
                    @QueryParam("_id")
                    @Nullable
                    String id,
            @Parameter(description = "Resources per page, 1 to 200, 50 when absent") @QueryParam("_count") @Nullable
                    Integer count,
            @Parameter(description = "The cursor of the next link of the page before") @QueryParam("after") @Nullable
                    String after,
            @Context UriInfo uri) {
        return answer(SlotSearch.of(actor, start, kind, status, id, count, after), new Searchset(uri));
    }

    @POST
    @Path("/_search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @RolesAllowed({"system/Slot.s", "system/Slot.rs"})
    @Operation(
            operationId = "searchSlotsByPost",
            summary = "Find meetings of groups by a form",
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
        return answer(SlotSearch.of(form), Searchset.of(uri, type(), form));
    }

    private Response answer(SlotSearch search, Searchset searchset) {
        return answers.page(this, slots.find(search), search.page(), searchset);
    }

    /** The fields of a search by POST, for its description. */
    @Schema(
            name = "SlotSearchForm",
            type = SchemaType.OBJECT,
            properties = {
                @SchemaProperty(
                        name = "schedule.actor",
                        type = SchemaType.STRING,
                        description = "As the parameter of the search by GET"),
                @SchemaProperty(
                        name = "start",
                        type = SchemaType.STRING,
                        description = "As the parameter of the search by GET; can be repeated"),
                @SchemaProperty(
                        name = "service-type",
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
                        name = "_count",
                        type = SchemaType.INTEGER,
                        description = "As the parameter of the search by GET"),
                @SchemaProperty(
                        name = "after",
                        type = SchemaType.STRING,
                        description = "As the parameter of the search by GET")
            },
            examples =
                    "{\"schedule.actor\": \"HealthcareService/0198c2a4-7d31-7c55-9a3e-5f0b6a1d2c44\", \"start\": \"ge2026-12-01\", \"status\": \"free\"}")
    static final class Form {

        private Form() {}
    }
}
