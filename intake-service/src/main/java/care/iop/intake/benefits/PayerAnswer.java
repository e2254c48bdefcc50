package care.iop.intake.benefits;

import care.iop.intake.benefits.BenefitTerms.PlanType;
import care.iop.intake.benefits.BenefitTerms.Subscriber;
import care.iop.intake.person.MemberNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a payer answered by machine, as it was said.
 *
 * @param asOf the day that its figures are of
 * @param conflicts where it contradicts itself beyond what the statements show
 * @param notes what the record has no place for, in words for staff
 */
public record PayerAnswer(
        VerificationSource source,
        Instant answeredAt,
        LocalDate asOf,
        @Nullable String referenceNumber,
        Policy policy,
        List<Statement> statements,
        List<String> exclusions,
        List<String> conflicts,
        List<String> notes) {

    /**
     * Whose money it is, under which policy.
     *
     * @param benefitYearEndsOn the last day of the benefit year, where the payer names it
     */
    public record Policy(
            String payer,
            @Nullable String electronicId,
            @Nullable String behavioralHealthPayer,
            @Nullable String plan,
            @Nullable PlanType planType,
            @Nullable MemberNumber memberNumber,
            @Nullable String groupNumber,
            @Nullable Subscriber subscriber,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate benefitYearEndsOn,
            @Nullable String authorizationNumber) {}
}
