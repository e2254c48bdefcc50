package care.iop.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where things are: the checkout, the directory for everything that a run writes, and the ports.
 *
 * @param repository root of the checkout
 * @param home data, logs and process ids; {@code .iop} in the checkout unless {@code IOP_HOME} says otherwise
 */
record Settings(Path repository, Path home, Map<Port, Integer> ports) {
    private static final String KEYCLOAK_VERSION = keycloakVersion();

    Settings {
        ports = Map.copyOf(ports);
    }

    static Settings from(Path repository, Map<String, String> environment) {
        Path home = Optional.ofNullable(environment.get("IOP_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElse(repository.resolve(".iop"))
                .toAbsolutePath()
                .normalize();
        Map<Port, Integer> ports = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            ports.put(port, number(port, environment.get(port.variable())));
        }
        return new Settings(repository, home, ports);
    }

    private static int number(Port port, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return port.usual();
        }
        try {
            int number = Integer.parseInt(value.strip());
            if (number > 0 && number <= 65_535) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new CannotContinue(port.variable() + " is '" + value + "', but a port is a number from 1 to 65535.");
    }

    int port(Port port) {
        return Objects.requireNonNull(ports.get(port));
    }

    String origin() {
        return "http://localhost:" + port(Port.ORIGIN);
    }

    /** The realm's URL at the origin: issuer of every token. */
    String issuer() {
        return origin() + Keycloak.PATH + "/realms/" + Keycloak.REALM;
    }

    Path logs() {
        return home.resolve("logs");
    }

    /** What {@code --fresh} deletes. */
    Path data() {
        return home.resolve("data");
    }

    /** Process ids of what runs now. */
    Path run() {
        return home.resolve("run");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** Where the build unpacks Keycloak; shared by every run of this checkout. */
    Path keycloakDistribution() {
        return repository.resolve(".iop").resolve("keycloak-" + KEYCLOAK_VERSION);
    }

    /** Leaves the ports for {@code status}, {@code token} and {@code replay}, which are asked from another terminal. */
    void savePorts() throws IOException {
        Properties properties = new Properties();
        ports.forEach((port, number) -> properties.setProperty(port.name(), Integer.toString(number)));
        try (Writer file = Files.newBufferedWriter(run().resolve("ports.properties"))) {
            properties.store(file, null);
        }
    }

    /** These settings with the ports that the running suite was started with. */
    Settings ofRunningSuite() {
        Path file = run().resolve("ports.properties");
        if (Files.notExists(file)) {
            return this;
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Port, Integer> running = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            running.put(port, Integer.parseInt(properties.getProperty(port.name(), Integer.toString(port(port)))));
        }
        return new Settings(repository, home, running);
    }

    private static String keycloakVersion() {
        Properties properties = new Properties();
        try (InputStream file = Settings.class.getResourceAsStream("versions.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("keycloak");
    }
}
