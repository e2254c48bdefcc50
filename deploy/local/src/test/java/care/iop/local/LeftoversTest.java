package care.iop.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LeftoversTest {
    @TempDir
    private Path repository;

    @Test
    void stopsWhatAKilledRunLeftBehindAndForgetsIt() throws Exception {
        // given
        Settings settings = Settings.from(repository, Map.of());
        Process left = endless();
        PidFile file = PidFile.of(settings, "intake-service");
        file.write(left.toHandle());
        // when
        List<String> stopped = Leftovers.stop(settings);
        // then
        assertEquals(List.of("intake-service"), stopped);
        left.waitFor();
        assertFalse(left.isAlive());
        assertEquals(List.of(), Leftovers.stop(settings));
    }

    @Test
    void leavesAStrangerWithTheSameProcessIdAlone() throws Exception {
        // given
        Settings settings = Settings.from(repository, Map.of());
        Process stranger = endless();
        PidFile file = PidFile.of(settings, "intake-service");
        file.write(ProcessHandle.current());
        Files.writeString(file.file(), stranger.pid() + " 0");
        // when
        List<String> stopped = Leftovers.stop(settings);
        // then
        assertEquals(List.of(), stopped);
        assertTrue(stranger.isAlive());
        stranger.destroyForcibly().waitFor();
    }

    /** A JVM that waits for input which never comes. */
    private static Process endless() throws Exception {
        return new ProcessBuilder(
                        ChildJvm.java(), "-cp", System.getProperty("java.class.path"), Endless.class.getName())
                .start();
    }

    static final class Endless {
        private Endless() {}

        public static void main(String[] arguments) throws Exception {
            System.exit(System.in.read());
        }
    }
}
