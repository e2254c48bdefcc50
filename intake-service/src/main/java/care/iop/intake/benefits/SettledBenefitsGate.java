package care.iop.intake.benefits;

import care.iop.intake.gate.AdmissionGate;
import care.iop.intake.gate.Gate;
import care.iop.intake.gate.GateQuestion;
import care.iop.intake.gate.GateStanding;
import care.iop.intake.referral.Referrals;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether it is settled who pays. */
@ApplicationScoped
class SettledBenefitsGate implements AdmissionGate {

    private final BenefitVerifications verifications;
    private final SelfPayAgreements agreements;
    private final Referrals referrals;
    private final BenefitCalendar calendar;

    SettledBenefitsGate(
            BenefitVerifications verifications,
            SelfPayAgreements agreements,
            Referrals referrals,
            BenefitCalendar calendar) {
        this.verifications = verifications;
        this.agreements = agreements;
        this.referrals = referrals;
        this.calendar = calendar;
    }

    @Override
    public Gate gate() {
        return Gate.BENEFITS_SETTLED;
    }

    @Override
    public GateStanding standing(GateQuestion question) {
        return BenefitsSettled.standing(
                question.startsOn(),
                calendar.today(),
                referrals.require(question.referralId()).placedLevel(),
                verifications.inPlace(question.patientId()).stream()
                        .map(BenefitVerification::verified)
                        .toList(),
                agreements.of(question.patientId()).stream()
                        .anyMatch(agreement -> agreement.isInForce(question.startsOn())));
    }
}
