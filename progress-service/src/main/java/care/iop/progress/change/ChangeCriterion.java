package care.iop.progress.change;

import care.iop.chassis.instrument.InstrumentDefinition.HigherIs;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody calls a change of one instrument.
 *
 * @param subscale null for the total
 * @param reliableFrom how many points of difference, either way, are more than chance
 * @param cut the mildest number that belongs to the disorder; null when the criterion knows none
 */
@Schema(name = "ChangeCriterion")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeCriterion(
        @Schema(required = true, examples = "PHQ-9") String instrument,

        @Schema(required = true, examples = "talking-therapies")
        String code,

        @Schema(required = true) String title,
        @Schema(required = true) Kind kind,

        @Schema(description = "Absent for the total", examples = "RISK") @Nullable
        String subscale,

        @Schema(description = "Points of difference that are more than chance", examples = "6") @Nullable
        Integer reliableFrom,

        @Schema(description = "The mildest number that belongs to the disorder", examples = "10") @Nullable
        Integer cut,

        @Schema(required = true) String source,
        @Schema(required = true) Certainty certainty,

        @Schema(required = true, description = "Whether it is our own policy, for a clinical owner to confirm")
        boolean ownPolicy) {

    public ChangeCriterion {
        var complete =
                switch (kind) {
                    case RELIABLE -> reliableFrom != null && reliableFrom > 0;
                    case RESPONSE -> true;
                    case REMISSION -> cut != null;
                };
        if (!complete) {
            throw new IllegalArgumentException("criterion " + code + " of " + instrument + " lacks a number");
        }
        if (ownPolicy != (certainty == Certainty.OWN_POLICY)) {
            throw new IllegalArgumentException(
                    "criterion " + code + " of " + instrument + " is unsure whose policy it is");
        }
    }

    /** What the change from one number to another amounts to, when higher numbers point this way. */
    public Category of(HigherIs higherIs, int baseline, int now) {
        return switch (kind) {
            case RELIABLE -> reliable(higherIs, baseline, now);
            case RESPONSE ->
                baseline > 0 && 2 * higherIs.gain(baseline, now) >= baseline ? Category.IMPROVED : Category.UNCHANGED;
            case REMISSION ->
                belongsToDisorder(higherIs, baseline) && !belongsToDisorder(higherIs, now)
                        ? Category.RECOVERED
                        : Category.UNCHANGED;
        };
    }

    private Category reliable(HigherIs higherIs, int baseline, int now) {
        int enough = reliableFrom == null ? Integer.MAX_VALUE : reliableFrom;
        int gain = higherIs.gain(baseline, now);
        if (gain <= -enough) {
            return Category.DETERIORATED;
        }
        if (gain < enough) {
            return Category.UNCHANGED;
        }
        return belongsToDisorder(higherIs, baseline) && !belongsToDisorder(higherIs, now)
                ? Category.RECOVERED
                : Category.IMPROVED;
    }

    private boolean belongsToDisorder(HigherIs higherIs, int points) {
        return cut != null && higherIs.gain(cut, points) <= 0;
    }

    /** How a criterion decides. */
    @Schema(
            name = "ChangeCriterionKind",
            description =
                    "RELIABLE: a difference of enough points, recovered when it also leaves the range of the disorder;"
                            + " RESPONSE: a fall to half of the baseline or less; REMISSION: below a cut-off after having been above it")
    public enum Kind {
        RELIABLE,
        RESPONSE,
        REMISSION
    }

    /** How far its numbers can be trusted. */
    @Schema(name = "ChangeCriterionCertainty")
    public enum Certainty {
        VERIFIED,
        SECONDARY_SOURCE,
        TO_BE_CONFIRMED,
        OWN_POLICY,
        GIVEN_BY_CALLER
    }
}
