package care.iop.progress.alert.rule;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.Severity;
import java.util.Optional;

/**
 * One reason to call a human.
 *
 * @param <F> what it looks at
 */
interface Rule<F> {

    AlertRule id();

    /** When it calls, with the thresholds that are set, in words for a clinician. */
    String sentence();

    /** How soon a human must look; empty when nobody has to. */
    Optional<Severity> severityOf(F facts);
}
