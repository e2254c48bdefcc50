package care.iop.intake.estimate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of fee classes after the rule for health centers (42 CFR 51c.303(f)): full discount at or below the poverty
 * guideline, none above 200 percent of it, and classes between. The classes between are ours.
 */
final class SlidingFee {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String version;
    private final Money nominalCharge;
    private final List<FeeClass> classes;

    /** Refuses a table whose classes overlap, go the wrong way or give something else than a part. */
    SlidingFee(SlidingFeeSettings settings) {
        this.version = settings.version();
        this.nominalCharge = new Money(settings.nominalCharge());
        if (nominalCharge.fault(LocalDate.EPOCH).isPresent()) {
            throw new IllegalArgumentException(
                    "iop.sliding-fee.nominal-charge is " + settings.nominalCharge() + ", which is no amount of money");
        }
        var all = new ArrayList<FeeClass>();
        all.add(new FeeClass(FeeClass.Kind.FULL_DISCOUNT, null, HUNDRED, 100));
        var above = HUNDRED;
        int discount = 100;
        for (var partial : settings.partialClasses()) {
            if (partial.upToPercent().compareTo(above) <= 0
                    || partial.discountPercent() >= discount
                    || partial.discountPercent() <= 0) {
                throw new IllegalArgumentException(
                        "iop.sliding-fee.partial-classes has up to " + partial.upToPercent()
                                + " percent with a discount of " + partial.discountPercent()
                                + "; each class has to reach higher than the one before, with a smaller discount between 100 and 0");
            }
            all.add(new FeeClass(
                    FeeClass.Kind.PARTIAL_DISCOUNT, above, partial.upToPercent(), partial.discountPercent()));
            above = partial.upToPercent();
            discount = partial.discountPercent();
        }
        all.add(new FeeClass(FeeClass.Kind.NO_DISCOUNT, above, null, 0));
        this.classes = List.copyOf(all);
    }

    String version() {
        return version;
    }

    Money nominalCharge() {
        return nominalCharge;
    }

    /** The class of a household whose guideline this is. */
    FeeClass classOf(Money income, Money guideline) {
        return classes.stream()
                .filter(one -> one.reaches(income, guideline))
                .findFirst()
                .orElseThrow();
    }

    /**
     * What somebody in a class pays of a full charge, rounded half up to the cent. The nominal charge is no minimum fee: nobody
     * pays it for a service that costs less, nor where the next class would pay less.
     */
    Money pays(FeeClass feeClass, Money fullCharge) {
        return switch (feeClass.kind()) {
            case FULL_DISCOUNT -> nominalCharge.min(pays(classes.get(1), fullCharge));
            case PARTIAL_DISCOUNT ->
                fullCharge.percent(HUNDRED.subtract(BigDecimal.valueOf(feeClass.discountPercent())));
            case NO_DISCOUNT -> fullCharge;
        };
    }
}
