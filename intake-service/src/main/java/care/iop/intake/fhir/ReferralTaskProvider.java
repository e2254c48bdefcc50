package care.iop.intake.fhir;

import care.iop.chassis.consent.DataClass;
import care.iop.chassis.fhir.FhirProvider;
import care.iop.chassis.fhir.SecurityLabels;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeRoles;
import care.iop.intake.disclosure.Disclose;
import care.iop.intake.referral.Referral;
import care.iop.intake.referral.ReferralOutcome;
import care.iop.intake.referral.Referrals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Closes the loop to who sent a referral: what became of it, as far as the person consents to it. */
@Path("/fhir/Task")
@Tag(name = "FHIR", description = "The FHIR R4 face")
class ReferralTaskProvider implements FhirProvider {

    private final Referrals referrals;
    private final Disclose disclose;
    private final FhirJson fhir;

    ReferralTaskProvider(Referrals referrals, Disclose disclose, FhirJson fhir) {
        this.referrals = referrals;
        this.disclose = disclose;
        this.fhir = fhir;
    }

    @Override
    public String type() {
        return "Task";
    }

    @GET
    @Path("/{id}")
    @Produces(ReferralBundleProvider.FHIR_JSON)
    @RolesAllowed(IntakeRoles.READS_REFERRALS)
    @Operation(
            operationId = "readReferralTask",
            summary = "Read what became of a referral, under the person's consent",
            description = """
                    The identifier is that of the referral, as in the answer to the bundle. The client has to be a registered \
                    recipient, and a consent in force has to cover the referral for its purpose (header Purpose-Of-Use, TREAT when \
                    absent). Anything else reads as absent. Each answer is accounted for and carries the notice of 42 CFR 2.32.""")
    @APIResponse(
            responseCode = "200",
            description = "A Task whose businessStatus is the state of the referral",
            content =
                    @Content(
                            mediaType = ReferralBundleProvider.FHIR_JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Task")))
    public Response read(@PathParam("id") String id) {
        // A refusal is kept by the commit; only then the referral reads as absent.
        return QuarkusTransaction.requiringNew()
                .call(() -> answer(uuid(id).flatMap(referrals::findByIdOptional)))
                .orElseThrow(ReferralTaskProvider::absent);
    }

    private Optional<Response> answer(Optional<Referral> referral) {
        var under = disclose.toMachine(
                referral.map(Referral::patientId), DataClass.REFERRAL, "What became of the referral (FHIR Task)");
        if (under.isEmpty() || referral.isEmpty()) {
            return Optional.empty();
        }
        var task = task(referral.get());
        task.addNote(SecurityLabels.notice(under.get().notice().text()));
        return Optional.of(
                Response.ok(fhir.write(task), ReferralBundleProvider.FHIR_JSON).build());
    }

    private static ProblemException absent() {
        return ProblemException.notFound("Task");
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Task task(Referral referral) {
        var outcome = referral.outcome();
        var task = new Task();
        task.setId(referral.id().toString());
        SecurityLabels.label(task.getMeta());
        task.setStatus(status(outcome));
        task.setIntent(TaskIntent.ORDER);
        task.setBusinessStatus(new CodeableConcept().setText(outcome.status().name()));
        if (outcome.endReason() != null) {
            task.setStatusReason(new CodeableConcept().setText(outcome.endReason()));
        }
        task.setFocus(new Reference("ServiceRequest/" + referral.id()));
        task.setFor(new Reference("Patient/" + referral.patientId()));
        task.setAuthoredOn(Date.from(outcome.receivedAt()));
        task.setLastModified(Date.from(outcome.statusChangedAt()));
        return task;
    }

    private static TaskStatus status(ReferralOutcome outcome) {
        return switch (outcome.status()) {
            case RECEIVED -> TaskStatus.RECEIVED;
            case ACKNOWLEDGED -> TaskStatus.ACCEPTED;
            case SCREENING, PLACED -> TaskStatus.INPROGRESS;
            case WAITLISTED -> TaskStatus.ONHOLD;
            case ADMITTED -> TaskStatus.COMPLETED;
            case REFERRED_ELSEWHERE -> TaskStatus.REJECTED;
            case WITHDRAWN -> TaskStatus.CANCELLED;
            case LOST -> TaskStatus.FAILED;
        };
    }
}
