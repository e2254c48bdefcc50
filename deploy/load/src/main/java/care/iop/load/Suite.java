package care.iop.load;

import care.iop.chassis.testing.FaultProxy;
import care.iop.chassis.testing.TestTokens;
import care.iop.chassis.testing.backend.DeclaredTopic;
import care.iop.chassis.testing.backend.Directories;
import care.iop.chassis.testing.backend.Durability;
import care.iop.chassis.testing.backend.FreePort;
import care.iop.chassis.testing.backend.KafkaBroker;
import care.iop.chassis.testing.backend.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The servers and services of one run, on free loopback ports: PostgreSQL that waits for the disk at each commit, Kafka
 * behind a fault proxy, and packaged services that trust the test key instead of asking Keycloak. All are stopped at the
 * end of the run, also when it is interrupted; only the services' logs stay.
 */
final class Suite implements AutoCloseable {

    private final Path checkout;
    private final Path directory;
    private final Path logs;
    private final List<String> jvmOptions;
    private final PostgresServer postgres;
    private final FaultProxy kafkaNetwork;
    private final KafkaBroker kafka;
    private final Deque<Closing> opened = new ArrayDeque<>();
    private boolean closed;

    /** Starts the backends, and leaves the services to {@link #start}. */
    Suite(Path checkout, List<String> jvmOptions) {
        this.checkout = checkout;
        this.jvmOptions = List.copyOf(jvmOptions);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-everything"));
        try {
            this.directory = Files.createTempDirectory("iop-load-");
            this.logs = Files.createDirectories(checkout.resolve("deploy/load/target/logs"));
        } catch (IOException e) {
            throw new UncheckedIOException("no directory for the run", e);
        }
        opened(() -> Directories.delete(directory));
        this.postgres = PostgresServer.startTemporary(Durability.ON_DISK);
        opened(postgres::close);
        this.kafkaNetwork = FaultProxy.open();
        opened(kafkaNetwork::close);
        var broker = KafkaBroker.temporary().advertisingProxy(kafkaNetwork.port());
        DeclaredTopic.partitionsByName(DeclaredTopic.read(checkout.resolve("deploy/topics.yaml")))
                .forEach(broker::topic);
        this.kafka = broker.start();
        opened(kafka::close);
        kafkaNetwork.forwardTo("localhost", kafka.proxyTargetPort());
    }

    /** The checkout that the current directory belongs to. */
    static Path findCheckout() {
        return DeclaredTopic.findFile(Path.of(""))
                .map(Path::getParent)
                .map(Path::getParent)
                .orElseThrow(() -> new IllegalStateException("Run this inside a checkout of the suite."));
    }

    Path checkout() {
        return checkout;
    }

    PostgresServer postgres() {
        return postgres;
    }

    KafkaBroker kafka() {
        return kafka;
    }

    /** Between the services and Kafka; {@code kafka().bootstrapServers()} goes around it. */
    FaultProxy kafkaNetwork() {
        return kafkaNetwork;
    }

    /** Starts a service on its database, which is created when it is new, and waits until it is ready. */
    ServiceProcess start(SuiteService service, String name) throws InterruptedException {
        return start(service, name, checkout);
    }

    /** The same, as another checkout has built it. */
    ServiceProcess start(SuiteService service, String name, Path built) throws InterruptedException {
        postgres.createDatabase(service.shortName());
        var process = new ServiceProcess(
                service,
                name,
                ownCopy(service, built).resolve("quarkus-run.jar"),
                emptyLog(name),
                jvmOptions,
                environment(service),
                FreePort.find(),
                FreePort.find());
        opened(process::stop);
        process.awaitReady();
        return process;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl(database), PostgresServer.USERNAME, PostgresServer.USERNAME);
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!opened.isEmpty()) {
            close(opened.pop());
        }
    }

    private synchronized void opened(Closing closing) {
        opened.push(closing);
        if (closed) {
            close();
        }
    }

    private static void close(Closing closing) {
        try {
            closing.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            System.err.println("Something could not be stopped or deleted: " + e.getMessage());
        }
    }

    /** A copy, so that a build in the checkout does not pull the classes away from under a running service. */
    private Path ownCopy(SuiteService service, Path from) {
        var built = from.resolve(service.module()).resolve("target/quarkus-app");
        if (Files.notExists(built.resolve("quarkus-run.jar"))) {
            throw new IllegalStateException(
                    service.module() + " is not built. Run: mvn -DskipTests -pl " + service.module() + " -am package");
        }
        var copy = directory.resolve(from.equals(checkout) ? "this" : "before").resolve(service.module());
        if (Files.exists(copy)) {
            return copy;
        }
        try (var files = Files.walk(built)) {
            Files.createDirectories(copy.getParent());
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(built.relativize(file).toString()));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("could not copy " + built, e);
        }
    }

    private Path emptyLog(String name) {
        try {
            return Files.writeString(logs.resolve(name + ".log"), "");
        } catch (IOException e) {
            throw new UncheckedIOException("no log for " + name, e);
        }
    }

    private Map<String, String> environment(SuiteService service) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(service.shortName()));
        environment.put("QUARKUS_DATASOURCE_USERNAME", PostgresServer.USERNAME);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", PostgresServer.USERNAME);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + kafkaNetwork.port());
        environment.put("QUARKUS_OIDC_PUBLIC_KEY", trustedKey());
        environment.put("QUARKUS_OIDC_TOKEN_ISSUER", TestTokens.ISSUER);
        environment.put("QUARKUS_OIDC_TOKEN_AUDIENCE", TestTokens.AUDIENCE);
        // What has to be settled before treatment is another subject: an admission is the same four requests in every
        // run.
        environment.put("IOP_ADMISSION_GATES", "");
        return environment;
    }

    /** The public half of the key that {@link TestTokens} signs with. */
    private static String trustedKey() {
        try (var pem = TestTokens.class.getResourceAsStream("/test-token-private-key.pem")) {
            var base64 = text(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
            var keys = KeyFactory.getInstance("RSA");
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            if (!(keys.generatePrivate(spec) instanceof RSAPrivateCrtKey key)) {
                throw new IllegalStateException("test-token-private-key.pem has no public half");
            }
            var trusted = keys.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return Base64.getEncoder().encodeToString(trusted.getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("test-token-private-key.pem is no RSA key", e);
        }
    }

    private static String text(java.io.@Nullable InputStream resource) throws IOException {
        if (resource == null) {
            throw new IllegalStateException("the chassis' test-jar has no test-token-private-key.pem");
        }
        return new String(resource.readAllBytes(), StandardCharsets.US_ASCII);
    }

    private interface Closing {
        void close() throws InterruptedException;
    }
}
