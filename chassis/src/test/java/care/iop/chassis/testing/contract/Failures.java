package care.iop.chassis.testing.contract;

import java.util.List;

/** Many findings, one failed assertion: whoever fixes them sees all at once. */
final class Failures {

    private Failures() {}

    static void report(String subject, List<String> failures) {
        if (!failures.isEmpty()) {
            throw new AssertionError(
                    "%d problem(s) with %s:%n- %s".formatted(failures.size(), subject, String.join("\n- ", failures)));
        }
    }
}
