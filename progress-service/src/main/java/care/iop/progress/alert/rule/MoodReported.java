package care.iop.progress.alert.rule;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.AlertSignal;
import care.iop.progress.alert.Severity;
import java.util.Optional;

/** AL-MOOD: mood is low, or falls below the person's own median. */
final class MoodReported implements Rule<DayFacts> {

    private final AlertPolicy.Mood policy;
    private final int reportsForMedian;

    MoodReported(AlertPolicy policy) {
        this.policy = policy.mood();
        this.reportsForMedian = policy.reportsForMedian();
    }

    @Override
    public AlertRule id() {
        return AlertRule.AL_MOOD;
    }

    @Override
    public String sentence() {
        return ("Mood is %d or less, or %d or more below the median of the 7 days before (of %d reports at least). Offer the"
                        + " PHQ-9.")
                .formatted(policy.low(), policy.fall(), reportsForMedian);
    }

    @Override
    public Optional<Verdict> of(DayFacts facts) {
        if (facts.mood() <= policy.low()) {
            return calls(Severity.MEDIUM, AlertSignal.MOOD_LOW);
        }
        var median = facts.medianBefore(DayFacts.Earlier::mood, reportsForMedian);
        return median.isPresent() && median.getAsDouble() - facts.mood() >= policy.fall()
                ? calls(Severity.MEDIUM, AlertSignal.MOOD_FALL)
                : Optional.empty();
    }
}
