package care.iop.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    private Path repository;

    @Test
    void takesEveryPortAndTheHomeFromTheEnvironment() {
        // given
        Map<String, String> environment =
                Map.of("IOP_PORT_ORIGIN", "18080", "IOP_PORT_INTAKE_MANAGEMENT", "65535", "IOP_HOME", "/var/iop");
        // when
        Settings settings = Settings.from(repository, environment);
        // then
        assertEquals("http://localhost:18080/auth/realms/iop", settings.issuer());
        assertEquals(65_535, settings.port(Port.INTAKE_MANAGEMENT));
        assertEquals(8081, settings.port(Port.INTAKE));
        assertEquals(Path.of("/var/iop"), settings.home());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http"})
    void refusesWhatIsNoPort(String value) {
        // given
        Map<String, String> environment = Map.of("IOP_PORT_KAFKA", value);
        // when
        CannotContinue refused = assertThrows(CannotContinue.class, () -> Settings.from(repository, environment));
        // then
        assertEquals(
                "IOP_PORT_KAFKA is '" + value + "', but a port is a number from 1 to 65535.", refused.getMessage());
    }

    @Test
    void findsThePortsOfTheRunningSuiteFromAnotherTerminal() throws Exception {
        // given
        Settings running = Settings.from(repository, Map.of("IOP_PORT_KEYCLOAK", "28180"));
        Files.createDirectories(running.run());
        running.savePorts();
        // when
        Settings asked = Settings.from(repository, Map.of()).ofRunningSuite();
        // then
        assertEquals(running, asked);
    }
}
