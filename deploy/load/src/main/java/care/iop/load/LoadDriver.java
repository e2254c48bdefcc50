package care.iop.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Repeats a piece of work on a number of connections, each of which does one at a time. */
final class LoadDriver {

    private final int port;

    LoadDriver(int port) {
        this.port = port;
    }

    /** Closed loop: each connection begins anew as soon as it has its answer. What ends in the warm-up is not counted. */
    Outcome closedLoop(int connections, Duration warmUp, Duration measured, Work work)
            throws InterruptedException, ExecutionException {
        long from = System.nanoTime() + warmUp.toNanos();
        long until = from + measured.toNanos();
        return run(connections, measured, connection -> {
            var latencies = new Latencies();
            while (System.nanoTime() < until) {
                long began = System.nanoTime();
                work.doOn(connection);
                long ended = System.nanoTime();
                if (ended >= from && ended < until) {
                    latencies.add(ended - began);
                }
            }
            return latencies.toArray();
        });
    }

    /**
     * Open loop: pieces of work begin at fixed times whether or not earlier ones have ended, as long as a connection is
     * free. A latency counts from the time at which the work was due, so that a stall is not hidden.
     */
    Outcome openLoop(int perSecond, int connections, Duration measured, Work work)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long count = perSecond * measured.toSeconds();
        long interval = Duration.ofSeconds(1).toNanos() / perSecond;
        var next = new AtomicLong();
        return run(connections, measured, connection -> {
            var latencies = new Latencies();
            for (long i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                long due = start + i * interval;
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                work.doOn(connection);
                latencies.add(System.nanoTime() - due);
            }
            return latencies.toArray();
        });
    }

    private Outcome run(int connections, Duration measured, Loop loop) throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(connections);
        try {
            var running = new ArrayList<Future<long[]>>();
            for (int i = 0; i < connections; i++) {
                Callable<long[]> one = () -> {
                    try (var connection = new KeepAliveConnection(port)) {
                        return loop.on(connection);
                    }
                };
                running.add(pool.submit(one));
            }
            var latencies = new ArrayList<long[]>();
            for (var one : running) {
                latencies.add(one.get());
            }
            return Outcome.of(latencies, measured);
        } finally {
            pool.shutdownNow();
        }
    }

    /** One piece of work; an answer other than the expected one is an error, which ends the measurement. */
    interface Work {
        void doOn(KeepAliveConnection connection) throws IOException;
    }

    private interface Loop {
        long[] on(KeepAliveConnection connection) throws IOException;
    }

    /** What one stretch of load came to. */
    record Outcome(Samples latencies, double perSecond) {

        static Outcome of(List<long[]> latencies, Duration measured) {
            var samples = new Samples(latencies);
            return new Outcome(samples, samples.count() / (measured.toNanos() / 1e9));
        }
    }

    /** Grows like a list, without a box around each number. */
    private static final class Latencies {

        private long[] nanos = new long[1024];
        private int count;

        void add(long latency) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = latency;
        }

        long[] toArray() {
            return Arrays.copyOf(nanos, count);
        }
    }
}
