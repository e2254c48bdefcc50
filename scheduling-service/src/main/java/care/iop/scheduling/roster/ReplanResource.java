package care.iop.scheduling.roster;

import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Replanning over HTTP: what could be done about a change of a published week, and whom each way disturbs. */
@Path("/api/programs/{id}/replans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roster runs")
class ReplanResource {

    private final ReplanProgram replanProgram;
    private final AccessAudit audit;

    ReplanResource(ReplanProgram replanProgram, AccessAudit audit) {
        this.replanProgram = replanProgram;
        this.audit = audit;
    }

    @POST
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "replanProgram",
            summary =
                    "Find ways to deal with a change of a published week, the least disturbing first; each is a draft that can be published")
    @APIResponse(
            responseCode = "201",
            description = "The proposals; nothing is changed before one is published",
            content = @Content(schema = @Schema(implementation = ReplanView.class)))
    @APIResponse(responseCode = "409", description = "enrollment-not-active or booking-cancelled")
    public Response replan(@PathParam("id") UUID id, @Valid @NotNull ReplanRequest request) {
        var replan = replanProgram.replan(id, request);
        audit.readAll(
                "RosterRun",
                replan.proposals().stream()
                        .flatMap(proposal -> proposal.changes().clients().stream())
                        .map(RosterChangesView.Client::patientId)
                        .toList());
        return Response.status(Response.Status.CREATED).entity(replan).build();
    }
}
