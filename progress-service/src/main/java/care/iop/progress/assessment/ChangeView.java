package care.iop.progress.assessment;

import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.chassis.instrument.InstrumentDefinition.HigherIs;
import care.iop.progress.change.Category;
import care.iop.progress.change.ChangeCriterion;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How two measurements of one instrument differ. */
@Schema(name = "ScoreChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangeView(
        @Schema(required = true, examples = "PHQ-9") String instrument,

        @Schema(description = "The result that stands for the beginning; absent when it is not a stored one") @Nullable
        UUID baselineId,

        @Nullable Instant baselineTakenAt,

        @Schema(required = true, description = "The total, or each subscale of an instrument without one")
        List<Difference> differences,

        @Schema(required = true, description = "By each criterion on its own; different criteria give different rates")
        List<Judged> criteria,

        @Schema(
                required = true,
                description = "Items whose answers differ; look at these first where there is no total")
        List<ItemDifference> items,

        @Schema(required = true, description = "What to mind when reading it")
        List<String> cautions) {

    /** Two numbers of the same kind. */
    @Schema(name = "ScoreDifference")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Difference(
            @Schema(description = "Absent for the total", examples = "RISK") @Nullable
            String subscale,

            @Schema(required = true) HigherIs higherIs,
            @Schema(examples = "16") @Nullable Integer baseline,
            @Schema(examples = "8") @Nullable Integer now,

            @Schema(
                    description = "Positive is better, whichever way the numbers point; absent without two numbers",
                    examples = "8")
            @Nullable
            Integer gain) {

        static Difference of(
                @Nullable String subscale, HigherIs higherIs, @Nullable Integer baseline, @Nullable Integer now) {
            return new Difference(
                    subscale,
                    higherIs,
                    baseline,
                    now,
                    baseline == null || now == null ? null : higherIs.gain(baseline, now));
        }
    }

    /** What one criterion says. */
    @Schema(name = "JudgedChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Judged(
            @Schema(required = true) ChangeCriterion criterion,

            @Schema(required = true, description = "Whether figures and alerts go by this one")
            boolean primary,

            @Schema(description = "Absent when one of the two numbers is missing") @Nullable
            Category category) {}

    /** One item that was answered differently. */
    @Schema(name = "ItemDifference")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemDifference(
            @Schema(required = true, examples = "9") String item,
            @Schema(required = true) String text,
            @Schema(examples = "2") @Nullable Integer baseline,
            @Schema(examples = "0") @Nullable Integer now) {

        static ItemDifference of(InstrumentDefinition.Item item, @Nullable Integer baseline, @Nullable Integer now) {
            return new ItemDifference(item.id(), item.text(), baseline, now);
        }
    }
}
