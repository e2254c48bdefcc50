package care.iop.intake.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.iop.chassis.problem.FieldProblem;
import care.iop.intake.benefits.Reverification.Policy;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** By when benefits are verified again: each reason alone, both sides of it, and which of two comes first. */
class ReverificationTest {

    private static final Policy POLICY = new Policy(1, true);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-10 |               |            |            | 2026-04-10 | PERIOD_ENDS
            2026-01-31 |               |            |            | 2026-02-28 | PERIOD_ENDS
            2028-01-31 |               |            |            | 2028-02-29 | PERIOD_ENDS
            2026-11-30 |               |            |            | 2026-12-30 | PERIOD_ENDS
            2026-12-01 |               |            |            | 2026-12-31 | CALENDAR_YEAR_ENDS
            2026-12-31 |               |            |            | 2026-12-31 | CALENDAR_YEAR_ENDS
            2027-01-01 |               |            |            | 2027-02-01 | PERIOD_ENDS
            2026-06-15 | PLAN_YEAR     | 2026-06-30 |            | 2026-06-30 | BENEFIT_YEAR_ENDS
            2026-06-15 | PLAN_YEAR     | 2026-07-15 |            | 2026-07-15 | PERIOD_ENDS
            2026-06-15 | PLAN_YEAR     | 2026-07-14 |            | 2026-07-14 | BENEFIT_YEAR_ENDS
            2026-06-30 | PLAN_YEAR     | 2026-06-30 |            | 2026-06-30 | BENEFIT_YEAR_ENDS
            2026-12-15 | CALENDAR_YEAR |            |            | 2026-12-31 | CALENDAR_YEAR_ENDS
            2026-03-10 |               |            | 2026-03-31 | 2026-03-31 | COVERAGE_ENDS
            2026-03-10 |               |            | 2026-03-10 | 2026-03-10 | COVERAGE_ENDS
            2026-03-10 |               |            | 2026-04-11 | 2026-04-10 | PERIOD_ENDS
            2026-06-15 | PLAN_YEAR     | 2026-06-30 | 2026-06-20 | 2026-06-20 | COVERAGE_ENDS
            """)
    void theEarliestDayCounts(
            LocalDate verifiedOn,
            BenefitTerms.BenefitYearBasis basis,
            LocalDate yearEndsOn,
            LocalDate endsOn,
            LocalDate dueOn,
            Reverification.Reason reason) {
        // given
        var terms = Terms.with(null, endsOn, basis, yearEndsOn);

        // when
        var found = POLICY.of(CoverageStatus.ACTIVE, verifiedOn, terms);

        // then
        assertThat(found).contains(new Reverification(dueOn, reason));
    }

    @Test
    void theFirstOfJanuaryCountsOnlyWhereThePolicySaysSo() {
        // when
        var found = new Policy(3, false).of(CoverageStatus.ACTIVE, LocalDate.of(2026, 12, 15), Terms.plain());

        // then
        assertThat(found).contains(new Reverification(LocalDate.of(2027, 3, 15), Reverification.Reason.PERIOD_ENDS));
    }

    @ParameterizedTest
    @EnumSource(value = CoverageStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
    void whatIsNotReliedOnIsNotDueAgain(CoverageStatus coverage) {
        // when
        var found = POLICY.of(coverage, LocalDate.of(2026, 3, 10), Terms.plain());

        // then
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ACTIVE   | 2026-03-09 |            | /terms/endsOn
            ACTIVE   | 2026-03-10 |            |
            INACTIVE | 2026-03-09 |            |
            ACTIVE   |            | 2026-03-09 | /terms/benefitYearEndsOn
            ACTIVE   |            | 2026-03-10 |
            """)
    void activeCoverageIsNotOverBeforeAnybodyAsked(
            CoverageStatus coverage, LocalDate endsOn, LocalDate yearEndsOn, String pointer) {
        // given
        var terms = Terms.with(null, endsOn, BenefitTerms.BenefitYearBasis.PLAN_YEAR, yearEndsOn);

        // when
        var found = POLICY.contradictions("/terms", coverage, LocalDate.of(2026, 3, 10), terms);

        // then
        assertThat(found.stream().map(FieldProblem::pointer))
                .containsExactlyElementsOf(pointer == null ? List.of() : List.of(pointer));
    }

    @Test
    void aPolicyThatNeverOrAlwaysAsksStopsTheStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Policy(0, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Policy(13, true));
    }

    @Test
    void thePolicySaysWhoseItIs() {
        assertThat(POLICY.words()).contains("after 1 month, on 1 January").contains("[P]");
        assertThat(new Policy(2, false).words()).contains("after 2 months, and").doesNotContain("January");
    }
}
