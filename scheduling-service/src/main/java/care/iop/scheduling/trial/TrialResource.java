package care.iop.scheduling.trial;

import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.document.ImportProgram;
import care.iop.scheduling.enrollment.EnrollForTrial;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.exchange.ExchangeException;
import care.iop.scheduling.roster.exchange.ExchangeWeek;
import care.iop.scheduling.roster.exchange.RosterExchange;
import care.iop.scheduling.session.SaneDate;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Programs for trying out, over HTTP. */
@Path("/api/programs/{id}/trial")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
class TrialResource {

    private final ImportProgram importProgram;
    private final EnrollForTrial enrollForTrial;
    private final Programs programs;
    private final boolean enabled;

    TrialResource(
            ImportProgram importProgram,
            EnrollForTrial enrollForTrial,
            Programs programs,
            @ConfigProperty(name = "scheduling.trials.enabled") boolean enabled) {
        this.importProgram = importProgram;
        this.enrollForTrial = enrollForTrial;
        this.programs = programs;
        this.enabled = enabled;
    }

    @PUT
    @RolesAllowed({PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "openTrial",
            summary =
                    "Open a program of one week with invented clients from a document of the roster exchange format, for trying out")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExchangeWeek.class)))
    @APIResponse(
            responseCode = "201",
            description = "Opened, with everybody enrolled",
            content = @Content(schema = @Schema(implementation = TrialView.class)))
    @APIResponse(responseCode = "409", description = "trials-off, or program-exists")
    public Response open(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = "The Monday on which the week begins")
                    @QueryParam("weekStartingOn")
                    @NotNull
                    @SaneDate
                    LocalDate weekStartingOn,
            @Parameter(required = true, description = "IANA time zone of the program") @QueryParam("zone") @NotNull
                    String zone,
            @NotNull JsonNode document) {
        if (!enabled) {
            throw new ProblemException(
                    SchedulingProblem.TRIALS_OFF,
                    "Use a system without real clients, with scheduling.trials.enabled=true.");
        }
        if (weekStartingOn.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw ProblemException.invalid("weekStartingOn", "must be a Monday");
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw ProblemException.invalid("zone", "must be an IANA time zone like America/New_York");
        }
        var week = read(document);
        var trial = new TrialProgram(id, week, weekStartingOn, ZoneId.of(zone));
        importProgram.open(id, trial.document());
        enrollForTrial.enroll(programs.require(id), trial.clients());
        return Response.status(201)
                .entity(new TrialView(
                        id,
                        weekStartingOn,
                        week.clients().size(),
                        week.clinicians().size(),
                        week.cohorts().size(),
                        week.rooms().size()))
                .build();
    }

    private static RosterProblem read(JsonNode document) {
        try {
            return RosterExchange.readProblem(document);
        } catch (ExchangeException unreadable) {
            throw ProblemException.invalid(unreadable.pointer(), String.valueOf(unreadable.getMessage()));
        }
    }
}
