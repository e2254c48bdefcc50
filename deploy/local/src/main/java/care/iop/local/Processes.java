package care.iop.local;

import care.iop.chassis.testing.backend.ProcessEnd;
import java.time.Duration;
import java.util.List;

/** Ends processes: asked first, forced when they don't. */
final class Processes {
    private static final Duration IN_ORDER_WITHIN = Duration.ofSeconds(20);
    private static final Duration BY_FORCE_WITHIN = Duration.ofSeconds(5);

    private Processes() {}

    static void stop(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : processes) {
            if (!ProcessEnd.await(process, IN_ORDER_WITHIN)) {
                process.destroyForcibly();
                if (!ProcessEnd.await(process, BY_FORCE_WITHIN)) {
                    throw new CannotContinue("Process " + process.pid() + " can't be ended.");
                }
            }
        }
    }
}
