package care.iop.intake.estimate;

import org.jspecify.annotations.Nullable;

/**
 * What a member still has to pay in a benefit year.
 *
 * @param deductible before the plan pays; null when none is known, and then none is taken
 * @param outOfPocketMaximum until the plan pays all; null when no maximum is known, and then none holds
 */
record Accumulators(@Nullable Money deductible, @Nullable Money outOfPocketMaximum) {

    Money deductibleLeft() {
        return deductible == null ? Money.ZERO : deductible;
    }

    /** What can still be asked of the member. */
    CostShare.Owed limit(CostShare.Owed owed) {
        return outOfPocketMaximum == null ? owed : owed.atMost(outOfPocketMaximum);
    }

    /** After the member has paid; everything that they pay counts toward the maximum. */
    Accumulators after(CostShare.Owed paid) {
        return new Accumulators(
                deductible == null ? null : deductible.minus(paid.deductible()),
                outOfPocketMaximum == null ? null : outOfPocketMaximum.minus(paid.total()));
    }
}
