package care.iop.chassis.instrument;

import care.iop.chassis.instrument.InstrumentDefinition.Band;
import care.iop.chassis.instrument.InstrumentDefinition.CountRule;
import care.iop.chassis.instrument.InstrumentDefinition.HigherIs;
import care.iop.chassis.instrument.InstrumentDefinition.Item;
import care.iop.chassis.instrument.InstrumentDefinition.Option;
import care.iop.chassis.instrument.InstrumentDefinition.SafetyRule;
import care.iop.chassis.instrument.InstrumentDefinition.Scoring;
import care.iop.chassis.instrument.InstrumentDefinition.SkipRule;
import care.iop.chassis.instrument.InstrumentDefinition.Subscale;
import care.iop.chassis.instrument.InstrumentDefinition.Threshold;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What answers to an instrument amount to. */
@Schema(name = "InstrumentScore", description = "What answers to an instrument amount to")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Score(
        @Schema(required = true, examples = "PHQ-9") String instrument,
        @Schema(required = true, examples = "phq-9/1") String scorerVersion,

        @Schema(description = "Absent when too much was left out, and for an instrument of levels", examples = "14")
        @Nullable
        Integer total,

        @Schema(description = "The band to act on; absent when it can't be known", examples = "moderate") @Nullable
        String band,

        @Schema(description = "The band of the total alone; single answers can raise the band to act on by one")
        @Nullable
        String bandOfTotal,

        @Schema(required = true, description = "The items whose answers raised the band to act on")
        List<String> bandRaisedBy,

        @Schema(description = "Without a band: the one that the answers reach already, whatever is missing") @Nullable
        String bandAtLeast,

        @Schema(
                required = true,
                description = "The table that the bands are from; \"none\" where no bands are published",
                examples = "kroenke-2001")
        String bandTable,

        @Schema(required = true, description = "The bands of the same total in other published tables")
        List<OtherBand> otherBands,

        @Schema(required = true, description = "Whether every item was answered that had to be asked")
        boolean complete,

        @Schema(required = true, description = "Whether the mean of the answered items stands in for those left out")
        boolean prorated,

        @Schema(required = true, description = "The items that had to be asked and were not answered")
        List<String> missingItems,

        @Schema(required = true, description = "The items that did not have to be asked, after the answers to others")
        List<String> notAskedItems,

        @Nullable NoTotalReason noTotalBecause,
        @Schema(required = true) List<SafetyFlag> safetyFlags,
        @Schema(required = true) List<Flag> flags,

        @Schema(required = true, description = "Where the scoring is a policy or a choice, in words")
        List<String> policies,

        @Schema(required = true, description = "Points of groups of items; empty where the instrument has none")
        List<SubscaleScore> subscales,

        @Schema(required = true, description = "Patterns of answers that the instrument looks for")
        List<Pattern> patterns,

        @Schema(required = true, description = "Answers that add no points and are reported as they are")
        List<LoneAnswer> reportedAlone) {

    private static final String NO_TABLE = "none";

    /** Takes a score that was stored before there were subscales, patterns and answers reported alone. */
    @SuppressWarnings("NullAway") // what is missing in JSON arrives as null
    public Score {
        subscales = subscales == null ? List.of() : List.copyOf(subscales);
        patterns = patterns == null ? List.of() : List.copyOf(patterns);
        reportedAlone = reportedAlone == null ? List.of() : List.copyOf(reportedAlone);
    }

    /**
     * The one scorer. Takes the points of the answers together, looks up what they mean, and never guesses: when more is
     * missing than the instrument allows there is no total, but safety flags fire all the same.
     */
    public static Score of(InstrumentDefinition instrument, Answers answers, SexAtBirth sex) {
        var spared = spared(instrument, answers);
        var missing = instrument.scoredItems().stream()
                .map(Item::id)
                .filter(id -> !answers.has(id) && !spared.contains(id))
                .toList();
        var notAsked = instrument.items().stream()
                .map(Item::id)
                .filter(id -> !answers.has(id) && spared.contains(id))
                .toList();
        int answered = points(instrument, answers);
        var noTotalBecause = instrument.isScoredAsAWhole() ? NoTotalReason.of(instrument, missing) : null;
        var isLevel = instrument.scoring() == Scoring.HIGHEST;
        var isKnown = noTotalBecause == null || (isLevel && answered == instrument.highestTotal());
        int points = noTotalBecause == null
                ? prorated(instrument, answered, missing.size())
                : answered + (isLevel ? 0 : fewest(instrument, missing));
        var bands = bands(instrument, answers, sex, points, isKnown);
        var hasTotal = noTotalBecause == null && instrument.hasTotal();
        return new Score(
                instrument.code(),
                instrument.scorerVersion(),
                hasTotal ? points : null,
                bands.band() == null ? null : bands.band().code(),
                bands.ofTotal(),
                bands.raisedBy(),
                bands.atLeast(),
                bands.table(),
                hasTotal ? otherBands(instrument, sex, points) : List.of(),
                missing.isEmpty(),
                hasTotal && !missing.isEmpty(),
                missing,
                notAsked,
                noTotalBecause,
                safetyFlags(instrument, answers),
                flags(instrument, answers, bands.band()),
                instrument.policies(),
                instrument.subscales().stream()
                        .map(subscale -> SubscaleScore.of(subscale, instrument, answers, missing))
                        .toList(),
                instrument.countRules().stream()
                        .map(rule -> Pattern.of(rule, instrument, answers, missing))
                        .toList(),
                instrument.reportedAlone().stream()
                        .flatMap(id -> LoneAnswer.of(instrument, id, answers).stream())
                        .toList());
    }

    /** The points of a subscale; empty while one of its items is missing, and where there is no such subscale. */
    public Optional<Integer> pointsOf(String subscale) {
        return subscales.stream()
                .filter(score -> score.code().equals(subscale))
                .findFirst()
                .map(SubscaleScore::points);
    }

    /** What the bands of the table in use say. */
    private record Bands(
            @Nullable Band band,
            @Nullable String ofTotal,
            List<String> raisedBy,
            @Nullable String atLeast,
            String table) {}

    private static Bands bands(
            InstrumentDefinition instrument, Answers answers, SexAtBirth sex, int points, boolean isKnown) {
        var table = instrument.bandTable(sex).orElse(null);
        if (table == null) {
            return new Bands(null, null, List.of(), null, NO_TABLE);
        }
        var ofTotal = table.of(points);
        if (!isKnown) {
            return new Bands(null, null, List.of(), ofTotal.code(), table.id());
        }
        var raisedBy = instrument.nextBandWhen().stream()
                .filter(threshold -> answers.atLeast(threshold.item(), threshold.from()))
                .map(Threshold::item)
                .toList();
        var band = raisedBy.isEmpty() ? ofTotal : table.after(ofTotal);
        return new Bands(band, ofTotal.code(), raisedBy, null, table.id());
    }

    private static int fewest(InstrumentDefinition instrument, List<String> missing) {
        return missing.stream().mapToInt(instrument::fewestPoints).sum();
    }

    private static Set<String> spared(InstrumentDefinition instrument, Answers answers) {
        var spared = new HashSet<String>();
        instrument.skips().stream()
                .filter(skip -> answers.allZero(skip.whenAllZero()))
                .map(SkipRule::notAsked)
                .forEach(spared::addAll);
        return spared;
    }

    private static int points(InstrumentDefinition instrument, Answers answers) {
        var points = instrument.scoredItems().stream().mapToInt(item -> answers.to(item.id())
                .map(answer -> instrument.points(item, answer))
                .orElse(0));
        return switch (instrument.scoring()) {
            case SUM -> points.sum();
            case HIGHEST -> points.max().orElse(0);
        };
    }

    private static int pointsTo(InstrumentDefinition instrument, String id, Answers answers) {
        return instrument
                .item(id)
                .flatMap(item -> answers.to(id).map(answer -> instrument.points(item, answer)))
                .orElse(0);
    }

    /** Lets the mean of the answered items stand in for the missing ones, rounded half up. */
    private static int prorated(InstrumentDefinition instrument, int sum, int missing) {
        if (missing == 0) {
            return sum;
        }
        int items = instrument.scoredItems().size();
        int answered = items - missing;
        return (2 * sum * items + answered) / (2 * answered);
    }

    private static List<OtherBand> otherBands(InstrumentDefinition instrument, SexAtBirth sex, int total) {
        return instrument.bandTables().stream()
                .filter(table -> table.fits(sex))
                .skip(1)
                .map(table -> new OtherBand(table.id(), table.of(total).code()))
                .toList();
    }

    private static List<SafetyFlag> safetyFlags(InstrumentDefinition instrument, Answers answers) {
        return instrument.safety().stream()
                .filter(rule -> answers.atLeast(rule.item(), rule.from()))
                .map(SafetyFlag::of)
                .toList();
    }

    private static List<Flag> flags(InstrumentDefinition instrument, Answers answers, @Nullable Band band) {
        return instrument.flags().stream()
                .filter(rule -> rule.anyAboveZero().stream().anyMatch(id -> answers.atLeast(id, 1))
                        && answers.allZero(rule.allZero())
                        && (rule.bands().isEmpty()
                                || (band != null && rule.bands().contains(band.code()))))
                .map(rule -> new Flag(rule.code(), rule.text()))
                .toList();
    }

    /** The band of the same total in a table that is not the one in use. */
    @Schema(name = "InstrumentOtherBand")
    public record OtherBand(
            @Schema(required = true, examples = "camcops") String table,
            @Schema(required = true, examples = "moderate") String band) {}

    /** An answer that calls for a person's attention, whatever the total and whatever is missing. */
    @Schema(name = "InstrumentSafetyFlag")
    public record SafetyFlag(
            @Schema(required = true, examples = "SUICIDAL_THOUGHTS")
            String code,

            @Schema(required = true, examples = "9") String item,
            @Schema(required = true) String text) {

        static SafetyFlag of(SafetyRule rule) {
            return new SafetyFlag(rule.code(), rule.item(), rule.text());
        }
    }

    /** Something about the answers that somebody should look at again. */
    @Schema(name = "InstrumentFlag")
    public record Flag(
            @Schema(required = true, examples = "INCONSISTENT_ANSWERS")
            String code,

            @Schema(required = true) String text) {}

    /** The points of one group of items. */
    @Schema(name = "InstrumentSubscaleScore")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SubscaleScore(
            @Schema(required = true, examples = "RISK") String code,
            @Schema(required = true, examples = "Risk") String title,

            @Schema(description = "Absent while one of its items is missing", examples = "12") @Nullable
            Integer points,

            @Schema(required = true, examples = "24") int highest,
            @Schema(required = true) HigherIs higherIs,

            @Schema(description = "Absent without points, and where nobody has said when it merits attention") @Nullable
            Boolean meritsAttention) {

        static SubscaleScore of(
                Subscale subscale, InstrumentDefinition instrument, Answers answers, List<String> missing) {
            var points = subscale.items().stream().anyMatch(missing::contains)
                    ? null
                    : (Integer) subscale.items().stream()
                            .mapToInt(id -> pointsTo(instrument, id, answers))
                            .sum();
            return new SubscaleScore(
                    subscale.code(),
                    subscale.title(),
                    points,
                    instrument.highestOf(subscale.items()),
                    subscale.higherIs(),
                    points == null ? null : subscale.meritsAttention(points));
        }
    }

    /** Whether answers have a pattern that the instrument looks for. */
    @Schema(name = "InstrumentPattern")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pattern(
            @Schema(required = true, examples = "PROVISIONAL_PTSD")
            String code,

            @Schema(required = true) String text,

            @Schema(description = "Absent while missing answers could decide it either way") @Nullable
            Boolean met,

            @Schema(required = true, description = "The items whose answers count for it")
            List<String> countedItems) {

        static Pattern of(CountRule rule, InstrumentDefinition instrument, Answers answers, List<String> missing) {
            var holds = rule.atLeast().stream()
                    .allMatch(count -> counted(rule, instrument, count.subscale(), answers) >= count.items());
            var canHold = rule.atLeast().stream()
                    .allMatch(count -> counted(rule, instrument, count.subscale(), answers)
                                    + itemsOf(instrument, count.subscale()).stream()
                                            .filter(missing::contains)
                                            .count()
                            >= count.items());
            return new Pattern(
                    rule.code(),
                    rule.text(),
                    holds ? Boolean.TRUE : canHold ? null : Boolean.FALSE,
                    rule.atLeast().stream()
                            .flatMap(count -> itemsOf(instrument, count.subscale()).stream())
                            .filter(id -> answers.atLeast(id, rule.countedFrom()))
                            .toList());
        }

        private static long counted(CountRule rule, InstrumentDefinition instrument, String subscale, Answers answers) {
            return itemsOf(instrument, subscale).stream()
                    .filter(id -> answers.atLeast(id, rule.countedFrom()))
                    .count();
        }

        private static List<String> itemsOf(InstrumentDefinition instrument, String subscale) {
            return instrument.subscale(subscale).map(Subscale::items).orElse(List.of());
        }
    }

    /** An answer that adds no points. */
    @Schema(name = "InstrumentLoneAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LoneAnswer(
            @Schema(required = true, examples = "17") String item,
            @Schema(required = true) String text,
            @Schema(required = true, examples = "3") int answer,
            @Schema(examples = "Considerably") @Nullable String answerText) {

        static Optional<LoneAnswer> of(InstrumentDefinition instrument, String id, Answers answers) {
            return instrument.item(id).flatMap(item -> answers.to(id).map(answer -> {
                var option = instrument.optionsOf(item).stream()
                        .filter(choice -> choice.value() == answer)
                        .findFirst();
                return new LoneAnswer(
                        id, item.text(), answer, option.map(Option::text).orElse(null));
            }));
        }
    }

    /** Why answers have no total. */
    @Schema(name = "InstrumentNoTotalReason")
    public enum NoTotalReason {
        SAFETY_ITEM_MISSING,
        TOO_MANY_ITEMS_MISSING;

        static @Nullable NoTotalReason of(InstrumentDefinition instrument, List<String> missing) {
            if (instrument.noTotalWithout().stream().anyMatch(missing::contains)) {
                return SAFETY_ITEM_MISSING;
            }
            return missing.size() > instrument.mostMissing() ? TOO_MANY_ITEMS_MISSING : null;
        }
    }
}
