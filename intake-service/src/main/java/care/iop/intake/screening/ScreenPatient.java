package care.iop.intake.screening;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.instrument.Answers;
import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.chassis.instrument.Instruments;
import care.iop.chassis.instrument.Score;
import care.iop.chassis.instrument.SexAtBirth;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.patient.Patients;
import care.iop.intake.referral.Referrals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Records the answers of a referred person to an instrument, and what they amount to. */
@ApplicationScoped
class ScreenPatient {

    private final Instruments instruments;
    private final Referrals referrals;
    private final Patients patients;
    private final ScreeningAssessments assessments;
    private final Caller caller;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;
    private final Duration longestAgo;

    ScreenPatient(
            Instruments instruments,
            Referrals referrals,
            Patients patients,
            ScreeningAssessments assessments,
            Caller caller,
            AccessAudit audit,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "iop.screening.longest-ago") Duration longestAgo) {
        this.instruments = instruments;
        this.referrals = referrals;
        this.patients = patients;
        this.assessments = assessments;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.longestAgo = longestAgo;
    }

    /** Records a form. Cut-offs go by the sex at birth that the patient's record says at this moment. */
    @Transactional
    ScreeningAssessment record(UUID referralId, ScreeningAssessmentRequest form) {
        var referral = referrals.require(referralId);
        var instrument = instruments
                .find(form.instrument())
                .orElseThrow(() -> ProblemException.invalid(
                        "/instrument", "is no known instrument; list them at /intake/api/instruments"));
        var scored = score(instrument, referral.patientId(), form.answers(), form.takenAt());
        var assessment = new ScreeningAssessment(
                ids.next(), referralId, referral.patientId(), scored, caller.subject(), clock.instant());
        return keep(assessment);
    }

    /** Records what a form should have said. The version that was wrong stays, and names the one that took its place. */
    @Transactional
    ScreeningAssessment correct(UUID referralId, UUID id, CorrectionRequest correction) {
        var wrong = assessments.requireToCorrect(referralId, id);
        var instrument = instruments
                .find(wrong.instrument())
                .orElseThrow(() -> new IllegalStateException("no definition of " + wrong.instrument()));
        var scored = score(instrument, wrong.patientId(), correction.answers(), correction.takenAt());
        return keep(wrong.corrected(ids.next(), scored, caller.subject(), clock.instant()));
    }

    private ScreeningAssessment keep(ScreeningAssessment assessment) {
        assessments.persist(assessment);
        audit.wrote("ScreeningAssessment", assessment.id(), assessment.patientId());
        return assessment;
    }

    private ScreeningAssessment.Scored score(
            InstrumentDefinition instrument, UUID patientId, Map<String, @Nullable Integer> given, Instant takenAt) {
        var now = clock.instant();
        if (takenAt.isAfter(now) || takenAt.isBefore(now.minus(longestAgo))) {
            throw ProblemException.invalid("/takenAt", "must lie between now and " + longestAgo.toDays() + " days ago");
        }
        var answers = Answers.of(instrument, given);
        var sex = SexAtBirth.valueOf(patients.findById(patientId).sexAtBirth().name());
        return new ScreeningAssessment.Scored(
                answers, Score.of(instrument, answers, sex), takenAt.truncatedTo(ChronoUnit.MICROS));
    }
}
