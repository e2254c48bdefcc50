package care.iop.intake.benefits;

import care.iop.intake.benefits.BenefitTerms.BenefitYearBasis;
import care.iop.intake.benefits.BenefitTerms.LevelCoverage;
import care.iop.intake.benefits.BenefitTerms.Payer;
import care.iop.intake.benefits.BenefitTerms.PlanType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an invented payer says. */
final class Terms {

    private Terms() {}

    static BenefitTerms plain() {
        return with(null, null, null, null);
    }

    static BenefitTerms of(@Nullable PlanType plan) {
        return with(plan, null, null, null, null);
    }

    static BenefitTerms with(
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable BenefitYearBasis basis,
            @Nullable LocalDate yearEndsOn,
            LevelCoverage... levels) {
        return with(null, startsOn, endsOn, basis, yearEndsOn, levels);
    }

    static BenefitTerms with(
            @Nullable PlanType plan,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable BenefitYearBasis basis,
            @Nullable LocalDate yearEndsOn,
            LevelCoverage... levels) {
        return new BenefitTerms(
                new Payer("Example Health Plan", null),
                null,
                null,
                plan,
                null,
                null,
                null,
                startsOn,
                endsOn,
                basis,
                yearEndsOn,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(levels),
                null,
                null,
                List.of(),
                null,
                List.of());
    }
}
