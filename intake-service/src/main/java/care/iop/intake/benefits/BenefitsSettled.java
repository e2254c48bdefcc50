package care.iop.intake.benefits;

import care.iop.intake.IntakeRoles;
import care.iop.intake.benefits.BenefitTerms.PlanType;
import care.iop.intake.gate.Gate;
import care.iop.intake.gate.GateStanding;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.payer.PayerCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When it is settled who pays for treatment: a payer that was asked, or the person who agreed to. */
final class BenefitsSettled {

    /**
     * A verification that nothing took the place of.
     *
     * @param clear whether the payer did not contradict itself
     * @param reverifyDueOn the last day that it counts; null unless coverage is active
     */
    record Verified(
            CoverageStatus coverage,
            Instant verifiedAt,
            BenefitTerms terms,
            boolean clear,
            @Nullable LocalDate reverifyDueOn) {}

    private static final Set<String> CLOSABLE_BY = Set.of(IntakeRoles.COORDINATOR);

    /** Who pays before whom. */
    private static final List<PayerCategory> IN_TURN = List.of(
            PayerCategory.COMMERCIAL,
            PayerCategory.MEDICARE,
            PayerCategory.OTHER,
            PayerCategory.MEDICAID,
            PayerCategory.UNKNOWN);

    private static final String OR_SELF_PAY = " Or record that the person agrees to pay.";

    private BenefitsSettled() {}

    /**
     * How the condition stands for a start on a day.
     *
     * @param today the present day; a start in the past asks for a verification that still counts today
     * @param level where a clinician placed the person; empty before that
     * @param selfPay whether an agreement to pay is in force on the first day
     */
    static GateStanding standing(
            LocalDate startsOn,
            LocalDate today,
            Optional<LevelOfCare> level,
            List<Verified> verifications,
            boolean selfPay) {
        if (selfPay) {
            return GateStanding.met(Gate.BENEFITS_SETTLED, "The person agreed to pay without insurance.");
        }
        if (verifications.isEmpty()) {
            return unmet("No benefits were verified: ask the payer, and record the answer.");
        }
        var missing = new LinkedHashSet<String>();
        for (var verified : verifications) {
            var faults = faults(verified, startsOn, reliedOn(startsOn, today), level);
            if (faults.isEmpty()) {
                return GateStanding.met(
                        Gate.BENEFITS_SETTLED,
                        "Active coverage is verified, and counts until " + verified.reverifyDueOn() + ".");
            }
            missing.addAll(faults);
        }
        return unmet(String.join(" ", missing));
    }

    /**
     * Who pays for a start on a day, by the same rules: the person who agreed to, or else a coverage without a fault. Of several
     * coverages it is the one that pays before the others: Medicaid is last, before it what is neither commercial nor Medicare.
     */
    static PayerCategory payer(
            LocalDate startsOn,
            LocalDate today,
            Optional<LevelOfCare> level,
            List<Verified> verifications,
            boolean selfPay) {
        if (selfPay) {
            return PayerCategory.SELF_PAY;
        }
        return verifications.stream()
                .filter(verified -> faults(verified, startsOn, reliedOn(startsOn, today), level)
                        .isEmpty())
                .map(verified -> category(verified.terms().planType()))
                .min(Comparator.comparingInt(IN_TURN::indexOf))
                .orElse(PayerCategory.UNKNOWN);
    }

    private static PayerCategory category(@Nullable PlanType plan) {
        return plan == null
                ? PayerCategory.UNKNOWN
                : switch (plan) {
                    case HMO, PPO, EPO, POS, INDEMNITY, HIGH_DEDUCTIBLE -> PayerCategory.COMMERCIAL;
                    case MEDICARE, MEDICARE_ADVANTAGE -> PayerCategory.MEDICARE;
                    case MEDICAID -> PayerCategory.MEDICAID;
                    case TRICARE, OTHER -> PayerCategory.OTHER;
                };
    }

    /** A start in the past asks for a verification that still counts today. */
    private static LocalDate reliedOn(LocalDate startsOn, LocalDate today) {
        return startsOn.isBefore(today) ? today : startsOn;
    }

    private static List<String> faults(
            Verified verified, LocalDate startsOn, LocalDate reliedOn, Optional<LevelOfCare> level) {
        var found = new ArrayList<String>();
        switch (verified.coverage()) {
            case ACTIVE -> {}
            case INACTIVE -> found.add("The payer says that coverage is not active: verify another coverage.");
            case NOT_FOUND -> found.add("The payer does not find the person: check the member number and ask again.");
            case UNDETERMINED -> found.add("The payer did not say whether coverage is active: ask again.");
        }
        if (verified.coverage() != CoverageStatus.ACTIVE) {
            return found;
        }
        if (!verified.clear()) {
            found.add("The payer's answer contradicts itself: ask again, and correct the verification.");
        }
        var terms = verified.terms();
        if (terms.startsOn() != null && startsOn.isBefore(terms.startsOn())) {
            found.add("Coverage begins on " + terms.startsOn()
                    + ", after the first day of treatment: verify what covers " + startsOn + ".");
        } else if (!terms.isInForce(startsOn)) {
            found.add("Coverage ends on " + terms.endsOn() + ", before the first day of treatment: verify what covers "
                    + startsOn + ".");
        } else if (verified.reverifyDueOn() != null && reliedOn.isAfter(verified.reverifyDueOn())) {
            found.add("The verification counts until " + verified.reverifyDueOn() + ": verify again for " + reliedOn
                    + ".");
        }
        level.flatMap(terms::at)
                .filter(coverage -> coverage.covered() == YesNoUnknown.NO)
                .ifPresent(coverage -> found.add("The plan does not cover level " + coverage.levelOfCare() + "."));
        return found;
    }

    private static GateStanding unmet(String missing) {
        return GateStanding.unmet(Gate.BENEFITS_SETTLED, missing + OR_SELF_PAY, CLOSABLE_BY);
    }
}
