package care.iop.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import care.iop.chassis.testing.backend.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    @TempDir
    private Path directory;

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysWhichPortIsTakenByWhomAndWhatToDo() throws IOException {
        // given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Settings settings =
                    Settings.from(directory, Map.of("IOP_PORT_SCHEDULING", Integer.toString(taken.getLocalPort())));
            // when
            CannotContinue refused =
                    assertThrows(CannotContinue.class, () -> Preflight.requireFree(settings, List.of(Port.SCHEDULING)));
            // then
            assertEquals(
                    "Port " + taken.getLocalPort() + ", where scheduling-service would listen, is taken by process "
                            + ProcessHandle.current().pid()
                            + " (java); end it, or set IOP_PORT_SCHEDULING to a free port.",
                    refused.getMessage());
        }
    }

    @Test
    void passesAFreePort() {
        // given
        Settings settings = Settings.from(directory, Map.of("IOP_PORT_SCHEDULING", Integer.toString(FreePort.find())));
        // when / then
        assertDoesNotThrow(() -> Preflight.requireFree(settings, List.of(Port.SCHEDULING)));
    }

    @Test
    void saysThatTheDiskIsFull() {
        // given
        long more = Long.MAX_VALUE;
        // when
        CannotContinue refused = assertThrows(CannotContinue.class, () -> Preflight.requireSpace(directory, more));
        // then
        assertTrue(refused.getMessage().startsWith("The disk of " + directory + " is full ("), refused.getMessage());
        assertTrue(refused.getMessage().endsWith("set IOP_HOME to a directory elsewhere."), refused.getMessage());
    }

    @Test
    void passesADiskWithEnoughSpace() {
        // given
        long little = 1;
        // when / then
        assertDoesNotThrow(() -> Preflight.requireSpace(directory, little));
    }

    @Test
    void saysWhatIsNotBuilt() {
        // given
        Settings settings = Settings.from(directory, Map.of());
        // when
        CannotContinue refused = assertThrows(CannotContinue.class, () -> Preflight.requireBuilt(settings, true));
        // then
        assertEquals(
                "Keycloak is not unpacked in " + settings.keycloakDistribution()
                        + "; run deploy/local/up, which builds what is missing, or mvn package.",
                refused.getMessage());
    }
}
