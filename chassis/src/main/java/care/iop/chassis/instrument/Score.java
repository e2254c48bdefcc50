package care.iop.chassis.instrument;

import care.iop.chassis.instrument.InstrumentDefinition.Band;
import care.iop.chassis.instrument.InstrumentDefinition.Item;
import care.iop.chassis.instrument.InstrumentDefinition.SafetyRule;
import care.iop.chassis.instrument.InstrumentDefinition.Scoring;
import care.iop.chassis.instrument.InstrumentDefinition.SkipRule;
import care.iop.chassis.instrument.InstrumentDefinition.Threshold;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
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

        @Schema(required = true, description = "The table that the bands are from", examples = "kroenke-2001")
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
        List<String> policies) {

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
        var table = instrument.bandTable(sex);
        int reached = points(instrument, answers);
        var noTotalBecause = NoTotalReason.of(instrument, missing);
        var bandIsKnown = noTotalBecause == null
                || (instrument.scoring() == Scoring.HIGHEST && reached == instrument.highestTotal());
        int points = noTotalBecause == null ? prorated(instrument, reached, missing.size()) : reached;
        var ofTotal = table.of(points);
        var raisedBy = bandIsKnown
                ? instrument.nextBandWhen().stream()
                        .filter(threshold -> answers.atLeast(threshold.item(), threshold.from()))
                        .map(Threshold::item)
                        .toList()
                : List.<String>of();
        var band = raisedBy.isEmpty() ? ofTotal : table.after(ofTotal);
        var hasTotal = noTotalBecause == null && instrument.scoring() == Scoring.SUM;
        return new Score(
                instrument.code(),
                instrument.scorerVersion(),
                hasTotal ? points : null,
                bandIsKnown ? band.code() : null,
                bandIsKnown ? ofTotal.code() : null,
                raisedBy,
                bandIsKnown ? null : ofTotal.code(),
                table.id(),
                hasTotal ? otherBands(instrument, sex, points) : List.of(),
                missing.isEmpty(),
                hasTotal && !missing.isEmpty(),
                missing,
                notAsked,
                noTotalBecause,
                safetyFlags(instrument, answers),
                flags(instrument, answers, bandIsKnown ? band : null),
                instrument.policies());
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
        var used = instrument.bandTable(sex);
        return instrument.bandTables().stream()
                .filter(table -> table.fits(sex) && !table.equals(used))
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
