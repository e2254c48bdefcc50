package care.iop.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir
    private Path directory;

    @Test
    void findsTheProcessAgain() {
        // given
        PidFile file = new PidFile(directory.resolve("run/part.pid"));
        file.write(ProcessHandle.current());
        // when
        Optional<ProcessHandle> found = file.process();
        // then
        assertEquals(Optional.of(ProcessHandle.current()), found);
    }

    @Test
    void takesNoStrangerThatHasTheSameIdForIt() throws IOException {
        // given
        long started = ProcessHandle.current()
                .info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .orElseThrow();
        Path file = Files.writeString(
                directory.resolve("part.pid"), ProcessHandle.current().pid() + " " + (started - 60_000));
        // when
        Optional<ProcessHandle> found = new PidFile(file).process();
        // then
        assertEquals(Optional.empty(), found);
    }

    @Test
    void findsNothingInAFileThatWasCutShort() throws IOException {
        // given
        Path file = Files.writeString(directory.resolve("part.pid"), "47");
        // when
        Optional<ProcessHandle> found = new PidFile(file).process();
        // then
        assertEquals(Optional.empty(), found);
    }

    @Test
    void findsNothingWithoutAFile() {
        // given
        PidFile file = new PidFile(directory.resolve("part.pid"));
        // when
        Optional<ProcessHandle> found = file.process();
        // then
        assertEquals(Optional.empty(), found);
    }
}
