package care.iop.chassis.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Supplies the one clock of a service, so that time is an argument and never an ambient fact. */
final class SystemClock {

    private SystemClock() {}

    @Produces
    @Singleton
    static Clock clock() {
        // PostgreSQL keeps microseconds: what is answered at once and what is read later are the same.
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
