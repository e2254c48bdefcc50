package care.iop.local;

import care.iop.chassis.testing.backend.ProcessEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process that we started, so that another run can find it, and never mistakes a stranger for it: process ids
 * are used again, start times are not.
 */
record PidFile(Path file) {
    /** The system tells the start time of a process by a clock that may be corrected by a second. */
    private static final long TOLERANCE_MILLIS = 2_000;

    static PidFile of(Settings settings, String part) {
        return new PidFile(settings.run().resolve(part + ".pid"));
    }

    void write(ProcessHandle process) {
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, process.pid() + " " + started + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, when it lives and is the one that was written here. */
    Optional<ProcessHandle> process() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            String[] words = Files.readString(file).strip().split(" ", -1);
            long started = Long.parseLong(words[1]);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> !ProcessEnd.hasCome(process))
                    .filter(process -> process.info()
                            .startInstant()
                            .filter(instant -> Math.abs(instant.toEpochMilli() - started) <= TOLERANCE_MILLIS)
                            .isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // Cut short by a full disk or a crash: it names nobody.
            return Optional.empty();
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
