package care.iop.intake.referral;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
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

/**
 * Referrals over HTTP. Each step of a referral is a POST to a noun below it, guarded by If-Match, and answers the
 * referral as it stands then.
 */
@Path("/api/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals", description = "Requests to take a person in, and the steps to their end")
class ReferralResource {

    private final Referrals referrals;
    private final ReferPatient referPatient;
    private final MoveReferral moveReferral;
    private final AccessTargets targets;
    private final Clock clock;
    private final AccessAudit audit;

    ReferralResource(
            Referrals referrals,
            ReferPatient referPatient,
            MoveReferral moveReferral,
            AccessTargets targets,
            Clock clock,
            AccessAudit audit) {
        this.referrals = referrals;
        this.referPatient = referPatient;
        this.moveReferral = moveReferral;
        this.targets = targets;
        this.clock = clock;
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
            operationId = "receiveReferral",
            summary = "Receive a referral, and register the person with it if they are new")
    @APIResponse(
            responseCode = "201",
            description = "Received",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    @APIResponse(responseCode = "409", description = "identifier-taken")
    public Response receive(@Valid @NotNull ReferralRequest request, @Context UriInfo uri) {
        var referral = referPatient.refer(request, null);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(referral.id().toString())
                        .build())
                .header(HttpHeaders.ETAG, ETags.of(referral.version()))
                .entity(referral.view(targets, clock.instant()))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "getReferral", summary = "Read a referral")
    @APIResponse(
            responseCode = "200",
            description = "The referral, with the version as ETag",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response get(@PathParam("id") UUID id) {
        var referral = referrals.require(id);
        audit.read("Referral", id, referral.patientId());
        return answer(referral);
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "listReferrals", summary = "List referrals in order of arrival")
    @APIResponse(
            responseCode = "200",
            description = "One page, without the reasons for referral",
            content = @Content(schema = @Schema(implementation = ReferralList.class)))
    public Response list(
            @Parameter(description = "Only those in this state") @QueryParam("status") @Nullable ReferralStatus status,
            @Parameter(description = "Only those of this patient") @QueryParam("patientId") @Nullable UUID patientId,
            @Parameter(description = "Only those that arrived at this time or later")
                    @QueryParam("receivedFrom")
                    @Nullable
                    Instant receivedFrom,
            @Parameter(description = "Only those that arrived before this time") @QueryParam("receivedBefore") @Nullable
                    Instant receivedBefore,
            @Parameter(description = "Only those for whom this is past due") @QueryParam("overdue") @Nullable
                    Overdue overdue,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        var now = clock.instant();
        var found = referrals.page(
                new ReferralFilter(status, patientId, receivedFrom, receivedBefore, overdue), targets, now, page);
        audit.readAll(
                "Referral",
                found.stream().limit(page.limit()).map(Referral::patientId).toList());
        return Pages.ok(uri, found, page, Referral::id, rows -> ReferralList.of(rows, targets, now));
    }

    @POST
    @Path("/{id}/acknowledgement")
    @RolesAllowed(COORDINATOR)
    @Operation(
            operationId = "acknowledgeReferral",
            summary = "Acknowledge: note that the sender has had an answer; the first time stands")
    @APIResponse(
            responseCode = "200",
            description = "The referral as acknowledged, with the version as ETag",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    @APIResponse(responseCode = "409", description = "referral-move-not-allowed")
    public Response acknowledge(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(moveReferral.move(id, ifMatch, Referral::acknowledge));
    }

    @POST
    @Path("/{id}/screening")
    @RolesAllowed(COORDINATOR)
    @Operation(operationId = "startScreening", summary = "Begin the screening")
    @APIResponse(
            responseCode = "200",
            description = "The referral in screening, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    @APIResponse(responseCode = "409", description = "referral-move-not-allowed")
    public Response startScreening(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(moveReferral.move(id, ifMatch, Referral::startScreening));
    }

    @PUT
    @Path("/{id}/access-times")
    @RolesAllowed({COORDINATOR, CLINICIAN})
    @Operation(
            operationId = "recordAccessTimes",
            summary = "Record when the person first asked, was offered an appointment and had a service")
    @APIResponse(
            responseCode = "200",
            description = "The referral with these times, and the new version as ETag",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response recordAccessTimes(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull AccessTimesRequest request) {
        return answer(moveReferral.move(id, ifMatch, (referral, at) -> referral.recordAccess(request, at)));
    }

    @POST
    @Path("/{id}/referral-elsewhere")
    @RolesAllowed(COORDINATOR)
    @Operation(
            operationId = "referElsewhere",
            summary = "Close a referral because the person is better served elsewhere")
    @APIResponse(
            responseCode = "200",
            description = "The closed referral, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    @APIResponse(responseCode = "409", description = "referral-move-not-allowed")
    public Response referElsewhere(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ReferralElsewhereRequest request) {
        return answer(moveReferral.move(
                id, ifMatch, (referral, at) -> referral.referElsewhere(request.reason(), request.referredTo(), at)));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed(COORDINATOR)
    @Operation(
            operationId = "withdrawReferral",
            summary = "Close a referral because the person or the sender takes it back")
    @APIResponse(
            responseCode = "200",
            description = "The closed referral, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    @APIResponse(responseCode = "409", description = "referral-move-not-allowed")
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull WithdrawalRequest request) {
        return answer(moveReferral.move(id, ifMatch, (referral, at) -> referral.withdraw(request.reason(), at)));
    }

    @POST
    @Path("/{id}/loss")
    @RolesAllowed(COORDINATOR)
    @Operation(operationId = "loseReferral", summary = "Close a referral because the person can't be reached any more")
    @APIResponse(
            responseCode = "200",
            description = "The closed referral, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    @APIResponse(responseCode = "409", description = "referral-move-not-allowed")
    public Response lose(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull LossRequest request) {
        return answer(moveReferral.move(id, ifMatch, (referral, at) -> referral.lose(request.reason(), at)));
    }

    private Response answer(Referral referral) {
        return Response.ok(referral.view(targets, clock.instant()))
                .header(HttpHeaders.ETAG, ETags.of(referral.version()))
                .build();
    }
}
