package care.iop.intake.estimate;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR, "scheduler", "analyst", "compliance-officer"})
@Tag(
        name = "Estimates",
        description = "What treatment will cost a person; calculated from the request, nothing is stored")
class EstimateResource {

    private final DetermineSlidingFee determineSlidingFee;

    EstimateResource(DetermineSlidingFee determineSlidingFee) {
        this.determineSlidingFee = determineSlidingFee;
    }

    @POST
    @Path("/estimates")
    @Operation(
            operationId = "estimateCosts",
            summary = "Estimate what a member of a plan will pay for dated services; nothing is stored",
            description =
                    "For each service by date: what is left of the deductible, then copay or coinsurance, at most what is left of the out-of-pocket maximum. Everything that the estimate takes for granted is listed.")
    @APIResponse(
            responseCode = "200",
            description = "The estimate",
            content = @Content(schema = @Schema(implementation = EstimateView.class)))
    public EstimateView estimate(@Valid @NotNull EstimateRequest request) {
        refuse(request.contradictions());
        return EstimateView.of(request);
    }

    @POST
    @Path("/sliding-fee")
    @Operation(
            operationId = "determineSlidingFee",
            summary = "Find a household's class of the sliding fee; nothing is stored",
            description =
                    "By the federal poverty guideline that held on the day of the determination. Exactly 100 percent still has the full discount, and exactly 200 percent the last partial one.")
    @APIResponse(
            responseCode = "200",
            description = "The class and how it was found",
            content = @Content(schema = @Schema(implementation = SlidingFeeView.class)))
    public SlidingFeeView slidingFee(@Valid @NotNull SlidingFeeRequest request) {
        return determineSlidingFee.determine(request);
    }

    @POST
    @Path("/payment-plans/schedule")
    @Operation(
            operationId = "schedulePaymentPlan",
            summary = "Divide an amount into dated installments; nothing is stored",
            description = "Equal to the cent; the first or the last installment takes the cents that can't be divided.")
    @APIResponse(
            responseCode = "200",
            description = "The installments",
            content = @Content(schema = @Schema(implementation = PaymentPlan.class)))
    public PaymentPlan paymentPlan(@Valid @NotNull PaymentPlanRequest request) {
        refuse(request.contradictions());
        return PaymentPlan.of(request);
    }

    @POST
    @Path("/good-faith-estimates/deadline")
    @Operation(
            operationId = "findGoodFaithEstimateDeadline",
            summary = "Say until when a self-payer has to have a good-faith estimate; nothing is stored",
            description = "No Surprises Act, 45 CFR 149.610(b)(1)(vi).")
    @APIResponse(
            responseCode = "200",
            description = "The deadline and the rule that it follows from",
            content = @Content(schema = @Schema(implementation = GoodFaithEstimateDeadline.class)))
    public GoodFaithEstimateDeadline goodFaithEstimateDeadline(@Valid @NotNull GoodFaithEstimateRequest request) {
        refuse(request.contradictions());
        return GoodFaithEstimateDeadline.of(request);
    }

    private static void refuse(List<FieldProblem> errors) {
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.INVALID_VALUE,
                    errors.size() == 1 ? "One value can't be accepted." : errors.size() + " values can't be accepted.",
                    errors);
        }
    }
}
