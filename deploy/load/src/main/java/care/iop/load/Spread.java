package care.iop.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The same figure from several rounds: the median, and how far the rounds lie apart. */
record Spread(List<Double> rounds) {

    Spread {
        rounds = List.copyOf(rounds);
    }

    double median() {
        var sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double least() {
        return rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double most() {
        return rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** Such as {@code 2,104 (1,988–2,210)}, with this many decimals. */
    String text(int decimals) {
        var format = "%,." + decimals + "f";
        return String.format(Locale.ROOT, format + " (" + format + "–" + format + ")", median(), least(), most());
    }

    Map<String, Object> json() {
        return Map.of("median", median(), "rounds", rounds);
    }
}
