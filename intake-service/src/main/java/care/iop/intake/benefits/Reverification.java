package care.iop.intake.benefits;

import care.iop.chassis.problem.FieldProblem;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * By when benefits that were verified have to be verified again.
 *
 * @param dueOn the last day that the program relies on the verification
 */
record Reverification(LocalDate dueOn, Reason reason) {

    /** Why not later. */
    @Schema(name = "ReverificationReason")
    enum Reason {
        /** So many months have passed. */
        PERIOD_ENDS,
        /** Plans change on 1 January. */
        CALENDAR_YEAR_ENDS,
        /** Deductible and maximum begin again. */
        BENEFIT_YEAR_ENDS,
        /** The payer said that cover ends. */
        COVERAGE_ENDS
    }

    /**
     * How often: our own policy, for a clinical owner to confirm.
     *
     * @param afterMonths 1 to 12
     */
    record Policy(int afterMonths, boolean onFirstOfJanuary) {

        Policy {
            if (afterMonths < 1 || afterMonths > 12) {
                throw new IllegalArgumentException(
                        "iop.benefits.reverify-after-months must be 1 to 12, not " + afterMonths);
            }
        }

        /**
         * The earliest of the days that the policy and the payer's words give; none unless the coverage is active, since
         * nothing else is relied on.
         */
        Optional<Reverification> of(CoverageStatus coverage, LocalDate verifiedOn, BenefitTerms terms) {
            if (coverage != CoverageStatus.ACTIVE) {
                return Optional.empty();
            }
            var found = new ArrayList<Reverification>();
            found.add(new Reverification(verifiedOn.plusMonths(afterMonths), Reason.PERIOD_ENDS));
            if (onFirstOfJanuary) {
                found.add(new Reverification(
                        verifiedOn.with(MonthDay.of(Month.DECEMBER, 31)), Reason.CALENDAR_YEAR_ENDS));
            }
            terms.endOfBenefitYear(verifiedOn)
                    .ifPresent(end -> found.add(new Reverification(end, Reason.BENEFIT_YEAR_ENDS)));
            if (terms.endsOn() != null) {
                found.add(new Reverification(terms.endsOn(), Reason.COVERAGE_ENDS));
            }
            return found.stream().min(Comparator.comparing(Reverification::dueOn));
        }

        /** What says that active coverage was over before anybody asked, at pointers below the given one. */
        List<FieldProblem> contradictions(
                String at, CoverageStatus coverage, LocalDate verifiedOn, BenefitTerms terms) {
            var found = new ArrayList<FieldProblem>();
            if (coverage == CoverageStatus.ACTIVE) {
                if (terms.endsOn() != null && terms.endsOn().isBefore(verifiedOn)) {
                    found.add(new FieldProblem(
                            at + "/endsOn", "lies before the verification, so coverage can't be ACTIVE"));
                }
                if (terms.benefitYearEndsOn() != null
                        && terms.benefitYearEndsOn().isBefore(verifiedOn)) {
                    found.add(new FieldProblem(
                            at + "/benefitYearEndsOn",
                            "lies before the verification: give the end of the present year"));
                }
            }
            return found;
        }

        /** The policy in words. */
        String words() {
            return "Benefits are verified again after " + afterMonths + (afterMonths == 1 ? " month" : " months")
                    + (onFirstOfJanuary ? ", on 1 January" : "")
                    + ", and when a benefit year or the coverage ends. [P] our own policy, for a clinical owner to confirm.";
        }
    }
}
