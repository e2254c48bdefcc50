package care.iop.load;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether calls get dearer in the course of a run, by the yardstick of the same time. */
final class Growth {

    private static final int TENTHS = 10;

    private Growth() {}

    /** When a call began, what it was and how long it took. */
    record Timed(String kind, long began, long nanos) {}

    /**
     * Prints the first tenth of each kind of call against the last, in milliseconds and by the yardstick of the same time, and
     * answers the figures by kind of call; the yardstick itself is left out.
     */
    static Map<String, Object> print(List<Timed> timeline, String yardstick) {
        System.out.println("""

                ## Does a booking get dearer as the table grows?

                Median milliseconds in the first and in the last tenth of each kind, and the same by the median of the yardstick then.

                | call | first tenth | last tenth | last by first | first by yardstick | last by yardstick | growth by yardstick |
                |---|---|---|---|---|---|---|""");
        var kinds = new LinkedHashMap<String, Object>();
        for (var kind : timeline.stream().map(Timed::kind).distinct().sorted().toList()) {
            if (kind.equals(yardstick)) {
                continue;
            }
            var ofKind = timeline.stream()
                    .filter(one -> one.kind().equals(kind))
                    .sorted(Comparator.comparingLong(Timed::began))
                    .toList();
            int tenth = Math.max(1, ofKind.size() / TENTHS);
            var first = ofKind.subList(0, tenth);
            var last = ofKind.subList(ofKind.size() - tenth, ofKind.size());
            double atFirst = median(first, kind);
            double atLast = median(last, kind);
            double byYardstickFirst = atFirst / median(during(first, timeline), yardstick);
            double byYardstickLast = atLast / median(during(last, timeline), yardstick);
            System.out.println(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |",
                    kind,
                    atFirst,
                    atLast,
                    atLast / atFirst,
                    byYardstickFirst,
                    byYardstickLast,
                    byYardstickLast / byYardstickFirst));
            kinds.put(
                    kind,
                    Map.of(
                            "firstTenthMillis", atFirst,
                            "lastTenthMillis", atLast,
                            "growthByYardstick", byYardstickLast / byYardstickFirst));
        }
        return kinds;
    }

    /** Everything that began in the time of these calls, which are in order. */
    private static List<Timed> during(List<Timed> calls, List<Timed> timeline) {
        long from = calls.get(0).began();
        long until = calls.get(calls.size() - 1).began();
        return timeline.stream()
                .filter(one -> one.began() >= from && one.began() <= until)
                .toList();
    }

    private static double median(List<Timed> timed, String kind) {
        var samples = samples(timed, kind);
        return samples.count() == 0 ? Double.NaN : samples.millisAt(0.5);
    }

    /** How long the calls of one kind took. */
    static Samples samples(List<Timed> timed, String kind) {
        return new Samples(List.of(timed.stream()
                .filter(one -> one.kind().equals(kind))
                .mapToLong(Timed::nanos)
                .toArray()));
    }
}
