package care.iop.progress.assessment;

import care.iop.chassis.instrument.Answers;
import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.chassis.instrument.Score;
import care.iop.chassis.instrument.SexAtBirth;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import care.iop.progress.change.ChangeCriteria;
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
@RolesAllowed({Roles.PATIENT, Roles.CLINICIAN})
@Tag(name = "Assessments")
class InstrumentResource {

    private final OfferedInstruments instruments;
    private final ChangeCriteria criteria;
    private final CompareScores compareScores;

    InstrumentResource(OfferedInstruments instruments, ChangeCriteria criteria, CompareScores compareScores) {
        this.instruments = instruments;
        this.criteria = criteria;
        this.compareScores = compareScores;
    }

    @GET
    @Operation(
            summary = "List the instruments that can be answered here",
            description = "With the terms on which each may be shown, and what counts as a change by whom.")
    @APIResponse(responseCode = "200", description = "All of them, on one page")
    public InstrumentList listInstruments() {
        return new InstrumentList(instruments.all().stream()
                .map(instrument -> InstrumentSummaryView.of(instrument, criteria.of(instrument.code())))
                .toList());
    }

    @GET
    @Path("{code}")
    @Operation(
            summary = "Read an instrument's definition",
            description = "The questions, the answers to choose from, and the bands; what a form needs to show.")
    @APIResponse(responseCode = "200", description = "The definition")
    public InstrumentDefinition readInstrument(@Parameter(example = "PHQ-9") @PathParam("code") String code) {
        return instruments.find(code).orElseThrow(() -> ProblemException.notFound("instrument"));
    }

    @POST
    @Path("{code}/score")
    @Operation(
            summary = "Score answers without storing them",
            description =
                    "Made by the same code as the score of a recorded result. Nothing is stored or logged, and nobody"
                            + " is called: record an assessment for that.")
    @APIResponse(responseCode = "200", description = "The score")
    public Score tryScore(
            @Parameter(example = "AUDIT-C") @PathParam("code") String code, @NotNull @Valid ScoreRequest request) {
        var instrument = readInstrument(code);
        return Score.of(
                instrument,
                Answers.of(instrument, request.answers()),
                Objects.requireNonNullElse(request.sexAtBirth(), SexAtBirth.UNKNOWN));
    }

    @POST
    @Path("{code}/change")
    @Operation(
            summary = "Compare two measurements without storing them",
            description =
                    "Recovered, improved, unchanged or deteriorated by each criterion on its own. Add the constants of a"
                            + " study to judge by the reliable change index of Jacobson and Truax.")
    @APIResponse(responseCode = "200", description = "How they differ")
    public ChangeView tryChange(
            @Parameter(example = "PHQ-9") @PathParam("code") String code, @NotNull @Valid ChangeRequest request) {
        return compareScores.compare(readInstrument(code), request);
    }
}
