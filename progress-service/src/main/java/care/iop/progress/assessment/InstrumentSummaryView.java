package care.iop.progress.assessment;

import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.progress.change.ChangeCriterion;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An instrument in the list of those that can be answered here. */
@Schema(name = "InstrumentSummary")
record InstrumentSummaryView(
        @Schema(examples = "PHQ-9") String code,
        String title,

        @Schema(examples = "phq-9/1") String scorerVersion,
        InstrumentDefinition.AnsweredBy answeredBy,

        @Schema(description = "What the answers look back on, an ISO 8601 duration", examples = "P14D")
        String recall,

        @Schema(examples = "10") int items,
        boolean hasTotal,
        InstrumentDefinition.HigherIs higherIs,

        @Schema(description = "The codes of its subscales", examples = "[\"USE\", \"RISK\", \"PROTECTIVE\"]")
        List<String> subscales,

        InstrumentDefinition.Wording wording,

        @Schema(description = "Who made it and on what terms it may be shown")
        String notice,

        @Schema(description = "What counts as a change, by whom; never mix two of them in one figure")
        List<ChangeCriterion> changeCriteria) {

    static InstrumentSummaryView of(InstrumentDefinition instrument, List<ChangeCriterion> criteria) {
        return new InstrumentSummaryView(
                instrument.code(),
                instrument.title(),
                instrument.scorerVersion(),
                instrument.answeredBy(),
                instrument.recall(),
                instrument.items().size(),
                instrument.hasTotal(),
                instrument.higherIs(),
                instrument.subscales().stream()
                        .map(InstrumentDefinition.Subscale::code)
                        .toList(),
                instrument.wording(),
                instrument.notice(),
                criteria);
    }
}
