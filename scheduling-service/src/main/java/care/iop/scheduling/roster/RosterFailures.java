package care.iop.scheduling.roster;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts the roster runs that ended without a roster on our side, by what went wrong. */
// Its counts are shown from the start: a counter that appears with the first event hides that event from an alert on
// growth.
@Startup
@ApplicationScoped
class RosterFailures {

    private final Counter search;
    private final Counter room;
    private final Counter process;

    RosterFailures(MeterRegistry meters) {
        this.search = counter(meters, "search");
        this.room = counter(meters, "no-room");
        this.process = counter(meters, "process-ended");
    }

    private static Counter counter(MeterRegistry meters, String reason) {
        return Counter.builder("iop.scheduling.roster.runs.failed")
                .description("Roster runs that ended without a roster through a failure of ours")
                .tag("reason", reason)
                .register(meters);
    }

    /** A search ended with an exception. */
    void searchFailed() {
        search.increment();
    }

    /** A run was not taken because too many are waiting. */
    void noRoom() {
        room.increment();
    }

    /** So many runs were given up because their process ended too often. */
    void processesEnded(int runs) {
        process.increment(runs);
    }
}
