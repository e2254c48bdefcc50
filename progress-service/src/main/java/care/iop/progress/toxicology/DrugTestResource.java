package care.iop.progress.toxicology;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import care.iop.progress.episode.PatientAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/patients/{patientId}/drug-tests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PATIENT, Roles.CLINICIAN})
@Tag(name = "Drug tests", description = "Toxicology: what tests found, apart from what a person says")
class DrugTestResource {

    private final DrugTests tests;
    private final RecordDrugTest recordDrugTest;
    private final VoidDrugTest voidDrugTest;
    private final PatientAccess access;
    private final AccessAudit audit;

    DrugTestResource(
            DrugTests tests,
            RecordDrugTest recordDrugTest,
            VoidDrugTest voidDrugTest,
            PatientAccess access,
            AccessAudit audit) {
        this.tests = tests;
        this.recordDrugTest = recordDrugTest;
        this.voidDrugTest = voidDrugTest;
        this.access = access;
        this.audit = audit;
    }

    @POST
    @RolesAllowed(Roles.CLINICIAN)
    @Transactional
    @Idempotent
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Any key of the caller's choice: the same request with the same key has effect once",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128))
    @Operation(
            summary = "Record the result of a drug test",
            description =
                    "It raises no alert, is in no event and on no FHIR resource. A laboratory's confirmation is a result of its own.")
    @APIResponse(
            responseCode = "201",
            description = "The result",
            headers = {
                @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = DrugTestView.class)))
    public Response recordDrugTest(
            @PathParam("patientId") UUID patientId,
            @NotNull @Valid RecordDrugTestRequest request,
            @Context UriInfo uri) {
        var test = recordDrugTest.record(patientId, request);
        return answer(
                Response.created(
                        uri.getAbsolutePathBuilder().path(test.id().toString()).build()),
                test);
    }

    @GET
    @Transactional
    @Operation(
            summary = "List a person's drug tests",
            description = "In the order of recording; voided ones are among them.")
    @APIResponse(
            responseCode = "200",
            description = "A page of results",
            headers =
                    @Header(
                            name = "Link",
                            description = "rel=\"next\" with the next page, when there is one",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = DrugTestPage.class)))
    public Response listDrugTests(
            @PathParam("patientId") UUID patientId,
            @Parameter(description = "Rows on a page, 1 to 200; 50 when left out") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "Where the page begins: taken from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var patient = access.require(patientId);
        var page = PageRequest.of(limit, after);
        var rows = tests.page(patient, page);
        audit.readAll("DrugTest", List.of(patient));
        return Pages.ok(
                uri,
                rows,
                page,
                DrugTest::id,
                shown -> new DrugTestPage(shown.stream().map(DrugTestView::of).toList()));
    }

    @GET
    @Path("{drugTestId}")
    @Transactional
    @Operation(summary = "Read the result of a drug test")
    @APIResponse(
            responseCode = "200",
            description = "The result",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = DrugTestView.class)))
    public Response readDrugTest(@PathParam("patientId") UUID patientId, @PathParam("drugTestId") UUID drugTestId) {
        var patient = access.require(patientId);
        var test = tests.find(patient, drugTestId).orElseThrow(() -> ProblemException.notFound("drug test"));
        audit.read("DrugTest", test.id(), patient);
        return answer(Response.ok(), test);
    }

    @POST
    @Path("{drugTestId}/void")
    @RolesAllowed(Roles.CLINICIAN)
    @Transactional
    @Operation(
            summary = "Void a drug test that was entered in error",
            description =
                    "It is kept with who voided it and why, and counts nowhere any more. A void can't be undone; the right result"
                            + " is recorded as a new one.")
    @APIResponse(
            responseCode = "200",
            description = "The void result",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = DrugTestView.class)))
    @APIResponse(responseCode = "409", description = "It is void already")
    public Response voidDrugTest(
            @PathParam("patientId") UUID patientId,
            @PathParam("drugTestId") UUID drugTestId,
            @Parameter(description = "The ETag of what was read", example = "\"1\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @NotNull @Valid VoidDrugTestRequest request) {
        return answer(Response.ok(), voidDrugTest.makeVoid(patientId, drugTestId, request.reason(), ifMatch));
    }

    private static Response answer(ResponseBuilder response, DrugTest test) {
        return response.header(HttpHeaders.ETAG, ETags.of(test.version()))
                .entity(DrugTestView.of(test))
                .build();
    }
}
