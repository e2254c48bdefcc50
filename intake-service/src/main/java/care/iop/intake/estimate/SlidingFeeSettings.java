package care.iop.intake.estimate;

import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.util.List;

/** The classes of the sliding fee: our own policy, for a clinical owner to confirm. */
@ConfigMapping(prefix = "iop.sliding-fee")
interface SlidingFeeSettings {

    /** Names this table in each answer; another table is another version. */
    String version();

    /** What a person at or below the guideline pays at most for a service, in dollars. */
    BigDecimal nominalCharge();

    /** Those above the guideline, in ascending order; above the last one there is no discount. */
    List<PartialClass> partialClasses();

    /** One class with a discount. */
    interface PartialClass {

        /** The highest percent of the guideline that belongs to it, included. */
        BigDecimal upToPercent();

        /** Off the full charge, in percent. */
        int discountPercent();
    }
}
