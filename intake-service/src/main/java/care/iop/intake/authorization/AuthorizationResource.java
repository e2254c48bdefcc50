package care.iop.intake.authorization;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.patient.Patients;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/patients/{id}/authorizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Authorizations",
        description = "What payers allow of treatment, how it burns down, and when it will run out")
class AuthorizationResource {

    private static final String NOT_NOW = "authorization-move-not-allowed: the advice says what can be done";
    private static final String NOT_NOW_OR_TWICE = NOT_NOW
            + "; authorization-overlaps: another one of the same payer counts the same service on the same days";

    private final Authorizations authorizations;
    private final AuthorizeTreatment authorizeTreatment;
    private final ForecastAuthorizations forecast;
    private final AuthorizationPolicy policy;
    private final Patients patients;
    private final AccessAudit audit;

    AuthorizationResource(
            Authorizations authorizations,
            AuthorizeTreatment authorizeTreatment,
            ForecastAuthorizations forecast,
            AuthorizationPolicy policy,
            Patients patients,
            AccessAudit audit) {
        this.authorizations = authorizations;
        this.authorizeTreatment = authorizeTreatment;
        this.forecast = forecast;
        this.policy = policy;
        this.patients = patients;
        this.audit = audit;
    }

    @POST
    @RolesAllowed(COORDINATOR)
    @Idempotent
    @Transactional
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Makes a retry safe: the same key and request get the first answer again",
            schema = @Schema(type = SchemaType.STRING, maxLength = 128))
    @Operation(
            operationId = "requestAuthorization",
            summary = "Record what a payer was asked to allow",
            description =
                    "Each service is counted by the rule that the program has for its code, which is kept with it.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded as REQUESTED, with the version as ETag",
            content = @Content(schema = @Schema(implementation = AuthorizationView.class)))
    @APIResponse(responseCode = "409", description = "patient-merged: another record stands for this patient")
    public Response request(
            @PathParam("id") UUID id, @Valid @NotNull AuthorizationRequest request, @Context UriInfo uri) {
        var authorization = authorizeTreatment.request(id, request);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(authorization.id().toString())
                        .build())
                .header(HttpHeaders.ETAG, ETags.of(authorization.version()))
                .entity(view(authorization))
                .build();
    }

    @POST
    @Path("/{authorizationId}/decision")
    @RolesAllowed(COORDINATOR)
    @Transactional
    @Operation(operationId = "decideAuthorization", summary = "Record what the payer decided on a request")
    @APIResponse(
            responseCode = "200",
            description = "The authorization as decided, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = AuthorizationView.class)))
    @APIResponse(responseCode = "409", description = NOT_NOW_OR_TWICE)
    public Response decide(
            @PathParam("id") UUID id,
            @PathParam("authorizationId") UUID authorizationId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull AuthorizationDecisionRequest request) {
        return answer(authorizeTreatment.decide(id, authorizationId, ifMatch, request));
    }

    @POST
    @Path("/{authorizationId}/extensions")
    @RolesAllowed(COORDINATOR)
    @Transactional
    @Operation(
            operationId = "extendAuthorization",
            summary = "Record what came of a concurrent review",
            description =
                    "Added units come on top of those approved before; a denied review leaves them, and is history.")
    @APIResponse(
            responseCode = "200",
            description = "The authorization as it is now, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = AuthorizationView.class)))
    @APIResponse(responseCode = "409", description = NOT_NOW_OR_TWICE)
    public Response extend(
            @PathParam("id") UUID id,
            @PathParam("authorizationId") UUID authorizationId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull AuthorizationExtensionRequest request) {
        return answer(authorizeTreatment.extend(id, authorizationId, ifMatch, request));
    }

    @POST
    @Path("/{authorizationId}/revisions")
    @RolesAllowed(COORDINATOR)
    @Transactional
    @Operation(
            operationId = "reviseAuthorization",
            summary = "Record what an authorization should have said",
            description = "The whole terms again; how it stood before stays in its history.")
    @APIResponse(
            responseCode = "200",
            description = "The authorization as it is now, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = AuthorizationView.class)))
    @APIResponse(responseCode = "409", description = NOT_NOW_OR_TWICE)
    public Response revise(
            @PathParam("id") UUID id,
            @PathParam("authorizationId") UUID authorizationId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull AuthorizationRevisionRequest request) {
        return answer(authorizeTreatment.revise(id, authorizationId, ifMatch, request));
    }

    @POST
    @Path("/{authorizationId}/closure")
    @RolesAllowed(COORDINATOR)
    @Transactional
    @Operation(
            operationId = "closeAuthorization",
            summary = "Record that the program does not rely on an authorization any more",
            description = "From then on it neither allows nor limits what is scheduled.")
    @APIResponse(
            responseCode = "200",
            description = "The authorization as closed, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = AuthorizationView.class)))
    @APIResponse(responseCode = "409", description = NOT_NOW)
    public Response close(
            @PathParam("id") UUID id,
            @PathParam("authorizationId") UUID authorizationId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull AuthorizationClosureRequest request) {
        return answer(authorizeTreatment.close(id, authorizationId, ifMatch, request));
    }

    @GET
    @Path("/{authorizationId}")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "getAuthorization", summary = "Read an authorization with its history")
    @APIResponse(
            responseCode = "200",
            description = "The authorization, with the version as ETag",
            content = @Content(schema = @Schema(implementation = AuthorizationView.class)))
    public Response get(@PathParam("id") UUID id, @PathParam("authorizationId") UUID authorizationId) {
        var authorization = authorizations.require(id, authorizationId);
        audit.read("Authorization", authorizationId, id);
        return answer(authorization);
    }

    @GET
    @Path("/{authorizationId}/burn-down")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "getAuthorizationBurnDown",
            summary = "Read what of an authorization is delivered, scheduled and left, and how long it will last",
            description = "Counted from what scheduling told of bookings and attendance, as of today."
                    + " Delivered minutes count, not scheduled ones.")
    @APIResponse(
            responseCode = "200",
            description = "The burn-down with its reasons",
            content = @Content(schema = @Schema(implementation = BurnDownView.class)))
    @APIResponse(responseCode = "409", description = "authorization-move-not-allowed: nothing was approved")
    public BurnDownView burnDown(@PathParam("id") UUID id, @PathParam("authorizationId") UUID authorizationId) {
        var authorization = authorizations.require(id, authorizationId);
        audit.read("Authorization", authorizationId, id);
        if (!authorization.isInForce() && authorization.status() != AuthorizationStatus.CLOSED) {
            throw new ProblemException(
                    IntakeProblem.AUTHORIZATION_MOVE_NOT_ALLOWED,
                    "The authorization is " + authorization.status() + ": nothing was approved that could burn down.");
        }
        return BurnDownView.of(authorization, forecast.burnDown(authorization), policyWords());
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "listAuthorizations",
            summary = "List a patient's authorizations, denied and closed ones included")
    @APIResponse(
            responseCode = "200",
            description = "One page, in the order in which they were recorded",
            content = @Content(schema = @Schema(implementation = AuthorizationList.class)))
    public Response list(
            @PathParam("id") UUID id,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        patients.require(id);
        audit.read("Authorization", id, id);
        return Pages.ok(
                uri,
                authorizations.page(id, page),
                page,
                Authorization::id,
                found -> new AuthorizationList(found.stream().map(this::view).toList()));
    }

    private Response answer(Authorization authorization) {
        return Response.ok(view(authorization))
                .header(HttpHeaders.ETAG, ETags.of(authorization.version()))
                .build();
    }

    private AuthorizationView view(Authorization authorization) {
        return authorization.view(policyWords());
    }

    private String policyWords() {
        return policy.forecast().words(policy.version());
    }
}
