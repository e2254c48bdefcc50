package care.iop.intake.admission;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.outbox.OutgoingEvent;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.gate.GateQuestion;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.level.ServedLevels;
import care.iop.intake.level.WeeklyMinutes;
import care.iop.intake.patient.Patients;
import care.iop.intake.payer.PayersOfStays;
import care.iop.intake.referral.Referral;
import care.iop.intake.referral.ReferralEvents;
import care.iop.intake.referral.ReferralStatus;
import care.iop.intake.referral.Referrals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Admits a referred person whom a clinician has placed. */
@ApplicationScoped
class AdmitPatient {

    /** How far back an admission can be entered, and how far ahead it can be planned: our own bounds, against slips. */
    private static final int MAX_DAYS_BACK = 365;

    private static final int MAX_DAYS_AHEAD = 90;

    private final Referrals referrals;
    private final Admissions admissions;
    private final Patients patients;
    private final AdmissionGates gates;
    private final ServedLevels servedLevels;
    private final PayersOfStays payers;
    private final ReferralEvents referralEvents;
    private final Outbox outbox;
    private final Caller caller;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;
    private final Event<StayChanged> stayChanged;

    AdmitPatient(
            Referrals referrals,
            Admissions admissions,
            Patients patients,
            AdmissionGates gates,
            ServedLevels servedLevels,
            PayersOfStays payers,
            ReferralEvents referralEvents,
            Outbox outbox,
            Caller caller,
            AccessAudit audit,
            Ids ids,
            Clock clock,
            Event<StayChanged> stayChanged) {
        this.referrals = referrals;
        this.admissions = admissions;
        this.patients = patients;
        this.gates = gates;
        this.servedLevels = servedLevels;
        this.payers = payers;
        this.referralEvents = referralEvents;
        this.outbox = outbox;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.stayChanged = stayChanged;
    }

    /**
     * Opens the admission, closes the referral and tells of both.
     *
     * @throws ProblemException ADMISSION_GATES_UNMET with each gate and who can close it; LEVEL_NOT_SERVED or
     *     REFERRAL_MOVE_NOT_ALLOWED by the referral's rules;
     *     ALREADY_ADMITTED when another coordinator was first; PATIENT_ALREADY_ADMITTED when another referral of the
     *     person led to an admission that has not ended
     */
    @Transactional
    Admission admit(AdmitPatientRequest request) {
        var referral = referrals
                .findByIdOptional(request.referralId())
                .orElseThrow(() -> ProblemException.invalid("/referralId", "there is no such referral"));
        checkAdmittedOn(request.admittedOn());
        requireGates(referral, request.admittedOn());
        var now = clock.instant();
        var level = referral.admit(servedLevels, now);
        var minutes = prescription(level.levelOfCare(), request.prescribedMinutesPerWeek());
        var earlier = admissions.of(referral.patientId());
        checkAfter(earlier, referral, request.admittedOn());
        var admission = Admission.open(ids::next, referral, level, request, minutes, !earlier.isEmpty(), now);
        admissions.persist(admission);
        flushOrRefuse();
        outbox.add(new OutgoingEvent(
                PatientAdmitted.TOPIC,
                PatientAdmitted.TYPE,
                admission.id(),
                admission.version(),
                admission.admitted(
                        referral, payers.of(admission.patientId(), request.admittedOn(), level.levelOfCare()))));
        referralEvents.statusChanged(referral);
        stayChanged.fire(new StayChanged(admission.id(), admission.patientId()));
        audit.wrote("Admission", admission.id(), admission.patientId());
        return admission;
    }

    /** Asks the gates unless the referral is in a state that says more: closed, or not as far yet. */
    private void requireGates(Referral referral, LocalDate startsOn) {
        if (referral.status().next().contains(ReferralStatus.ADMITTED)) {
            var patient = patients.findById(referral.patientId());
            gates.requireMet(
                    caller.organization(),
                    new GateQuestion(
                            referral.id(), patient.id(), patient.birthDate().value(), startsOn));
        }
    }

    private void checkAdmittedOn(LocalDate admittedOn) {
        var today = LocalDate.now(clock);
        if (admittedOn.isBefore(today.minusDays(MAX_DAYS_BACK)) || admittedOn.isAfter(today.plusDays(MAX_DAYS_AHEAD))) {
            throw ProblemException.invalid(
                    "/admittedOn",
                    "must lie at most " + MAX_DAYS_BACK + " days back and " + MAX_DAYS_AHEAD + " days ahead");
        }
    }

    /** Stays of one person don't overlap; somebody can come back on the day of the discharge. */
    private static void checkAfter(List<Admission> earlier, Referral referral, LocalDate admittedOn) {
        for (var stay : earlier) {
            if (stay.referralId().equals(referral.id())) {
                // Committed by another coordinator after this transaction read the referral.
                throw alreadyAdmitted();
            }
            var until = stay.dischargedOn()
                    .orElseThrow(
                            () -> new ProblemException(
                                    IntakeProblem.PATIENT_ALREADY_ADMITTED,
                                    "Another referral of this patient led to an admission. Continue with that one, or discharge the patient from it first."));
            if (admittedOn.isBefore(until)) {
                throw ProblemException.invalid(
                        "/admittedOn", "must not be before " + until + ", when the stay before ended");
            }
        }
    }

    private int prescription(LevelOfCare level, @Nullable Integer asked) {
        var band = servedLevels.minutesAt(level).orElseThrow();
        if (asked == null) {
            return band.standard();
        }
        if (!band.admit(asked)) {
            throw ProblemException.invalid(
                    "/prescribedMinutesPerWeek",
                    "must be a multiple of " + WeeklyMinutes.STEP + " from " + band.minimum() + " to " + band.maximum()
                            + " at level " + level);
        }
        return asked;
    }

    /** The database decides between two coordinators who admit at the same moment. */
    private void flushOrRefuse() {
        try {
            admissions.flush();
        } catch (ConstraintViolationException e) {
            var constraint = String.valueOf(e.getConstraintName());
            throw switch (constraint) {
                case "admission_once_per_referral" -> alreadyAdmitted();
                case "admission_one_open_per_patient" ->
                    new ProblemException(
                            IntakeProblem.PATIENT_ALREADY_ADMITTED,
                            "Another referral of this patient led to an admission. Continue with that one, and withdraw this referral as DUPLICATE.");
                default -> e;
            };
        } catch (OptimisticLockException e) {
            throw new ProblemException(
                    CommonProblem.CONFLICT,
                    "Somebody else changed the referral at the same moment. Read it again and repeat.");
        }
    }

    private static ProblemException alreadyAdmitted() {
        return new ProblemException(
                IntakeProblem.ALREADY_ADMITTED,
                "Somebody else admitted it at the same moment. Look at that admission.");
    }
}
