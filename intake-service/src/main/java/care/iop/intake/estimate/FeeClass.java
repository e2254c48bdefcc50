package care.iop.intake.estimate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One class of the sliding fee.
 *
 * @param abovePercent the percent of the guideline that it begins above; null for the first
 * @param upToPercent the highest percent that belongs to it; null for the last
 * @param discountPercent 100 means that only the nominal charge is paid
 */
@Schema(name = "SlidingFeeClass")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeeClass(
        @Schema(required = true) Kind kind,

        @Schema(description = "It begins above this percent of the guideline, not at it", examples = "100") @Nullable
        BigDecimal abovePercent,

        @Schema(description = "The highest percent that belongs to it", examples = "125") @Nullable
        BigDecimal upToPercent,

        @Schema(
                required = true,
                description = "Off the full charge; with 100, the nominal charge is paid",
                examples = "80")
        int discountPercent) {

    /** What a class means. */
    @Schema(name = "SlidingFeeKind")
    enum Kind {
        /** At or below the guideline: the nominal charge at most. */
        FULL_DISCOUNT,
        /** A part of the full charge. */
        PARTIAL_DISCOUNT,
        /** The full charge. */
        NO_DISCOUNT
    }

    /** Whether an income belongs to this class or a lower one, compared without rounding. */
    boolean reaches(Money income, Money guideline) {
        return upToPercent == null
                || income.dollars()
                                .movePointRight(2)
                                .compareTo(guideline.dollars().multiply(upToPercent))
                        <= 0;
    }
}
