package care.iop.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells the person at the terminal what is happening. */
final class Progress {
    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Does it, and says how long it took. */
    <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        say(String.format(Locale.ROOT, "  %-36s %6.1f s", what, took.toMillis() / 1000.0));
        return result;
    }
}
