package care.iop.chassis.testing.backend;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * A real single-node Apache Kafka (KRaft) in a child JVM on loopback ports. It ends with its parent, however that ends.
 *
 * <p>Clients follow the address that a broker advertises, so a fault proxy in front of it needs a listener of its own:
 * see {@link Builder#advertisingProxy}.
 */
public final class KafkaBroker implements AutoCloseable {
    private static final Duration START_WITHIN = Duration.ofSeconds(90);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

    private final Builder settings;
    private final Path directory;
    private final int port;
    private final int controllerPort;
    private final OptionalInt proxyTargetPort;
    private Process process;

    private KafkaBroker(Builder settings) {
        this.settings = settings;
        this.directory = settings.directory;
        this.port = settings.port.orElseGet(FreePort::find);
        this.controllerPort = settings.controllerPort.orElseGet(FreePort::find);
        this.proxyTargetPort =
                settings.advertisedProxyPort.isPresent() ? OptionalInt.of(FreePort.find()) : OptionalInt.empty();
        this.process = launch();
    }

    /** A broker whose data is deleted at the end. */
    public static Builder temporary() {
        try {
            return new Builder(Files.createTempDirectory("iop-kafka-"), true);
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory for Kafka", e);
        }
    }

    /** A broker whose data stays in this directory. */
    public static Builder in(Path directory) {
        return new Builder(directory.toAbsolutePath(), false);
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /** Where the fault proxy has to forward to. */
    public int proxyTargetPort() {
        return proxyTargetPort.orElseThrow(() -> new IllegalStateException("this broker advertises no proxy"));
    }

    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public Path logFile() {
        return directory.resolve("kafka.log");
    }

    /** Creates the topics that are missing; one that exists is left as it is. */
    public void createTopics(Map<String, Integer> partitionsByTopic) {
        try (Admin admin = admin()) {
            createTopics(admin, topics(partitionsByTopic));
        }
    }

    static List<NewTopic> topics(Map<String, Integer> partitionsByTopic) {
        return partitionsByTopic.entrySet().stream()
                .map(topic -> new NewTopic(topic.getKey(), Optional.of(topic.getValue()), Optional.empty()))
                .toList();
    }

    static void createTopics(Admin admin, Collection<NewTopic> topics) {
        long deadline = System.nanoTime() + START_WITHIN.toNanos();
        try {
            for (KafkaFuture<Void> creation :
                    admin.createTopics(topics).values().values()) {
                createOrKeep(creation);
            }
            // The controller has them; the broker that clients ask hears of them a moment later.
            while (!knows(admin, topics)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("Kafka does not show the topics that it created");
                }
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("could not create the topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }

    private static void createOrKeep(KafkaFuture<Void> creation)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            creation.get(START_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static boolean knows(Admin admin, Collection<NewTopic> topics)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            admin.describeTopics(topics.stream().map(NewTopic::name).toList())
                    .allTopicNames()
                    .get(START_WITHIN.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }

    /** Kills the broker as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Stops the broker in order; its data stays, so that {@link #restart} can follow. */
    public void stop() {
        process.destroy();
        awaitExit();
    }

    /** Starts again on the same ports and data. */
    public void restart() {
        if (process.isAlive()) {
            stop();
        }
        process = launch();
    }

    @Override
    public void close() {
        if (settings.temporary) {
            process.destroyForcibly();
            awaitExit();
            Directories.delete(directory);
        } else {
            stop();
        }
    }

    private void awaitExit() {
        try {
            if (!process.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka stops", e);
        }
    }

    private Process launch() {
        Path properties = directory.resolve("server.properties");
        try {
            Files.createDirectories(directory);
            try (Writer file = Files.newBufferedWriter(properties)) {
                serverProperties().store(file, null);
            }
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(settings.jvmOptions);
            command.add(KafkaBrokerProcess.class.getName());
            command.add(properties.toString());
            command.add(settings.temporary ? KafkaBrokerProcess.DELETE_DATA : KafkaBrokerProcess.KEEP_DATA);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
            builder.environment().put("CLASSPATH", String.join(File.pathSeparator, settings.classPath));
            Process started = builder.start();
            awaitReady(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("could not start Kafka in " + directory, e);
        }
    }

    private void awaitReady(Process started) throws IOException {
        try {
            awaitPort(started);
            // Without a limit its close would wait for answers that a broker which failed meanwhile owes.
            Admin admin = admin();
            try {
                createTopics(admin, settings.topics);
            } finally {
                admin.close(Duration.ZERO);
            }
        } catch (IllegalStateException e) {
            process = started;
            kill();
            if (settings.temporary) {
                Directories.delete(directory);
            }
            throw e;
        }
    }

    private void awaitPort(Process started) throws IOException {
        long deadline = System.nanoTime() + START_WITHIN.toNanos();
        try {
            while (!accepts(port)) {
                if (started.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("Kafka ended at once. " + lastWords());
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "Kafka was not ready within " + START_WITHIN.toSeconds() + " s. " + lastWords());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka starts", e);
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(logFile());
        return "Last words in " + logFile() + ":\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                "100"));
    }

    private Properties serverProperties() {
        StringBuilder listeners = new StringBuilder("CLIENT://localhost:" + port);
        StringBuilder advertised = new StringBuilder("CLIENT://localhost:" + port);
        proxyTargetPort.ifPresent(target -> {
            listeners.append(",PROXY://localhost:").append(target);
            advertised.append(",PROXY://localhost:").append(settings.advertisedProxyPort.orElseThrow());
        });
        listeners.append(",CONTROLLER://localhost:").append(controllerPort);

        Properties properties = new Properties();
        properties.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@localhost:" + controllerPort,
                "listeners", listeners.toString(),
                "advertised.listeners", advertised.toString(),
                "listener.security.protocol.map", "CLIENT:PLAINTEXT,PROXY:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "CLIENT",
                "controller.listener.names", "CONTROLLER",
                "log.dirs", directory.resolve("data").toString()));
        // One node holds everything once.
        properties.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1"));
        // The first consumer of a group starts at once, and little memory is set aside.
        properties.putAll(Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "4194304",
                "log.index.size.max.bytes", "1048576",
                "num.partitions", "6",
                "auto.create.topics.enable", Boolean.toString(settings.autoCreateTopics)));
        return properties;
    }

    /** What a broker is started with. */
    public static final class Builder {
        private final Path directory;
        private final boolean temporary;
        private final List<NewTopic> topics = new ArrayList<>();
        private OptionalInt port = OptionalInt.empty();
        private OptionalInt controllerPort = OptionalInt.empty();
        private OptionalInt advertisedProxyPort = OptionalInt.empty();
        private boolean autoCreateTopics;
        private List<String> classPath =
                List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        private List<String> jvmOptions =
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

        private Builder(Path directory, boolean temporary) {
            this.directory = directory;
            this.temporary = temporary;
        }

        /** The client port, where a free one does not do. */
        public Builder port(int port) {
            this.port = OptionalInt.of(port);
            return this;
        }

        /** The controller's port, where a free one does not do. */
        public Builder controllerPort(int port) {
            this.controllerPort = OptionalInt.of(port);
            return this;
        }

        /** Adds a listener that clients are told to reach through a proxy on this port. */
        public Builder advertisingProxy(int port) {
            this.advertisedProxyPort = OptionalInt.of(port);
            return this;
        }

        /** A topic to create at start. */
        public Builder topic(String name, int partitions) {
            topics.addAll(KafkaBroker.topics(Map.of(name, partitions)));
            return this;
        }

        /** A declared topic and its dead-letter topic, to create at start. */
        public Builder topic(DeclaredTopic topic) {
            topics.addAll(topic.toCreate());
            return this;
        }

        /** Lets clients create topics (of six partitions) by using them. */
        public Builder autoCreateTopics() {
            this.autoCreateTopics = true;
            return this;
        }

        /** The child's class path, where the parent's own does not do. */
        public Builder classPath(List<String> entries) {
            this.classPath = List.copyOf(entries);
            return this;
        }

        public Builder jvmOptions(List<String> options) {
            this.jvmOptions = List.copyOf(options);
            return this;
        }

        /** Starts the broker and returns when it answers and has its topics. */
        public KafkaBroker start() {
            return new KafkaBroker(this);
        }
    }
}
