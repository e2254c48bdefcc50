package care.iop.chassis.testing.backend;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells when a process that is not our own child has ended. The JDK takes one that nobody has collected yet, as happens
 * where a container's first process is no init, for a living one; such a process has no program any more.
 */
public final class ProcessEnd {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private ProcessEnd() {}

    public static boolean hasCome(ProcessHandle process) {
        return !process.isAlive() || process.info().command().isEmpty();
    }

    /** Waits for it and returns whether it came in time; an interruption counts as not. */
    public static boolean await(ProcessHandle process, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (!hasCome(process)) {
            try {
                if (System.nanoTime() > deadline || never.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    return false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
