package care.iop.progress.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Figures by name, in which what is not known is left out. */
final class Figures {

    private static final int DECIMALS = 4;

    private final Map<String, BigDecimal> byName = new TreeMap<>();

    Figures with(String name, int value) {
        byName.put(name, BigDecimal.valueOf(value));
        return this;
    }

    Figures with(String name, @Nullable BigDecimal value) {
        if (value != null) {
            byName.put(name, value);
        }
        return this;
    }

    Map<String, BigDecimal> asMap() {
        return byName;
    }

    /** Part of a whole, four decimals, half up; null of nothing. */
    static @Nullable BigDecimal rate(int part, int whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }

    /** Whether the part is at least this share of the whole, compared exactly and not by the rounded rate. */
    static boolean isAtLeast(int part, BigDecimal share, int whole) {
        return BigDecimal.valueOf(part).compareTo(share.multiply(BigDecimal.valueOf(whole))) >= 0;
    }

    /** 0.8 as "80 %". */
    static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
