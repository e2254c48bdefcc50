package care.iop.intake.estimate;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The sums of an estimate's lines. */
record EstimateTotal(
        @Schema(required = true) Money allowed,
        @Schema(required = true) Money deductible,
        @Schema(required = true) Money copay,
        @Schema(required = true) Money coinsurance,
        @Schema(required = true) Money patient,
        @Schema(required = true) Money plan) {

    static EstimateTotal of(List<EstimatedLine> lines) {
        return new EstimateTotal(
                sum(lines, EstimatedLine::allowed),
                sum(lines, EstimatedLine::deductible),
                sum(lines, EstimatedLine::copay),
                sum(lines, EstimatedLine::coinsurance),
                sum(lines, EstimatedLine::patient),
                sum(lines, EstimatedLine::plan));
    }

    private static Money sum(List<EstimatedLine> lines, Function<EstimatedLine, Money> amount) {
        return lines.stream().map(amount).reduce(Money.ZERO, Money::plus);
    }
}
