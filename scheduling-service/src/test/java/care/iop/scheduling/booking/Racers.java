package care.iop.scheduling.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Requests that start at the same moment. */
public final class Racers {

    private Racers() {}

    /** Lets them all go at once, and answers what each came back with, in their order. */
    public static <T> List<T> race(List<? extends Callable<T>> requests) throws Exception {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(requests.size());
        try {
            var running = new ArrayList<Future<T>>();
            for (var request : requests) {
                running.add(pool.submit(() -> {
                    start.await();
                    return request.call();
                }));
            }
            start.countDown();
            var answers = new ArrayList<T>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }
}
