package care.iop.chassis.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Work that a process repeats in the background, as operators see it. A failure counter alone is not enough: work whose
 * thread has died or hangs counts no failure. So each work also tells how long nothing was heard of it, and how often
 * something should be.
 */
@ApplicationScoped
public class RepeatedWork {

    private final MeterRegistry meters;
    private final LongSupplier nanos;

    @Inject
    public RepeatedWork(MeterRegistry meters) {
        this(meters, System::nanoTime);
    }

    RepeatedWork(MeterRegistry meters, LongSupplier nanos) {
        this.meters = meters;
        this.nanos = nanos;
    }

    /**
     * Begins to watch a work; its silence is counted from now.
     *
     * @param name lower case, words joined by hyphens; the same in every process
     * @param every the pause between two rounds
     */
    public Rounds watch(String name, Duration every) {
        var rounds = new Rounds(Counter.builder("iop.work.failed")
                .description("Rounds of repeated work that ended in a failure")
                .tag("work", name)
                .register(meters));
        Gauge.builder("iop.work.silent", rounds, Rounds::silentSeconds)
                .description("Time since a round of repeated work last ended well, or since the start")
                .baseUnit("seconds")
                .tag("work", name)
                .strongReference(true)
                .register(meters);
        Gauge.builder("iop.work.pause", () -> every.toMillis() / 1e3)
                .description("Pause that is meant between two rounds of repeated work")
                .baseUnit("seconds")
                .tag("work", name)
                .strongReference(true)
                .register(meters);
        return rounds;
    }

    /** The rounds of one work. */
    public final class Rounds {

        private final Counter failures;
        private volatile long endedWellAt = nanos.getAsLong();

        private Rounds(Counter failures) {
            this.failures = failures;
        }

        /** A round ended well. */
        public void endedWell() {
            endedWellAt = nanos.getAsLong();
        }

        /** A round failed; its work will be tried again. */
        public void failed() {
            failures.increment();
        }

        private double silentSeconds() {
            return (nanos.getAsLong() - endedWellAt) / 1e9;
        }
    }
}
