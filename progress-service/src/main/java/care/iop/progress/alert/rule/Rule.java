package care.iop.progress.alert.rule;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.AlertSignal;
import care.iop.progress.alert.Severity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One reason to call a human.
 *
 * @param <F> what it looks at
 */
interface Rule<F> {

    AlertRule id();

    /** When it calls, with the thresholds that are set, in words for a clinician. */
    String sentence();

    /** How soon a human must look, and why; empty when nobody has to. */
    Optional<Verdict> of(F facts);

    default Optional<Verdict> calls(Severity severity, @Nullable AlertSignal signal) {
        return Optional.of(new Verdict(id(), severity, signal));
    }
}
