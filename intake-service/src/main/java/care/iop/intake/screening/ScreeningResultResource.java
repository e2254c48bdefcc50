package care.iop.intake.screening;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.intake.referral.Referrals;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/referrals/{referralId}/screening-results")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Screening results", description = "Totals of screening instruments that arrived with a referral")
class ScreeningResultResource {

    private final Referrals referrals;
    private final ScreeningResults results;
    private final AccessAudit audit;

    ScreeningResultResource(Referrals referrals, ScreeningResults results, AccessAudit audit) {
        this.referrals = referrals;
        this.results = results;
        this.audit = audit;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "getScreeningResult", summary = "Read a screening result")
    @APIResponse(
            responseCode = "200",
            description = "The result; it never changes",
            content = @Content(schema = @Schema(implementation = ScreeningResultView.class)))
    public Response get(@PathParam("referralId") UUID referralId, @PathParam("id") UUID id) {
        var result = results.require(referralId, id);
        audit.read("ScreeningResult", id, result.patientId());
        return Response.ok(result.view()).build();
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "listScreeningResults",
            summary = "List the screening results that arrived with a referral")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ScreeningResultList.class)))
    public Response list(
            @PathParam("referralId") UUID referralId,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        var referral = referrals.require(referralId);
        audit.read("ScreeningResult", referralId, referral.patientId());
        return Pages.ok(uri, results.page(referralId, page), page, ScreeningResult::id, ScreeningResultList::of);
    }
}
