package care.iop.progress.assessment;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.Severity;
import java.util.Optional;

/**
 * The item of an instrument whose answer calls for a human at any total.
 *
 * @param id the item
 * @param rule the alert rule it raises
 * @param high the lowest answer that raises a HIGH alert
 * @param critical the lowest answer that raises a CRITICAL alert
 */
record SafetyItem(String id, AlertRule rule, int high, int critical) {

    /** How severe an answer is; empty when it is none to worry about. */
    Optional<Severity> severityOf(int answer) {
        if (answer >= critical) {
            return Optional.of(Severity.CRITICAL);
        }
        return answer >= high ? Optional.of(Severity.HIGH) : Optional.empty();
    }
}
