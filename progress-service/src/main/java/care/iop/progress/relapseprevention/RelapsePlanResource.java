package care.iop.progress.relapseprevention;

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

@Path("/api/patients/{patientId}/relapse-prevention-plan")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PATIENT, Roles.CLINICIAN})
@Tag(name = "Relapse prevention", description = "A person's own plan, which answers check-ins with the next step")
class RelapsePlanResource {

    private final RelapsePlans plans;
    private final WriteRelapsePlan writeRelapsePlan;
    private final ConfirmRelapsePlan confirmRelapsePlan;
    private final PatientAccess access;
    private final AccessAudit audit;

    RelapsePlanResource(
            RelapsePlans plans,
            WriteRelapsePlan writeRelapsePlan,
            ConfirmRelapsePlan confirmRelapsePlan,
            PatientAccess access,
            AccessAudit audit) {
        this.plans = plans;
        this.writeRelapsePlan = writeRelapsePlan;
        this.confirmRelapsePlan = confirmRelapsePlan;
        this.access = access;
        this.audit = audit;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Read a person's relapse-prevention plan",
            description = "The version that the person agreed to last: it is the one that answers check-ins.")
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = RelapsePlanView.class)))
    public Response readRelapsePlan(@PathParam("patientId") UUID patientId) {
        var patient = access.require(patientId);
        var plan = plans.inForce(patient)
                .orElseThrow(() -> ProblemException.notFound("plan that the person has agreed to"));
        audit.read("RelapsePlan", plan.id(), patient);
        return answer(Response.ok(), plan);
    }

    @POST
    @Path("versions")
    @Transactional
    @Idempotent
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Any key of the caller's choice: the same request with the same key has effect once",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128))
    @Operation(
            summary = "Write a new version of a person's relapse-prevention plan",
            description =
                    "What the person writes counts at once; what a clinician writes counts when the person agrees. Older"
                            + " versions are kept.")
    @APIResponse(
            responseCode = "201",
            description = "The new version",
            headers = {
                @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = RelapsePlanView.class)))
    @APIResponse(responseCode = "409", description = "It is not based on the newest version")
    public Response writeRelapsePlan(
            @PathParam("patientId") UUID patientId,
            @NotNull @Valid WriteRelapsePlanRequest request,
            @Context UriInfo uri) {
        var plan = writeRelapsePlan.write(patientId, request);
        return answer(
                Response.created(
                        uri.getAbsolutePathBuilder().path(plan.id().toString()).build()),
                plan);
    }

    @GET
    @Path("versions")
    @Transactional
    @Operation(summary = "List the versions of a person's relapse-prevention plan, the first one first")
    @APIResponse(
            responseCode = "200",
            description = "A page of versions",
            headers =
                    @Header(
                            name = "Link",
                            description = "rel=\"next\" with the next page, when there is one",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = RelapsePlanPage.class)))
    public Response listRelapsePlanVersions(
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
        var rows = plans.page(patient, page);
        audit.readAll("RelapsePlan", List.of(patient));
        return Pages.ok(
                uri,
                rows,
                page,
                RelapsePlan::id,
                shown -> new RelapsePlanPage(
                        shown.stream().map(RelapsePlanView::of).toList()));
    }

    @GET
    @Path("versions/{planId}")
    @Transactional
    @Operation(summary = "Read a version of a person's relapse-prevention plan")
    @APIResponse(
            responseCode = "200",
            description = "The version",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = RelapsePlanView.class)))
    public Response readRelapsePlanVersion(@PathParam("patientId") UUID patientId, @PathParam("planId") UUID planId) {
        var patient = access.require(patientId);
        var plan = plans.find(patient, planId).orElseThrow(() -> ProblemException.notFound("version of the plan"));
        audit.read("RelapsePlan", plan.id(), patient);
        return answer(Response.ok(), plan);
    }

    @POST
    @Path("versions/{planId}/agreement")
    @RolesAllowed(Roles.PATIENT)
    @Transactional
    @Operation(
            summary = "Agree to the newest version of the own plan",
            description = "From then on it is the one that answers check-ins.")
    @APIResponse(
            responseCode = "200",
            description = "The version agreed to",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = RelapsePlanView.class)))
    @APIResponse(responseCode = "409", description = "There is a newer version, or this one has been agreed to")
    public Response agreeToRelapsePlan(
            @PathParam("patientId") UUID patientId,
            @PathParam("planId") UUID planId,
            @Parameter(description = "The ETag of what was read", example = "\"1\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch) {
        return answer(Response.ok(), confirmRelapsePlan.agree(patientId, planId, ifMatch));
    }

    @POST
    @Path("versions/{planId}/review")
    @RolesAllowed(Roles.CLINICIAN)
    @Transactional
    @Operation(summary = "Note that one has gone through a version with the person who wrote it")
    @APIResponse(
            responseCode = "200",
            description = "The reviewed version",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = RelapsePlanView.class)))
    @APIResponse(responseCode = "409", description = "A clinician has gone through it before")
    public Response reviewRelapsePlan(
            @PathParam("patientId") UUID patientId,
            @PathParam("planId") UUID planId,
            @Parameter(description = "The ETag of what was read", example = "\"1\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch) {
        return answer(Response.ok(), confirmRelapsePlan.review(patientId, planId, ifMatch));
    }

    private static Response answer(ResponseBuilder response, RelapsePlan plan) {
        return response.header(HttpHeaders.ETAG, ETags.of(plan.version()))
                .entity(RelapsePlanView.of(plan))
                .build();
    }
}
