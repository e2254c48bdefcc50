package care.iop.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

/** Provokes races. */
public final class AtOnce {

    private AtOnce() {}

    /** Does the same on two threads that begin together, and gives what both gave. */
    public static <T> List<T> twice(Callable<T> work) throws Exception {
        var together = new CyclicBarrier(2);
        Callable<T> started = () -> {
            together.await();
            return work.call();
        };
        var threads = Executors.newFixedThreadPool(2);
        try {
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(List.of(started, started))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
