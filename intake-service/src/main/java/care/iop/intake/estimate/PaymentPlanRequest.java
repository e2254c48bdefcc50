package care.iop.intake.estimate;

import care.iop.chassis.problem.FieldProblem;
import care.iop.intake.person.Faultless;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an amount is to be paid off.
 *
 * @param remainderOn which installment takes the cents that can't be divided; the last when absent
 */
@Schema(examples = """
                {"amount": 1000.00, "installments": 3, "every": "MONTH", "firstDueOn": "2026-10-31", "remainderOn": "LAST"}""")
record PaymentPlanRequest(
        @NotNull @Faultless Money amount,
        @NotNull @Min(1) @Max(120) Integer installments,
        @NotNull Interval every,
        @NotNull LocalDate firstDueOn,

        @Schema(description = "The installment that takes the cents that can't be divided; LAST when absent") @Nullable
        Remainder remainderOn) {

    /** The time between two installments. */
    @Schema(name = "PaymentInterval")
    enum Interval {
        WEEK,
        TWO_WEEKS,
        /** On the same day of each month, or on its last day where the month is shorter. */
        MONTH;

        LocalDate after(LocalDate first, int times) {
            return switch (this) {
                case WEEK -> first.plusWeeks(times);
                case TWO_WEEKS -> first.plusWeeks(2L * times);
                case MONTH -> first.plusMonths(times);
            };
        }
    }

    /** Which installment differs from the others. */
    @Schema(name = "PaymentRemainder")
    enum Remainder {
        FIRST,
        LAST
    }

    /** What can't be so, field by field. */
    List<FieldProblem> contradictions() {
        var found = new ArrayList<FieldProblem>();
        PlausibleDay.check(found, "/firstDueOn", firstDueOn);
        if (amount.cents() < installments) {
            found.add(new FieldProblem("/installments", "must leave at least one cent for each installment"));
        }
        return found;
    }
}
