package care.iop.intake.authorization;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.estimate.PlausibleDay;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which authorizations somebody has to look at. */
@Path("/api/due-authorizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Authorizations",
        description = "What payers allow of treatment, how it burns down, and when it will run out")
class DueAuthorizationResource {

    private final Authorizations authorizations;
    private final AuthorizationPolicy policy;
    private final AccessAudit audit;

    DueAuthorizationResource(Authorizations authorizations, AuthorizationPolicy policy, AccessAudit audit) {
        this.authorizations = authorizations;
        this.policy = policy;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "listDueAuthorizations",
            summary = "List the authorizations that are due for concurrent review or will run out",
            description = "Of everybody in the organization who is not discharged, by the latest forecast: it follows"
                    + " bookings and attendance within seconds, and is made anew each day.")
    @APIResponse(
            responseCode = "200",
            description = "One page, in the order in which they were recorded",
            content = @Content(schema = @Schema(implementation = DueAuthorizationList.class)))
    public Response list(
            @Parameter(description = "Due for review by this day; today when absent, a later day to look ahead")
                    @QueryParam("on")
                    @Nullable
                    LocalDate on,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        var day = on == null ? policy.today() : on;
        var faults = new ArrayList<FieldProblem>();
        PlausibleDay.check(faults, "on", day);
        if (!faults.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_VALUE, "One value can't be accepted.", faults);
        }
        var found = authorizations.due(day, page);
        audit.readAll(
                "Authorization",
                found.stream().limit(page.limit()).map(Authorization::patientId).toList());
        return Pages.ok(
                uri,
                found,
                page,
                Authorization::id,
                shown -> new DueAuthorizationList(
                        shown.stream().map(one -> one.due(day)).toList(),
                        policy.forecast().words(policy.version())));
    }
}
