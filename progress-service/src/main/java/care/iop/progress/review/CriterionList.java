package care.iop.progress.review;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All criteria in words. */
@Schema(name = "ReviewCriterionList")
record CriterionList(
        @Schema(required = true) List<Item> items,

        @Schema(required = true, description = "How they make a suggestion, and when a review is recommended")
        String policy) {

    /** One criterion in words. */
    @Schema(name = "ReviewCriterion")
    record Item(
            @Schema(required = true, examples = "USE_CONTINUES")
            String code,

            @Schema(required = true) Direction direction,
            @Schema(required = true) String sentence,

            @Schema(
                    required = true,
                    description = "Whether its thresholds are our own policy, for a clinical owner to confirm",
                    examples = "true")
            boolean ownPolicy) {}
}
