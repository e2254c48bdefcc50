package care.iop.chassis.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A published questionnaire or rating scale: what it asks, which answers count how much, and what the points mean. A
 * definition that contradicts itself can't be made.
 */
@Schema(description = "A published questionnaire or rating scale: what it asks and how its answers count")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InstrumentDefinition(
        @Schema(required = true, description = "Its short name, which identifies it", examples = "PHQ-9")
        String code,

        @Schema(required = true) String title,

        @Schema(
                required = true,
                description = "Grows with every change that could give the same answers another score or band",
                examples = "phq-9/1")
        String scorerVersion,

        @Schema(required = true) AnsweredBy answeredBy,

        @Schema(required = true, description = "What the answers look back on, an ISO 8601 duration", examples = "P14D")
        String recall,

        @Schema(required = true) String recallText,

        @Schema(required = true, description = "Who made it and on what terms it may be shown")
        String notice,

        @Schema(required = true) Wording wording,
        @Schema(required = true) Loinc loinc,

        @Schema(description = "The words before the items") @Nullable
        String stem,

        @Schema(required = true) List<Item> items,

        @Schema(required = true, description = "The answers to choose from, by the name that items use")
        Map<String, List<Option>> options,

        @Schema(required = true) Scoring scoring,

        @Schema(
                required = true,
                description =
                        "Whether the points of all scored items make one number; otherwise the highest answer or the subscales count")
        boolean hasTotal,

        @Schema(required = true) HigherIs higherIs,

        @Schema(required = true, description = "Groups of scored items that have points of their own")
        List<Subscale> subscales,

        @Schema(
                required = true,
                description = "Patterns that hold when enough items of certain subscales are high enough")
        List<CountRule> countRules,

        @Schema(required = true, description = "Items that add no points and whose answers are reported as they are")
        List<String> reportedAlone,

        @Schema(
                required = true,
                description = "How many items may be left out; the mean of the answered ones then stands in for them")
        int mostMissing,

        @Schema(required = true, description = "Items without which there is no total, however many others there are")
        List<String> noTotalWithout,

        @Schema(required = true) List<SkipRule> skips,

        @Schema(required = true, description = "Answers that call for the intervention of the next higher band")
        List<Threshold> nextBandWhen,

        @Schema(required = true, description = "Answers that call for a person's attention, even on an incomplete form")
        List<SafetyRule> safety,

        @Schema(required = true, description = "Answers that somebody should look at again")
        List<FlagRule> flags,

        @Schema(
                required = true,
                description =
                        "The first table that fits the person's sex at birth gives the band; the others are for comparison."
                                + " Empty where no bands are published")
        List<BandTable> bandTables,

        @Schema(required = true, description = "Where the scoring is a policy or a choice, in words")
        List<String> policies,

        @Schema(required = true) List<String> sources) {

    public InstrumentDefinition {
        items = List.copyOf(items);
        options = Map.copyOf(options);
        subscales = List.copyOf(subscales);
        countRules = List.copyOf(countRules);
        reportedAlone = List.copyOf(reportedAlone);
        noTotalWithout = List.copyOf(noTotalWithout);
        skips = List.copyOf(skips);
        nextBandWhen = List.copyOf(nextBandWhen);
        safety = List.copyOf(safety);
        flags = List.copyOf(flags);
        bandTables = List.copyOf(bandTables);
        policies = List.copyOf(policies);
        sources = List.copyOf(sources);
        new Check(code, items, options).all(scoring, mostMissing, noTotalWithout, skips, nextBandWhen, safety, flags);
        checkSubscales(code, items, hasTotal, subscales, countRules, reportedAlone);
        require(!hasTotal || scoring == Scoring.SUM, code, "a total is a sum");
        require(hasTotal || scoring == Scoring.HIGHEST || bandTables.isEmpty(), code, "bands without a total");
        checkBands(code, bandTables, extreme(items, options, scoring, false), extreme(items, options, scoring, true));
    }

    /** The highest total, or for an instrument of levels the highest level. */
    public int highestTotal() {
        return extreme(items, options, scoring, true);
    }

    /** The lowest total; not 0 for all. */
    public int lowestTotal() {
        return extreme(items, options, scoring, false);
    }

    /** Whether the instrument can give this total. */
    public boolean canGive(int total) {
        return hasTotal && total >= lowestTotal() && total <= highestTotal();
    }

    /** The points of the answers that were given, whatever is missing: an instrument of sums can't have fewer. */
    public int certainPoints(Answers answers) {
        return scoredItems().stream()
                .mapToInt(item -> answers.to(item.id())
                        .map(answer -> points(item, answer))
                        .orElse(0))
                .sum();
    }

    /** Whether all answers together amount to a total or a level. */
    boolean isScoredAsAWhole() {
        return hasTotal || scoring == Scoring.HIGHEST;
    }

    /** The subscale of this code. */
    public Optional<Subscale> subscale(String code) {
        return subscales.stream()
                .filter(subscale -> subscale.code().equals(code))
                .findFirst();
    }

    /** The most points that these items can have together. */
    int highestOf(Collection<String> ids) {
        return items.stream()
                .filter(item -> ids.contains(item.id()))
                .mapToInt(item -> extremeOf(item, options, true))
                .sum();
    }

    int fewestPoints(String id) {
        return item(id).map(item -> extremeOf(item, options, false)).orElse(0);
    }

    Optional<Item> item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    List<Item> scoredItems() {
        return items.stream().filter(Item::scored).toList();
    }

    List<Option> optionsOf(Item item) {
        return options.getOrDefault(item.options(), List.of());
    }

    /** The points that an answer adds. */
    int points(Item item, int answer) {
        return optionsOf(item).stream()
                .filter(option -> option.value() == answer)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no answer " + answer + " to item " + item.id()))
                .points();
    }

    /** The table whose bands count for this sex at birth; empty where no bands are published. */
    Optional<BandTable> bandTable(SexAtBirth sex) {
        return bandTables.stream().filter(table -> table.fits(sex)).findFirst();
    }

    private static int extreme(List<Item> items, Map<String, List<Option>> options, Scoring scoring, boolean highest) {
        var ofEach = items.stream().filter(Item::scored).mapToInt(item -> extremeOf(item, options, highest));
        return switch (scoring) {
            case SUM -> ofEach.sum();
            case HIGHEST -> ofEach.max().orElse(0);
        };
    }

    private static int extremeOf(Item item, Map<String, List<Option>> options, boolean highest) {
        var points = options.getOrDefault(item.options(), List.of()).stream().mapToInt(Option::points);
        return (highest ? points.max() : points.min()).orElse(0);
    }

    private static void checkSubscales(
            String code,
            List<Item> items,
            boolean hasTotal,
            List<Subscale> subscales,
            List<CountRule> countRules,
            List<String> reportedAlone) {
        var scored = items.stream().filter(Item::scored).map(Item::id).collect(Collectors.toSet());
        var grouped = new HashSet<String>();
        for (var subscale : subscales) {
            require(scored.containsAll(subscale.items()), code, subscale.code() + " has an item that adds no points");
            for (var id : subscale.items()) {
                require(grouped.add(id), code, "item " + id + " is in two subscales");
            }
        }
        require(
                hasTotal || subscales.isEmpty() || grouped.equals(scored),
                code,
                "an item adds points to no subscale, and there is no total");
        var codes = subscales.stream().map(Subscale::code).toList();
        countRules.stream()
                .flatMap(rule -> rule.atLeast().stream())
                .forEach(count -> require(codes.contains(count.subscale()), code, "no subscale " + count.subscale()));
        reportedAlone.forEach(id -> require(
                items.stream().anyMatch(item -> item.id().equals(id) && !item.scored()),
                code,
                "item " + id + " can't be reported alone"));
    }

    private static void checkBands(String code, List<BandTable> tables, int lowest, int highest) {
        if (tables.isEmpty()) {
            return;
        }
        for (var sex : SexAtBirth.values()) {
            require(tables.stream().anyMatch(table -> table.fits(sex)), code, "no bands for " + sex);
        }
        for (var table : tables) {
            int next = lowest;
            for (var band : table.bands()) {
                require(
                        band.from() == next && band.to() >= band.from(),
                        code,
                        "band " + band.code() + " of " + table.id() + " leaves a gap");
                next = band.to() + 1;
            }
            require(next == highest + 1, code, table.id() + " ends at " + (next - 1) + " and totals at " + highest);
        }
    }

    private static void require(boolean holds, String code, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("definition of " + code + ": " + otherwise);
        }
    }

    /** What of a definition can be wrong with its items. */
    private record Check(String code, List<Item> items, Map<String, List<Option>> options) {

        void all(
                Scoring scoring,
                int mostMissing,
                List<String> noTotalWithout,
                List<SkipRule> skips,
                List<Threshold> nextBandWhen,
                List<SafetyRule> safety,
                List<FlagRule> flags) {
            var ids = new HashSet<String>();
            for (var item : items) {
                require(ids.add(item.id()), code, "item " + item.id() + " stands twice");
                checkOptions(item);
            }
            require(
                    mostMissing == 0 || (scoring == Scoring.SUM && skips.isEmpty()),
                    code,
                    "a mean can't stand in where items are skipped or the highest answer counts");
            known(ids, noTotalWithout);
            skips.forEach(skip -> {
                known(ids, skip.whenAllZero());
                known(ids, skip.notAsked());
            });
            nextBandWhen.forEach(threshold -> reachable(threshold.item(), threshold.from()));
            safety.forEach(rule -> reachable(rule.item(), rule.from()));
            flags.forEach(flag -> {
                known(ids, flag.anyAboveZero());
                known(ids, flag.allZero());
            });
        }

        private void checkOptions(Item item) {
            var choice = options.getOrDefault(item.options(), List.of());
            require(choice.size() > 1, code, "item " + item.id() + " has no choice of answers");
            for (int i = 1; i < choice.size(); i++) {
                var before = choice.get(i - 1);
                var option = choice.get(i);
                require(option.value() > before.value(), code, item.options() + " are not in order");
                require(
                        (option.points() < before.points()) == item.reversed(),
                        code,
                        "item " + item.id() + " and its points disagree whether it is reversed");
            }
        }

        private void known(Set<String> ids, Collection<String> named) {
            require(ids.containsAll(named), code, "a rule names an item that is not among " + ids);
        }

        private void reachable(String id, int from) {
            require(
                    items.stream()
                            .filter(item -> item.id().equals(id))
                            .anyMatch(item -> options.getOrDefault(item.options(), List.of()).stream()
                                    .anyMatch(option -> option.value() >= from)),
                    code,
                    "no answer to item " + id + " is " + from + " or more");
        }
    }

    /** Who chooses the answers. */
    @Schema(name = "InstrumentAnsweredBy", description = "The person themselves, or somebody who asks and observes")
    public enum AnsweredBy {
        SELF,
        OBSERVER
    }

    /** How much of the published wording the definition holds. */
    @Schema(
            name = "InstrumentWording",
            description = "SHIPPED: the text of the items; LABELS_ONLY: short names, use the published form to ask")
    public enum Wording {
        SHIPPED,
        LABELS_ONLY
    }

    /** What becomes of the points. */
    @Schema(
            name = "InstrumentScoring",
            description =
                    "SUM: the points are added to a total; HIGHEST: the highest points are the level, and there is no total")
    public enum Scoring {
        SUM,
        HIGHEST
    }

    /** Which way a higher number points. */
    @Schema(name = "InstrumentDirection", description = "WORSE: a higher number is worse; BETTER: it is better")
    public enum HigherIs {
        WORSE,
        BETTER;

        /** By how much {@code now} is better than {@code before}; negative when it is worse. */
        public int gain(int before, int now) {
            return switch (this) {
                case WORSE -> before - now;
                case BETTER -> now - before;
            };
        }
    }

    /**
     * Items whose points are added to a number of their own.
     *
     * @param attentionFrom points from which on it merits attention; null when there is no such bound
     * @param attentionTo points up to which it merits attention; null when there is no such bound
     */
    @Schema(name = "InstrumentSubscale")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Subscale(
            @Schema(required = true, examples = "RISK") String code,
            @Schema(required = true, examples = "Risk") String title,
            @Schema(required = true) List<String> items,
            @Schema(required = true) HigherIs higherIs,
            @Schema(examples = "12") @Nullable Integer attentionFrom,
            @Schema(examples = "12") @Nullable Integer attentionTo,
            @Nullable String attentionSource) {

        /** Whether points merit attention; null where nobody has said when they do. */
        @Nullable
        Boolean meritsAttention(int points) {
            if (attentionFrom == null && attentionTo == null) {
                return null;
            }
            return (attentionFrom != null && points >= attentionFrom) || (attentionTo != null && points <= attentionTo);
        }
    }

    /** A pattern that holds when enough answers of each named subscale are {@code countedFrom} or more. */
    @Schema(name = "InstrumentCountRule")
    public record CountRule(
            @Schema(required = true, examples = "PROVISIONAL_PTSD")
            String code,

            @Schema(required = true) String text,
            @Schema(required = true, examples = "2") int countedFrom,
            @Schema(required = true) List<Count> atLeast) {}

    /** How many answers of one subscale a pattern needs. */
    @Schema(name = "InstrumentCount")
    public record Count(
            @Schema(required = true, examples = "D") String subscale,
            @Schema(required = true, examples = "2") int items) {}

    /** LOINC codes, where a source could be found, and how far to trust them. */
    @Schema(name = "InstrumentLoinc")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Loinc(
            @Schema(examples = "44249-1") @Nullable String panel,
            @Schema(examples = "44261-6") @Nullable String total,
            @Schema(required = true) String note) {}

    /**
     * One question or rating.
     *
     * @param scored whether its answer adds points
     * @param reversed whether a higher answer gives fewer points
     */
    @Schema(name = "InstrumentItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Schema(required = true, examples = "9") String id,
            @Schema(required = true) String text,
            @Schema(required = true, examples = "frequency") String options,
            @Schema(required = true) boolean scored,
            @Schema(required = true) boolean reversed,
            @Schema(examples = "44260-8") @Nullable String loinc) {}

    /** One answer to choose, and the points that it adds. */
    @Schema(name = "InstrumentOption")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Option(
            @Schema(required = true) int value,
            @Schema(required = true) int points,
            @Nullable String text,
            @Schema(examples = "LA6568-5") @Nullable String loinc) {}

    /** Items that need no answer once all of certain others were answered with 0. */
    @Schema(name = "InstrumentSkipRule")
    public record SkipRule(
            @Schema(required = true) List<String> whenAllZero,
            @Schema(required = true) List<String> notAsked) {}

    /** An answer of {@code from} or more. */
    @Schema(name = "InstrumentThreshold")
    public record Threshold(
            @Schema(required = true) String item,
            @Schema(required = true) int from) {}

    /** An answer of {@code from} or more calls for a person's attention. */
    @Schema(name = "InstrumentSafetyRule")
    public record SafetyRule(
            @Schema(required = true, examples = "9") String item,
            @Schema(required = true, examples = "1") int from,

            @Schema(required = true, examples = "SUICIDAL_THOUGHTS")
            String code,

            @Schema(required = true) String text) {}

    /** Answers that somebody should look at again: any of some above 0 while all of others are 0, in certain bands. */
    @Schema(name = "InstrumentFlagRule")
    public record FlagRule(
            @Schema(required = true, examples = "INCONSISTENT_ANSWERS")
            String code,

            @Schema(required = true) String text,
            @Schema(required = true) List<String> anyAboveZero,
            @Schema(required = true) List<String> allZero,

            @Schema(required = true, description = "Only in these bands; empty for in any")
            List<String> bands) {}

    /** One published way to name totals. */
    @Schema(name = "InstrumentBandTable")
    public record BandTable(
            @Schema(required = true, examples = "kroenke-2001")
            String id,

            @Schema(required = true) String source,

            @Schema(
                    required = true,
                    description = "Whether a part of it is our own policy, for a clinical owner to confirm")
            boolean ownPolicy,

            @Schema(required = true, description = "Whom it is for; empty for everybody")
            List<SexAtBirth> sexesAtBirth,

            @Schema(required = true) List<Band> bands) {

        boolean fits(SexAtBirth sex) {
            return sexesAtBirth.isEmpty() || sexesAtBirth.contains(sex);
        }

        Band of(int points) {
            return bands.stream()
                    .filter(band -> band.from() <= points && points <= band.to())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no band of " + id + " holds " + points));
        }

        Band after(Band band) {
            return bands.get(Math.min(bands.indexOf(band) + 1, bands.size() - 1));
        }
    }

    /** What totals from {@code from} to {@code to}, both included, are called. */
    @Schema(name = "InstrumentBand")
    public record Band(
            @Schema(required = true, examples = "moderate") String code,
            @Schema(required = true, examples = "Moderate") String title,
            @Schema(required = true) int from,
            @Schema(required = true) int to) {}

    static <T> String joined(Collection<T> values, Function<T, ?> name) {
        return values.stream().map(name).map(String::valueOf).collect(Collectors.joining(", "));
    }
}
