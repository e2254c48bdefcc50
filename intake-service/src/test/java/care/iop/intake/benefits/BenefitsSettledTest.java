package care.iop.intake.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.intake.benefits.BenefitTerms.LevelCoverage;
import care.iop.intake.benefits.BenefitTerms.PlanType;
import care.iop.intake.benefits.BenefitsSettled.Verified;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.payer.PayerCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When it is settled who pays: both sides of each rule, at a start on 7 September 2026 unless a case says otherwise. */
class BenefitsSettledTest {

    private static final LocalDate START = LocalDate.of(2026, 9, 7);

    /** Coverage, its first and last day, the last day that the verification counts, today, then what is expected. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ACTIVE       |            |            | 2026-09-30 | 2026-09-01 | true  | counts until 2026-09-30
            ACTIVE       |            |            | 2026-09-07 | 2026-09-01 | true  | counts until 2026-09-07
            ACTIVE       |            |            | 2026-09-06 | 2026-09-01 | false | verify again for 2026-09-07
            ACTIVE       |            |            | 2026-09-09 | 2026-09-10 | false | verify again for 2026-09-10
            ACTIVE       |            |            | 2026-09-10 | 2026-09-10 | true  | counts until 2026-09-10
            ACTIVE       | 2026-09-07 |            | 2026-09-30 | 2026-09-01 | true  | counts until
            ACTIVE       | 2026-09-08 |            | 2026-09-30 | 2026-09-01 | false | begins on 2026-09-08
            ACTIVE       | 2026-01-01 | 2026-09-07 | 2026-09-07 | 2026-09-01 | true  | counts until
            ACTIVE       | 2026-01-01 | 2026-09-06 | 2026-09-06 | 2026-09-01 | false | ends on 2026-09-06
            INACTIVE     |            |            |            | 2026-09-01 | false | not active
            NOT_FOUND    |            |            |            | 2026-09-01 | false | check the member number
            UNDETERMINED |            |            |            | 2026-09-01 | false | did not say
            """)
    void workedCase(
            CoverageStatus coverage,
            LocalDate from,
            LocalDate until,
            LocalDate counts,
            LocalDate today,
            boolean met,
            String reason) {
        // given
        var verified = new Verified(coverage, Instant.EPOCH, Terms.with(from, until, null, null), true, counts);

        // when
        var standing = BenefitsSettled.standing(START, today, Optional.empty(), List.of(verified), false);

        // then
        assertThat(standing.met()).isEqualTo(met);
        assertThat(standing.reason()).contains(reason);
        assertThat(standing.closableBy()).isEqualTo(met ? Set.of() : Set.of("intake-coordinator"));
    }

    @ParameterizedTest
    @CsvSource({"2.1,YES,true", "2.1,UNKNOWN,true", "2.1,NO,false", "2.5,NO,true"})
    void thePlanHasToCoverTheLevelOfThePlacement(String level, YesNoUnknown covered, boolean met) {
        // given
        var terms = Terms.with(
                null, null, null, null, new LevelCoverage(LevelOfCare.of(level).orElseThrow(), covered, null));

        // when
        var standing = BenefitsSettled.standing(
                START, START, Optional.of(LevelOfCare.LEVEL_2_1), List.of(active(terms, true)), false);

        // then
        assertThat(standing.met()).isEqualTo(met);
    }

    @Test
    void aContradictionIsForAPersonToSettle() {
        // when
        var standing =
                BenefitsSettled.standing(START, START, Optional.empty(), List.of(active(Terms.plain(), false)), false);

        // then
        assertThat(standing.met()).isFalse();
        assertThat(standing.reason()).contains("contradicts itself").contains("agrees to pay");
    }

    @Test
    void oneCoverageThatIsSoundIsEnough() {
        // given
        var inactive = new Verified(CoverageStatus.INACTIVE, Instant.EPOCH, Terms.plain(), true, null);

        // when
        var standing = BenefitsSettled.standing(
                START, START, Optional.empty(), List.of(inactive, active(Terms.plain(), true)), false);

        // then
        assertThat(standing.met()).isTrue();
    }

    @Test
    void whatIsMissingOfEachCoverageIsSaidOnce() {
        // given
        var inactive = new Verified(CoverageStatus.INACTIVE, Instant.EPOCH, Terms.plain(), true, null);
        var unknown = new Verified(CoverageStatus.NOT_FOUND, Instant.EPOCH, Terms.plain(), true, null);

        // when
        var standing =
                BenefitsSettled.standing(START, START, Optional.empty(), List.of(inactive, unknown, inactive), false);

        // then
        assertThat(standing.reason())
                .isEqualTo("The payer says that coverage is not active: verify another coverage."
                        + " The payer does not find the person: check the member number and ask again."
                        + " Or record that the person agrees to pay.");
    }

    @Test
    void nobodyWasAsked() {
        // when
        var standing = BenefitsSettled.standing(START, START, Optional.empty(), List.of(), false);

        // then
        assertThat(standing.met()).isFalse();
        assertThat(standing.reason()).contains("No benefits were verified");
    }

    @Test
    void whoAgreedToPayNeedsNoPayer() {
        // when
        var standing = BenefitsSettled.standing(START, START, Optional.empty(), List.of(), true);

        // then
        assertThat(standing.met()).isTrue();
    }

    /** The kind of plan that the payer named, then the category that figures are divided by. */
    @ParameterizedTest
    @CsvSource({
        "HMO,COMMERCIAL",
        "PPO,COMMERCIAL",
        "EPO,COMMERCIAL",
        "POS,COMMERCIAL",
        "INDEMNITY,COMMERCIAL",
        "HIGH_DEDUCTIBLE,COMMERCIAL",
        "MEDICARE,MEDICARE",
        "MEDICARE_ADVANTAGE,MEDICARE",
        "MEDICAID,MEDICAID",
        "TRICARE,OTHER",
        "OTHER,OTHER",
        ",UNKNOWN"
    })
    void theKindOfPlanSaysWhoPays(PlanType plan, PayerCategory expected) {
        // when
        var payer = payer(List.of(active(Terms.of(plan), true)), false);

        // then
        assertThat(payer).isEqualTo(expected);
    }

    @Test
    void ofTwoCoveragesTheOneThatPaysFirstCounts() {
        // given
        var medicaid = active(Terms.of(PlanType.MEDICAID), true);

        // then
        assertThat(payer(List.of(medicaid, active(Terms.of(PlanType.MEDICARE), true)), false))
                .isEqualTo(PayerCategory.MEDICARE);
        assertThat(payer(List.of(medicaid, active(Terms.of(PlanType.PPO), true)), false))
                .isEqualTo(PayerCategory.COMMERCIAL);
        assertThat(payer(List.of(active(Terms.of(null), true), medicaid), false))
                .isEqualTo(PayerCategory.MEDICAID);
    }

    @Test
    void coverageThatSettlesNothingDoesNotPay() {
        // given
        var unclear = active(Terms.of(PlanType.PPO), false);
        var inactive = new Verified(CoverageStatus.INACTIVE, Instant.EPOCH, Terms.of(PlanType.PPO), true, null);
        var ended = active(Terms.with(PlanType.PPO, null, START.minusDays(1), null, null), true);
        var medicaid = active(Terms.with(PlanType.MEDICAID, null, START, null, null), true);

        // then
        assertThat(payer(List.of(unclear, inactive, ended), false)).isEqualTo(PayerCategory.UNKNOWN);
        assertThat(payer(List.of(unclear, inactive, ended, medicaid), false)).isEqualTo(PayerCategory.MEDICAID);
        assertThat(payer(List.of(), false)).isEqualTo(PayerCategory.UNKNOWN);
    }

    @Test
    void whoAgreedToPayWithoutInsurancePays() {
        // then
        assertThat(payer(List.of(active(Terms.of(PlanType.PPO), true)), true)).isEqualTo(PayerCategory.SELF_PAY);
    }

    private static PayerCategory payer(List<Verified> verifications, boolean selfPay) {
        return BenefitsSettled.payer(START, START, Optional.empty(), verifications, selfPay);
    }

    private static Verified active(BenefitTerms terms, boolean clear) {
        return new Verified(CoverageStatus.ACTIVE, Instant.EPOCH, terms, clear, START.plusDays(1));
    }
}
