package care.iop.intake.estimate;

import care.iop.chassis.problem.FieldProblem;
import care.iop.intake.person.Faultless;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a plan has its members pay for one kind of service: a copay or a coinsurance, never both.
 *
 * @param coinsurancePercent the member's percent of what the deductible leaves, 0 to 100
 * @param copayPer per service when absent
 * @param copayBeforeDeductible whether the copay comes off first and the deductible takes from the rest; no when absent
 */
@Schema(description = "What the plan has its members pay for one kind of service: a copay or a coinsurance, never both")
record CostShare(
        @NotNull ServiceKind service,

        @Schema(description = "A fixed amount, never more than the service costs") @Nullable @Faultless
        Money copay,

        @Schema(
                description = "The member's percent of what the deductible leaves of the allowed amount",
                examples = "20")
        @Nullable
        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        BigDecimal coinsurancePercent,

        @NotNull Boolean deductibleApplies,

        @Schema(description = "How often the copay is owed; SERVICE when absent") @Nullable
        CopayPer copayPer,

        @Schema(
                description =
                        "Whether the copay comes off first and the deductible takes from the rest; false, the usual order, when absent")
        @Nullable
        Boolean copayBeforeDeductible) {

    /** What is owed for one service as long as no yearly maximum is reached. */
    record Owed(Money deductible, Money copay, Money coinsurance) {

        Money total() {
            return deductible.plus(copay).plus(coinsurance);
        }

        /** The same up to a maximum, the deductible first. */
        Owed atMost(Money maximum) {
            var fromDeductible = deductible.min(maximum);
            var fromCopay = copay.min(maximum.minus(fromDeductible));
            var fromCoinsurance = coinsurance.min(maximum.minus(fromDeductible).minus(fromCopay));
            return new Owed(fromDeductible, fromCopay, fromCoinsurance);
        }
    }

    /**
     * What a member owes for one service.
     *
     * @param deductibleLeft what is left of the deductible; not touched where it does not apply
     * @param copaidToday copays of the same day and kind so far
     */
    Owed owed(Money allowed, Money deductibleLeft, Money copaidToday) {
        var deductible = deductibleApplies ? deductibleLeft : Money.ZERO;
        if (copay == null) {
            var fromDeductible = deductible.min(allowed);
            var rest = allowed.minus(fromDeductible);
            return new Owed(
                    fromDeductible,
                    Money.ZERO,
                    coinsurancePercent == null ? Money.ZERO : rest.percent(coinsurancePercent));
        }
        var due = chargesCopayOncePerDay() ? copay.minus(copaidToday) : copay;
        if (takesCopayFirst()) {
            var fromCopay = due.min(allowed);
            return new Owed(deductible.min(allowed.minus(fromCopay)), fromCopay, Money.ZERO);
        }
        var fromDeductible = deductible.min(allowed);
        return new Owed(fromDeductible, due.min(allowed.minus(fromDeductible)), Money.ZERO);
    }

    boolean chargesCopayOncePerDay() {
        return copayPer == CopayPer.DAY;
    }

    boolean takesCopayFirst() {
        return Boolean.TRUE.equals(copayBeforeDeductible);
    }

    /** What contradicts itself, at a pointer to this share. */
    List<FieldProblem> contradictions(String pointer) {
        var found = new ArrayList<FieldProblem>();
        if ((copay == null) == (coinsurancePercent == null)) {
            found.add(new FieldProblem(
                    pointer,
                    "needs a copay or a coinsurancePercent and not both; a copay of 0 says that nothing is owed"));
        }
        if (copay == null && copayPer != null) {
            found.add(new FieldProblem(pointer + "/copayPer", "needs a copay"));
        }
        if (copay == null && takesCopayFirst()) {
            found.add(new FieldProblem(
                    pointer + "/copayBeforeDeductible", "needs a copay; coinsurance always follows the deductible"));
        }
        return found;
    }
}
