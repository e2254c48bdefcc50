package care.iop.intake.consent;

import static care.iop.intake.IntakeRoles.ANALYST;
import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COMPLIANCE_OFFICER;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;
import static care.iop.intake.IntakeRoles.SCHEDULER;

import care.iop.chassis.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/consents/evaluate")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR, SCHEDULER, ANALYST, COMPLIANCE_OFFICER})
@Tag(name = "Consents")
class ConsentEvaluationResource {

    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final ConsentSettings settings;
    private final Clock clock;

    ConsentEvaluationResource(ConsentSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @POST
    @Operation(
            operationId = "evaluateConsent",
            summary = "Try what a consent would permit, with reasons; nothing is stored",
            description =
                    "By the same rules that decide about real disclosures. The supposed consent is 00000000-0000-0000-0000-000000000001 in the findings.")
    @APIResponse(
            responseCode = "200",
            description = "The decision and why",
            content = @Content(schema = @Schema(implementation = ConsentEvaluation.class)))
    public ConsentEvaluation evaluate(@Valid @NotNull ConsentEvaluationRequest request) {
        var expiry = request.consent().content().expiry();
        if (expiry != null && expiry.on() != null && expiry.on().isAfter(LATEST)) {
            throw ProblemException.invalid("/consent/content/expiry/on", "must not lie after " + LATEST);
        }
        return ConsentEvaluation.of(request, settings.timeZone(), clock.instant(), settings.earlierElementsAccepted());
    }
}
