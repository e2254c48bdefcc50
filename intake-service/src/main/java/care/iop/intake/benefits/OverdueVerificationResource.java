package care.iop.intake.benefits;

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

/** Whose benefits have to be verified again. */
@Path("/api/overdue-benefit-verifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Benefit verifications",
        description = "What payers said when they were asked; corrections and repetitions are new verifications")
class OverdueVerificationResource {

    private final BenefitVerifications verifications;
    private final BenefitCalendar calendar;
    private final AccessAudit audit;

    OverdueVerificationResource(BenefitVerifications verifications, BenefitCalendar calendar, AccessAudit audit) {
        this.verifications = verifications;
        this.calendar = calendar;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "listOverdueBenefitVerifications",
            summary = "List the active coverages that have to be verified again",
            description = "Of people with an open referral or a stay that has not ended."
                    + " How often that is due is a policy, for a clinical owner to confirm.")
    @APIResponse(
            responseCode = "200",
            description = "One page, in the order in which they were recorded",
            content = @Content(schema = @Schema(implementation = BenefitVerificationList.class)))
    public Response list(
            @Parameter(description = "Overdue on this day; today when absent, a later day to look ahead")
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
        var day = on == null ? calendar.today() : on;
        var faults = new ArrayList<FieldProblem>();
        PlausibleDay.check(faults, "on", day);
        if (!faults.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_VALUE, "One value can't be accepted.", faults);
        }
        var found = verifications.overdue(day, page);
        audit.readAll(
                "BenefitVerification",
                found.stream()
                        .limit(page.limit())
                        .map(BenefitVerification::patientId)
                        .toList());
        return Pages.ok(
                uri,
                found,
                page,
                BenefitVerification::id,
                shown -> new BenefitVerificationList(shown.stream()
                        .map(one -> one.view(day, calendar.policy().words()))
                        .toList()));
    }
}
