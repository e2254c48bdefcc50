package care.iop.progress.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What answers to an instrument amount to.
 *
 * @param total null when too much was left out
 * @param band the code of the total's band; null without a total
 * @param complete whether every scored item was answered
 * @param prorated whether left out items were filled with the mean of the answered ones
 * @param missingItems the scored items that were left out
 * @param noTotalBecause why there is no total; null when there is one
 */
record Score(
        @Nullable Integer total,
        @Nullable String band,
        boolean complete,
        boolean prorated,
        List<String> missingItems,
        @Nullable NoTotalReason noTotalBecause) {

    /**
     * Adds up the scored items. When a few are missing, the mean of the answered ones stands in for them, the total
     * rounded half up (published practice for PHQ-9 and GAD-7: up to two). Without the safety item there is no total,
     * because a number would hide that the question was not answered (the suite's policy).
     */
    static Score of(Instrument instrument, Answers answers) {
        var scored = instrument.scoredItems();
        var missing = answers.missing(instrument);
        var noTotalBecause = NoTotalReason.of(instrument, missing);
        if (noTotalBecause != null) {
            return new Score(null, null, false, false, missing, noTotalBecause);
        }
        int sum = scored.stream()
                .mapToInt(item -> answers.to(item.id()).orElse(0))
                .sum();
        int answered = scored.size() - missing.size();
        int total = (2 * sum * scored.size() + answered) / (2 * answered);
        return new Score(total, instrument.bandOf(total).code(), missing.isEmpty(), !missing.isEmpty(), missing, null);
    }

    /** Why answers have no total. */
    enum NoTotalReason {
        SAFETY_ITEM_MISSING,
        TOO_MANY_ITEMS_MISSING;

        /** What stands against a total when these items were left out; null when nothing does. */
        static @Nullable NoTotalReason of(Instrument instrument, List<String> missing) {
            if (missing.contains(instrument.safetyItem().id())) {
                return SAFETY_ITEM_MISSING;
            }
            return missing.size() > instrument.mostMissing() ? TOO_MANY_ITEMS_MISSING : null;
        }
    }
}
