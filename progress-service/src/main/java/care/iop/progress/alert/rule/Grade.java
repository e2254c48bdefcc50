package care.iop.progress.alert.rule;

import care.iop.progress.alert.Severity;
import java.util.Optional;

/** Turns a number into HIGH or CRITICAL by two thresholds. */
final class Grade {

    private Grade() {}

    static Optional<Severity> of(int value, int high, int critical) {
        if (value >= critical) {
            return Optional.of(Severity.CRITICAL);
        }
        return value >= high ? Optional.of(Severity.HIGH) : Optional.empty();
    }
}
