package care.iop.local;

import static java.util.Map.entry;

import care.iop.chassis.testing.backend.DeclaredTopic;
import care.iop.chassis.testing.backend.Durability;
import care.iop.chassis.testing.backend.KafkaBroker;
import care.iop.chassis.testing.backend.PostgresServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The running parts, from the first server started to the last one stopped. */
final class Suite implements AutoCloseable {
    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";

    private static final Duration READY_WITHIN = Duration.ofMinutes(4);

    private final Settings settings;
    private final Progress progress;
    private final HttpClient http;
    private final Map<String, ProcessHandle> parts = new LinkedHashMap<>();
    private @Nullable PostgresServer postgres;
    private @Nullable KafkaBroker kafka;
    private @Nullable Origin origin;
    private boolean stopping;

    Suite(Settings settings, Progress progress, HttpClient http) {
        this.settings = settings;
        this.progress = progress;
        this.http = http;
    }

    /** Starts everything and returns when everything is ready. */
    void start(boolean withServices) {
        ExecutorService starters = Executors.newCachedThreadPool();
        try {
            PostgresServer database = progress.timed("PostgreSQL", this::startPostgres);
            List<CompletableFuture<Void>> backends = new ArrayList<>();
            backends.add(run(starters, () -> progress.timed("Kafka", this::startKafka)));
            backends.add(run(starters, () -> startKeycloak(database)));
            run(starters, this::startOrigin).join();
            // The services find their topics there from the first moment.
            backends.get(0).join();
            List<CompletableFuture<Void>> services = new ArrayList<>();
            if (withServices) {
                for (Service service : Service.values()) {
                    services.add(
                            run(starters, () -> progress.timed(service.moduleName(), () -> start(service, database))));
                }
            }
            backends.forEach(CompletableFuture::join);
            services.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            starters.shutdownNow();
        }
    }

    private static CompletableFuture<Void> run(ExecutorService starters, Runnable work) {
        return CompletableFuture.runAsync(work, starters);
    }

    /** Processes by part, in the order of their start. */
    synchronized Map<String, ProcessHandle> parts() {
        return new LinkedHashMap<>(parts);
    }

    private PostgresServer startPostgres() {
        PostgresServer started = PostgresServer.start(
                settings.data().resolve(POSTGRES), settings.port(Port.POSTGRES), Durability.ON_DISK);
        for (Service service : Service.values()) {
            started.createDatabaseWithOwner(service.context());
        }
        started.createDatabaseWithOwner(Keycloak.DATABASE);
        synchronized (this) {
            postgres = started;
        }
        register(POSTGRES, ProcessHandle.of(started.pid()).orElseThrow());
        return started;
    }

    private KafkaBroker startKafka() {
        Path declaration = settings.repository().resolve("deploy/topics.yaml");
        KafkaBroker.Builder broker = KafkaBroker.in(settings.data().resolve(KAFKA))
                .port(settings.port(Port.KAFKA))
                .controllerPort(settings.port(Port.KAFKA_CONTROLLER))
                .jvmOptions(List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true"));
        DeclaredTopic.read(declaration).forEach(broker::topic);
        KafkaBroker started = broker.start();
        synchronized (this) {
            kafka = started;
        }
        register(KAFKA, ProcessHandle.of(started.pid()).orElseThrow());
        return started;
    }

    private void startOrigin() {
        Origin started = Origin.start(settings);
        synchronized (this) {
            origin = started;
        }
    }

    private void startKeycloak(PostgresServer database) {
        Keycloak keycloak = new Keycloak(settings);
        if (!keycloak.isPrepared()) {
            progress.timed("Keycloak, prepared once", () -> {
                keycloak.prepare();
                return keycloak;
            });
        }
        progress.timed("Keycloak", () -> {
            if (keycloak.layOut(Realm.json(EhrKey.in(settings.data()), settings.origin()))) {
                progress.say("  The realm file has changed: Keycloak's kept data is replaced by it.");
                database.dropDatabase(Keycloak.DATABASE);
                database.createDatabaseWithOwner(Keycloak.DATABASE);
            }
            ChildJvm started = keycloak.start(database.jdbcUrl(Keycloak.DATABASE));
            register(Keycloak.PART, started.handle());
            URI realm = URI.create("http://localhost:" + settings.port(Port.KEYCLOAK) + Keycloak.PATH + "/realms/"
                    + Keycloak.REALM + "/.well-known/openid-configuration");
            started.awaitReady(http, realm, READY_WITHIN);
            return started;
        });
    }

    private ChildJvm start(Service service, PostgresServer database) {
        ChildJvm started = ChildJvm.start(
                settings,
                service.moduleName(),
                List.of(
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        service.runnableJar(settings.repository()).toString()),
                Map.ofEntries(
                        entry("QUARKUS_PROFILE", "local"),
                        entry("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(service.context())),
                        entry("QUARKUS_DATASOURCE_USERNAME", service.context()),
                        entry("QUARKUS_DATASOURCE_PASSWORD", service.context()),
                        entry("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + settings.port(Port.KAFKA)),
                        entry("QUARKUS_OIDC_AUTH_SERVER_URL", settings.issuer()),
                        entry("QUARKUS_OIDC_PAGES_TENANT_ENABLED", "true"),
                        entry("QUARKUS_OIDC_PAGES_CREDENTIALS_SECRET", Realm.PAGES_SECRET),
                        entry("IOP_FHIR_BASE_PATH", FhirRoutes.PATH),
                        entry("IOP_NOTIFICATIONS_SIGNING_KEY", "a key that everybody may know, for one machine"),
                        entry("IOP_NOTIFICATIONS_PRIVATE_RECEIVERS_ALLOWED", "true"),
                        entry("QUARKUS_HTTP_HOST", "localhost"),
                        entry("QUARKUS_HTTP_PORT", Integer.toString(settings.port(service.port()))),
                        entry("QUARKUS_MANAGEMENT_HOST", "localhost"),
                        entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(settings.port(service.managementPort())))));
        register(service.moduleName(), started.handle());
        started.awaitReady(http, readiness(settings, service), READY_WITHIN);
        return started;
    }

    static URI readiness(Settings settings, Service service) {
        return URI.create("http://localhost:" + settings.port(service.managementPort()) + "/q/health/ready");
    }

    private synchronized void register(String part, ProcessHandle process) {
        PidFile.of(settings, part).write(process);
        parts.put(part, process);
        CompletableFuture<Void> unused = process.onExit().thenRun(() -> sayUnlessStopping(part));
    }

    private synchronized void sayUnlessStopping(String part) {
        if (!stopping) {
            progress.say("  " + part + " has ended; deploy/local/logs " + part + " may say why.");
        }
    }

    /** Stops everything, those first that need the others. */
    @Override
    public void close() {
        List<ProcessHandle> applications;
        synchronized (this) {
            stopping = true;
            applications = parts.entrySet().stream()
                    .filter(part ->
                            !part.getKey().equals(POSTGRES) && !part.getKey().equals(KAFKA))
                    .map(Map.Entry::getValue)
                    .toList();
        }
        Processes.stop(applications);
        closeBackends();
        Leftovers.stop(settings);
    }

    private synchronized void closeBackends() {
        if (origin != null) {
            origin.close();
        }
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
