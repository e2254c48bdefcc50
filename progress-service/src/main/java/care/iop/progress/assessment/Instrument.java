package care.iop.progress.assessment;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A published questionnaire: what it asks, which answers count how much, and what a total means.
 *
 * @param code its short name, such as {@code PHQ-9}
 * @param notice who made it and on what terms it may be shown
 * @param scorerVersion grows with every change that could give the same answers another score or band
 * @param loinc LOINC code of the panel
 * @param totalLoinc LOINC code of the total
 * @param stem the words before the items
 * @param options the answers to choose from, by the name that items use
 * @param bands the meaning of totals: without gaps, from 0 to the highest total
 * @param mostMissing how many scored items may be left out before there is no total
 */
@Schema(name = "Instrument")
record Instrument(
        @Schema(examples = "PHQ-9") String code,
        String title,
        String notice,
        @Schema(examples = "phq-9/1") String scorerVersion,
        @Schema(examples = "44249-1") String loinc,
        @Schema(examples = "44261-6") String totalLoinc,
        String stem,
        List<Item> items,
        Map<String, List<Option>> options,
        List<Band> bands,
        int mostMissing,
        SafetyItem safetyItem) {

    Instrument {
        items = List.copyOf(items);
        options = Map.copyOf(options);
        bands = List.copyOf(bands);
        var ids = new HashSet<String>();
        for (var item : items) {
            require(ids.add(item.id()), code, "item " + item.id() + " stands twice");
            require(options.containsKey(item.options()), code, "item " + item.id() + " has unknown options");
        }
        require(ids.contains(safetyItem.id()), code, "the safety item is unknown");
        int next = 0;
        for (var band : bands) {
            require(band.from() == next && band.to() >= band.from(), code, "band " + band.code() + " leaves a gap");
            next = band.to() + 1;
        }
        int highest = 0;
        for (var item : items) {
            if (item.scored()) {
                highest += options.getOrDefault(item.options(), List.of()).stream()
                        .mapToInt(Option::value)
                        .max()
                        .orElse(0);
            }
        }
        require(next == highest + 1, code, "the bands end at " + (next - 1) + " and totals at " + highest);
    }

    private static void require(boolean holds, String code, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("definition of " + code + ": " + otherwise);
        }
    }

    Optional<Item> item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    List<Item> scoredItems() {
        return items.stream().filter(Item::scored).toList();
    }

    /** The values that an answer to this item may have. */
    List<Integer> valuesOf(Item item) {
        return options.getOrDefault(item.options(), List.of()).stream()
                .map(Option::value)
                .toList();
    }

    Band bandOf(int total) {
        return bands.stream()
                .filter(band -> band.from() <= total && total <= band.to())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no band of " + code + " holds " + total));
    }

    /**
     * One question.
     *
     * @param scored whether its answer adds to the total
     * @param options the name of the answers to choose from
     */
    @Schema(name = "InstrumentItem")
    record Item(
            @Schema(examples = "9") String id,
            @Schema(examples = "44260-8") String loinc,
            boolean scored,
            String text,
            @Schema(examples = "frequency") String options) {}

    /** One answer to choose and what it adds. */
    @Schema(name = "InstrumentOption")
    record Option(int value, @Schema(examples = "LA6568-5") String loinc, String text) {}

    /** What totals from {@code from} to {@code to}, both included, are called. */
    @Schema(name = "InstrumentBand")
    record Band(@Schema(examples = "moderate") String code, int from, int to) {}

    /**
     * The item whose answer calls for a human at any total.
     *
     * @param rule the alert rule it raises
     * @param high the lowest answer that raises a HIGH alert
     * @param critical the lowest answer that raises a CRITICAL alert
     */
    @Schema(name = "InstrumentSafetyItem")
    record SafetyItem(
            @Schema(examples = "9") String id,

            @Schema(implementation = String.class, examples = "AL-SUI-1")
            AlertRule rule,

            int high,
            int critical) {

        /** How severe an answer is; empty when it is none to worry about. */
        Optional<Severity> severityOf(int answer) {
            if (answer >= critical) {
                return Optional.of(Severity.CRITICAL);
            }
            return answer >= high ? Optional.of(Severity.HIGH) : Optional.empty();
        }
    }
}
