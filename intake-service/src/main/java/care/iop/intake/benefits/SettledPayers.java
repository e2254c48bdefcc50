package care.iop.intake.benefits;

import care.iop.intake.level.LevelOfCare;
import care.iop.intake.payer.PayerCategory;
import care.iop.intake.payer.PayersOfStays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Who pays, by verified benefits and agreements to pay. */
@ApplicationScoped
class SettledPayers implements PayersOfStays {

    private final BenefitVerifications verifications;
    private final SelfPayAgreements agreements;
    private final BenefitCalendar calendar;

    SettledPayers(BenefitVerifications verifications, SelfPayAgreements agreements, BenefitCalendar calendar) {
        this.verifications = verifications;
        this.agreements = agreements;
        this.calendar = calendar;
    }

    @Override
    public PayerCategory of(UUID patientId, LocalDate startsOn, LevelOfCare level) {
        return BenefitsSettled.payer(
                startsOn,
                calendar.today(),
                Optional.of(level),
                verifications.inPlace(patientId).stream()
                        .map(BenefitVerification::verified)
                        .toList(),
                agreements.of(patientId).stream().anyMatch(agreement -> agreement.isInForce(startsOn)));
    }
}
