package care.iop.intake.consent;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.patient.Patients;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The consents to treatment of the caller's organization, and what can be done with them. */
@ApplicationScoped
class TreatmentConsents implements PanacheRepositoryBase<TreatmentConsent, UUID> {

    /** How far a device's clock may be ahead of ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Patients patients;
    private final ConsentSettings settings;
    private final Caller caller;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    TreatmentConsents(
            Patients patients, ConsentSettings settings, Caller caller, AccessAudit audit, Ids ids, Clock clock) {
        this.patients = patients;
        this.settings = settings;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    TreatmentConsent take(UUID patientId, Signature signature) {
        patients.requireCurrent(patientId);
        var now = clock.instant();
        if (signature.signedAt().isAfter(now.plus(CLOCK_SKEW))
                || signature.signedAt().isBefore(now.minus(settings.signedAtMostAgo()))) {
            throw ProblemException.invalid(
                    "/signedAt",
                    "must lie in the last " + settings.signedAtMostAgo().toDays() + " days, and not in the future");
        }
        var consent = new TreatmentConsent(ids.next(), patientId, signature, caller.subject());
        persist(consent);
        audit.wrote("TreatmentConsent", consent.id(), patientId);
        return consent;
    }

    @Transactional
    TreatmentConsent withdraw(UUID patientId, UUID id, @Nullable String ifMatch) {
        var consent = find("id = ?1 and patientId = ?2", id, patientId)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("consent to treatment"));
        IfMatch.require(ifMatch, consent.version());
        consent.withdraw(clock.instant(), caller.subject());
        flush();
        audit.wrote("TreatmentConsent", id, consent.patientId());
        return consent;
    }

    @Transactional
    List<TreatmentConsent> read(UUID patientId) {
        requirePatient(patientId);
        audit.read("TreatmentConsent", patientId, patientId);
        return list("patientId", Sort.by("id"), patientId);
    }

    /** Those that were not withdrawn. */
    List<TreatmentConsent> inForce(UUID patientId) {
        return list("patientId = ?1 and withdrawnAt is null", patientId);
    }

    private void requirePatient(UUID patientId) {
        if (patients.findByIdOptional(patientId).isEmpty()) {
            throw ProblemException.notFound("patient");
        }
    }
}
