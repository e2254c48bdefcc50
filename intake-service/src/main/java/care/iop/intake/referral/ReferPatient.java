package care.iop.intake.referral;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.patient.Patients;
import care.iop.intake.patient.RegisterPatient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Receives a referral, for a patient whom we know or for a person who is registered with it. */
@ApplicationScoped
public class ReferPatient {

    private final Patients patients;
    private final RegisterPatient registerPatient;
    private final Referrals referrals;
    private final ReferralEvents events;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    ReferPatient(
            Patients patients,
            RegisterPatient registerPatient,
            Referrals referrals,
            ReferralEvents events,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.patients = patients;
        this.registerPatient = registerPatient;
        this.referrals = referrals;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Stores the referral and tells of it.
     *
     * @param sourceKey recognizes the message that the referral came in when it comes again, see {@link Referrals#cameAs};
     *     null when staff enter the referral
     */
    @Transactional
    public Referral refer(ReferralRequest request, @Nullable String sourceKey) {
        checkDesiredStart(request.desiredStartOn());
        var referral = Referral.receive(ids.next(), patientOf(request), request, sourceKey, clock.instant());
        referrals.persist(referral);
        events.received(referral);
        audit.wrote("Referral", referral.id(), referral.patientId());
        return referral;
    }

    private UUID patientOf(ReferralRequest request) {
        var known = request.patientId();
        var person = request.patient();
        if (known != null && person == null) {
            return patients.current(patients.findByIdOptional(known)
                            .orElseThrow(() -> ProblemException.invalid("/patientId", "there is no such patient")))
                    .id();
        }
        if (known == null && person != null) {
            return registerPatient.register(person, null).id();
        }
        throw ProblemException.invalid("/patientId", "send either patientId or patient");
    }

    private void checkDesiredStart(@Nullable LocalDate desiredStartOn) {
        var today = LocalDate.now(clock);
        if (desiredStartOn != null
                && (desiredStartOn.isBefore(today.minusYears(1)) || desiredStartOn.isAfter(today.plusYears(1)))) {
            throw ProblemException.invalid("/desiredStartOn", "must lie within a year of today");
        }
    }
}
