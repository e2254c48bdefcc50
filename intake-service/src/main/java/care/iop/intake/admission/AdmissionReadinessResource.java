package care.iop.intake.admission;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.intake.gate.GateQuestion;
import care.iop.intake.patient.Patients;
import care.iop.intake.referral.Referrals;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/referrals/{id}/admission-readiness")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admissions")
class AdmissionReadinessResource {

    private final Referrals referrals;
    private final Patients patients;
    private final AdmissionGates gates;
    private final Caller caller;
    private final AccessAudit audit;
    private final Clock clock;

    AdmissionReadinessResource(
            Referrals referrals,
            Patients patients,
            AdmissionGates gates,
            Caller caller,
            AccessAudit audit,
            Clock clock) {
        this.referrals = referrals;
        this.patients = patients;
        this.gates = gates;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "getAdmissionReadiness",
            summary = "Say how every gate before treatment stands, and who can close it",
            description =
                    "The same gates as at the admission. Which of them an organization requires is configuration, a policy for a clinical owner to confirm.")
    @APIResponse(
            responseCode = "200",
            description = "Every gate, required or not",
            content = @Content(schema = @Schema(implementation = AdmissionReadiness.class)))
    public AdmissionReadiness get(
            @PathParam("id") UUID id,
            @Parameter(description = "The first day of treatment; today when absent") @QueryParam("startsOn") @Nullable
                    LocalDate startsOn) {
        var referral = referrals.require(id);
        var patient = patients.findById(referral.patientId());
        var day = startsOn == null ? LocalDate.now(clock) : startsOn;
        audit.read("AdmissionReadiness", id, referral.patientId());
        var question =
                new GateQuestion(id, referral.patientId(), patient.birthDate().value(), day);
        return AdmissionReadiness.of(id, day, gates.standings(caller.organization(), question));
    }
}
