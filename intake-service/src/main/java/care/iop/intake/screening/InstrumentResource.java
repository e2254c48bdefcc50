package care.iop.intake.screening;

import static care.iop.intake.IntakeRoles.ANALYST;
import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COMPLIANCE_OFFICER;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;
import static care.iop.intake.IntakeRoles.SCHEDULER;

import care.iop.chassis.instrument.Answers;
import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.chassis.instrument.Instruments;
import care.iop.chassis.instrument.Score;
import care.iop.chassis.instrument.SexAtBirth;
import care.iop.chassis.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/instruments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({COORDINATOR, CLINICIAN, SCHEDULER, PROGRAM_DIRECTOR, ANALYST, COMPLIANCE_OFFICER})
@Tag(name = "Instruments", description = "Questionnaires and rating scales as data, and their scores to try")
class InstrumentResource {

    private final Instruments instruments;

    InstrumentResource(Instruments instruments) {
        this.instruments = instruments;
    }

    @GET
    @Operation(operationId = "listInstruments", summary = "List all instruments with their full definitions")
    @APIResponse(responseCode = "200", description = "All of them, on one page")
    public InstrumentList list() {
        return new InstrumentList(instruments.all());
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getInstrument", summary = "Read an instrument's full definition")
    @APIResponse(responseCode = "200", description = "The definition")
    public InstrumentDefinition get(@Parameter(example = "PHQ-9") @PathParam("code") String code) {
        return instruments.find(code).orElseThrow(() -> ProblemException.notFound("instrument"));
    }

    @POST
    @Path("/{code}/score")
    @Operation(
            operationId = "tryScore",
            summary = "Score answers without storing them",
            description = "Made by the same code as the score of a recorded assessment. Nothing is stored or logged.")
    @APIResponse(responseCode = "200", description = "The score")
    public Score score(
            @Parameter(example = "AUDIT-C") @PathParam("code") String code, @Valid @NotNull ScoreRequest request) {
        var instrument = get(code);
        return Score.of(
                instrument,
                Answers.of(instrument, request.answers()),
                Objects.requireNonNullElse(request.sexAtBirth(), SexAtBirth.UNKNOWN));
    }
}
