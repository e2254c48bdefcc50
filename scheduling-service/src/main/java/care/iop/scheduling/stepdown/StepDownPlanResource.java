package care.iop.scheduling.stepdown;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.idempotency.Idempotent;
import care.iop.scheduling.booking.BookingRefusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** Plans of stepping down over HTTP. */
@Path("/api/step-down-plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Step-down plans",
        description = "Fewer days step by step, aftercare and touches after it, as dated proposals")
class StepDownPlanResource {

    private static final int MOST_PLANS = 20;

    private final PlanStepDown planStepDown;

    StepDownPlanResource(PlanStepDown planStepDown) {
        this.planStepDown = planStepDown;
    }

    @POST
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "proposeStepDown",
            summary = "Propose days for stepping down, aftercare and touches after it; nothing is booked by that",
            description =
                    "The steps, their lengths and the dates follow the program's own policy, from configuration: 5, 3, 2 and 1 days a week, each held for two weeks, aftercare weekly for twelve weeks and then monthly to a year, unless configured otherwise.")
    @APIResponse(
            responseCode = "201",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = StepDownPlanView.class)))
    @APIResponse(responseCode = "409", description = "enrollment-not-active")
    public Response propose(@Valid @NotNull StepDownPlanRequest request, @Context UriInfo uri) {
        var plan = planStepDown.propose(request);
        return Response.created(
                        uri.getAbsolutePathBuilder().path(plan.id().toString()).build())
                .entity(plan)
                .build();
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Operation(operationId = "listStepDownPlans", summary = "List a client's plans of stepping down, the newest 20")
    @APIResponse(
            responseCode = "200",
            description = "The plans, newest first",
            content = @Content(schema = @Schema(implementation = StepDownPlanList.class)))
    public StepDownPlanList list(
            @Parameter(required = true, description = "The client's enrollment") @QueryParam("enrollmentId") @NotNull
                    UUID enrollmentId) {
        return planStepDown.newestOf(enrollmentId, MOST_PLANS);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Operation(operationId = "getStepDownPlan", summary = "Read a plan of stepping down and what is booked of it")
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = StepDownPlanView.class)))
    public StepDownPlanView get(@PathParam("id") UUID id) {
        return planStepDown.read(id);
    }

    @POST
    @Path("/{id}/bookings")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Operation(
            operationId = "bookProposals",
            summary = "Book proposals of a plan: all that are named, or nothing and a report of every obstacle")
    @APIResponse(
            responseCode = "201",
            description = "The plan, with the bookings of the proposals",
            content = @Content(schema = @Schema(implementation = StepDownPlanView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "bookings-in-the-way with the obstacles and the nearest that is free, proposal-booked or enrollment-not-active")
    public Response book(@PathParam("id") UUID id, @Valid @NotNull BookProposalsRequest request) {
        return BookingRefusal.againAfterARace(() -> planStepDown.book(id, request));
    }
}
