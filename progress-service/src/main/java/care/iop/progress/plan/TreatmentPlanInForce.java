package care.iop.progress.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A plan that the clinician and the client have signed is in force: what the client is to have each week from now on. What
 * the plan says in words never leaves this service.
 *
 * @param minutesPerWeek of all its sessions
 * @param sessions what comes first is kept first when not everything fits
 * @param modalities empty for any
 */
record TreatmentPlanInForce(
        UUID admissionId,
        UUID patientId,
        int revision,
        Instant inForceAt,
        LocalDate reviewDueOn,
        int minutesPerWeek,
        int daysPerWeek,
        List<Sessions> sessions,
        List<Modality> modalities) {

    static final String TOPIC = "progress.treatment-plan.v1";
    static final String TYPE = "care.iop.progress.treatment-plan-in-force.v1";

    /** Sessions of one kind and length. */
    record Sessions(SessionKind kind, int minutes, int timesPerWeek) {}

    static TreatmentPlanInForce of(
            UUID admissionId,
            UUID patientId,
            int revision,
            PlanContent content,
            Instant inForceAt,
            LocalDate reviewDueOn) {
        var prescription = content.prescription();
        return new TreatmentPlanInForce(
                admissionId,
                patientId,
                revision,
                inForceAt,
                reviewDueOn,
                prescription.minutesPerWeek(),
                prescription.daysPerWeek(),
                prescription.sessions().stream()
                        .map(entry -> new Sessions(entry.kind(), entry.minutes(), entry.timesPerWeek()))
                        .toList(),
                content.prescribedModalities().stream().sorted().toList());
    }
}
