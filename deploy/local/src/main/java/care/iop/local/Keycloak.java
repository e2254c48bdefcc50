package care.iop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keycloak from the distribution that the build unpacked. It keeps its data in the suite's PostgreSQL and imports the realm
 * file into a database that has no such realm.
 *
 * <p>Its start script is left out: the script puts Java into the background, and a killed script would leave it there.
 */
final class Keycloak {
    static final String PART = "keycloak";
    static final String PATH = "/auth";
    static final String REALM = "iop";
    static final String ADMIN = "admin";
    static final String ADMIN_PASSWORD = "local-admin";
    static final String DATABASE = "keycloak";

    private static final Duration PREPARED_WITHIN = Duration.ofMinutes(5);

    /** What Keycloak fixes once, when it is prepared. */
    private static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--http-relative-path=" + PATH, "--cache=local");

    private final Settings settings;
    private final Path distribution;
    private final Path home;

    Keycloak(Settings settings) {
        this.settings = settings;
        this.distribution = settings.keycloakDistribution();
        this.home = settings.data().resolve(PART);
    }

    /** Whether the distribution has been built for our options. */
    boolean isPrepared() {
        Path marker = marker();
        try {
            return Files.exists(marker) && Files.readString(marker).equals(String.join(" ", BUILD_OPTIONS));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + marker, e);
        }
    }

    /** Builds the distribution for our options, once even when two runs want it. */
    void prepare() {
        try (FileChannel channel = FileChannel.open(
                        distribution.resolve("preparing.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.lock()) {
            if (alone.isValid() && isPrepared()) {
                return;
            }
            Files.deleteIfExists(marker());
            List<String> arguments = new ArrayList<>(List.of("build"));
            arguments.addAll(BUILD_OPTIONS);
            ChildJvm.start(settings, "keycloak-build", command(distribution, arguments), Map.of())
                    .awaitEnd(PREPARED_WITHIN);
            PidFile.of(settings, "keycloak-build").delete();
            Files.writeString(marker(), String.join(" ", BUILD_OPTIONS));
        } catch (IOException e) {
            throw new UncheckedIOException("could not prepare Keycloak in " + distribution, e);
        }
    }

    private Path marker() {
        return distribution.resolve("prepared-for-iop");
    }

    /**
     * Lays out the directory of this run with the realm file.
     *
     * @return whether the realm file is another than the one of the kept data, so that it has to be imported anew
     */
    boolean layOut(String realm) {
        Path realmFile = home.resolve("data/import/iop-realm.json");
        Path lib = home.resolve("lib");
        try {
            Files.createDirectories(realmFile.getParent());
            Files.createDirectories(home.resolve("providers"));
            Files.createDirectories(home.resolve("themes"));
            Files.createDirectories(home.resolve("conf"));
            Files.deleteIfExists(lib);
            Files.createSymbolicLink(lib, distribution.resolve("lib"));
            boolean changed =
                    Files.exists(realmFile) && !Files.readString(realmFile).equals(realm);
            Files.writeString(realmFile, realm);
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException("could not lay out " + home, e);
        }
    }

    ChildJvm start(String jdbcUrl) {
        return ChildJvm.start(
                settings,
                PART,
                command(home, List.of("start", "--optimized", "--import-realm")),
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        ADMIN_PASSWORD,
                        // The realm file makes all of it again, so it need not wait for the disk.
                        "KC_DB_URL",
                        jdbcUrl + "?options=-c%20synchronous_commit=off",
                        "KC_DB_USERNAME",
                        DATABASE,
                        "KC_DB_PASSWORD",
                        DATABASE,
                        "KC_HTTP_ENABLED",
                        "true",
                        "KC_HTTP_HOST",
                        "localhost",
                        "KC_HTTP_PORT",
                        Integer.toString(settings.port(Port.KEYCLOAK)),
                        "KC_HOSTNAME",
                        settings.origin() + PATH));
    }

    private List<String> command(Path kcHome, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                "-Xms64m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dkc.home.dir=" + kcHome,
                "-Djboss.server.config.dir=" + kcHome.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "-cp",
                distribution.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }
}
