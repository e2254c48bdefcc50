package care.iop.progress.assessment;

import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/instruments/{code}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PATIENT, Roles.CLINICIAN})
@Tag(name = "Assessments")
class InstrumentResource {

    private final OfferedInstruments instruments;

    InstrumentResource(OfferedInstruments instruments) {
        this.instruments = instruments;
    }

    @GET
    @Operation(
            summary = "Read an instrument's definition",
            description = "The questions, the answers to choose from, and the bands; what a form needs to show.")
    @APIResponse(responseCode = "200", description = "The definition")
    public InstrumentDefinition readInstrument(@Parameter(example = "PHQ-9") @PathParam("code") String code) {
        return instruments
                .find(code)
                .map(OfferedInstruments.Offered::definition)
                .orElseThrow(() -> ProblemException.notFound("instrument"));
    }
}
