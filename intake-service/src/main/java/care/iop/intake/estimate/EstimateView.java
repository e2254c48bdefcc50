package care.iop.intake.estimate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An estimate as callers see it: always labelled as one, with what it takes for granted. */
@Schema(name = "CostEstimate")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EstimateView(
        @Schema(required = true, description = "To be shown with every amount")
        String label,

        @Schema(required = true, examples = "USD") String currency,

        @Schema(description = "The day that deductible and out-of-pocket maximum are of") @Nullable
        LocalDate accumulatorsAsOf,

        @Schema(required = true) EstimateTotal total,

        @Schema(required = true, description = "In the order in which they were charged")
        List<EstimatedLine> lines,

        @Schema(required = true) List<Assumption> assumptions) {

    private static final String LABEL =
            "Estimate. This is not a bill and no guarantee of payment: what is owed is decided by the plan when it processes the claims.";

    static EstimateView of(EstimateRequest request) {
        var estimate = CostEstimate.of(request.services(), request.costShares(), request.years());
        return new EstimateView(
                LABEL,
                "USD",
                request.accumulators() == null ? null : request.accumulators().asOf(),
                estimate.total(),
                estimate.lines(),
                Assumption.of(request));
    }
}
