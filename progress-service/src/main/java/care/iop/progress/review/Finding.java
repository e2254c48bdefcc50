package care.iop.progress.review;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One criterion, with the figures that were looked at. */
@Schema(name = "ReviewFinding")
record Finding(
        @Schema(required = true, examples = "ATTENDANCE_STEADY")
        String code,

        @Schema(required = true) Direction direction,
        @Schema(required = true) Standing standing,

        @Schema(
                required = true,
                description = "The criterion in words, with its thresholds",
                examples = "At least 80 % of at least 8 counted sessions of the last 4 whole weeks were attended.")
        String sentence,

        @Schema(
                required = true,
                description = "What was looked at; a figure that is not known is absent",
                examples = "{\"attendedSessions\": 11, \"countedSessions\": 12, \"rate\": 0.9167}")
        Map<String, BigDecimal> figures) {

    Finding {
        figures = new TreeMap<>(figures);
    }

    boolean isMet() {
        return standing == Standing.MET;
    }
}
