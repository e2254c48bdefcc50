package care.iop.progress.alert.rule;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.AlertSignal;
import care.iop.progress.alert.Finding;
import care.iop.progress.alert.Severity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule that calls a human, how soon one must look, and for which of its reasons. */
public record Verdict(
        AlertRule rule, Severity severity, @Nullable AlertSignal signal) {

    /** The verdict about a person. */
    public Finding about(UUID patientId, @Nullable UUID admissionId, UUID sourceId) {
        return new Finding(rule, severity, signal, patientId, admissionId, sourceId);
    }
}
