package care.iop.progress.earlywarning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a model did on weeks that it had not seen, all later than those it learned from.
 *
 * @param people person-weeks
 * @param brierScore mean squared distance between probability and outcome, the lower the better
 * @param brierScoreOfTheRate the same for somebody who always says the rate of the weeks learned from
 */
@Schema(name = "WarningModelEvaluation")
record Evaluation(
        @Schema(description = "Weeks of people that the model had not seen, all later", examples = "5123")
        int people,

        @Schema(description = "Of these, weeks before somebody dropped out within 14 days", examples = "412")
        int droppedOut,

        @Schema(description = "Mean squared distance of probability and outcome, lower is better", examples = "0.061")
        double brierScore,

        @Schema(description = "The same for always saying the rate of before", examples = "0.074")
        double brierScoreOfTheRate,

        @Schema(description = "By tenths of the people, from the least to the most likely")
        List<Tenth> reliability,

        @Schema(description = "What different thresholds would cost and find")
        List<Threshold> budget) {

    private static final int TENTHS = 10;
    private static final double[] THRESHOLDS = {0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5};

    Evaluation {
        reliability = List.copyOf(reliability);
        budget = List.copyOf(budget);
    }

    /** A tenth of the people: a calibrated model's two figures are alike. */
    @Schema(name = "WarningModelReliability")
    record Tenth(
            @Schema(examples = "512") int people,

            @Schema(description = "Mean probability", examples = "0.21")
            double said,

            @Schema(description = "Share that dropped out within 14 days", examples = "0.19")
            double happened) {}

    /** What warning from a probability on would come to. */
    @Schema(name = "WarningModelThreshold")
    record Threshold(
            @Schema(examples = "0.2") double from,

            @Schema(description = "Warnings a week by 100 people in treatment", examples = "9.4")
            double warningsByHundred,

            @Schema(
                    description = "Share of the warnings after which somebody dropped out within 14 days",
                    examples = "0.38")
            double right,

            @Schema(description = "Share of those who dropped out that had a warning", examples = "0.52")
            double found) {}

    /** Judges probabilities by what happened; {@code rate} is that of the weeks learned from. */
    static Evaluation of(double[] said, boolean[] happened, double rate) {
        int people = said.length;
        var order = IntStream.range(0, people)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> said[i]))
                .toList();
        var tenths = new ArrayList<Tenth>();
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            var part = order.subList(tenth * people / TENTHS, (tenth + 1) * people / TENTHS);
            if (!part.isEmpty()) {
                tenths.add(new Tenth(
                        part.size(),
                        part.stream().mapToDouble(i -> said[i]).average().orElse(0),
                        part.stream().filter(i -> happened[i]).count() / (double) part.size()));
            }
        }
        var budget = new ArrayList<Threshold>();
        for (double threshold : THRESHOLDS) {
            budget.add(threshold(threshold, said, happened));
        }
        int dropped = (int) IntStream.range(0, people).filter(i -> happened[i]).count();
        double brier = 0;
        double ofTheRate = 0;
        for (int i = 0; i < people; i++) {
            double outcome = happened[i] ? 1 : 0;
            brier += (said[i] - outcome) * (said[i] - outcome) / people;
            ofTheRate += (rate - outcome) * (rate - outcome) / people;
        }
        return new Evaluation(people, dropped, brier, ofTheRate, tenths, budget);
    }

    private static Threshold threshold(double from, double[] said, boolean[] happened) {
        int warned = 0;
        int right = 0;
        int dropped = 0;
        for (int i = 0; i < said.length; i++) {
            warned += said[i] >= from ? 1 : 0;
            right += said[i] >= from && happened[i] ? 1 : 0;
            dropped += happened[i] ? 1 : 0;
        }
        return new Threshold(
                from,
                100.0 * warned / Math.max(1, said.length),
                right / (double) Math.max(1, warned),
                right / (double) Math.max(1, dropped));
    }
}
