package care.iop.chassis.testing.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import care.iop.chassis.testing.FaultProxy;
import care.iop.chassis.testing.KafkaProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class KafkaBrokerTest {
    private static final String TYPE = "care.iop.test.happened.v1";

    @TempDir
    private Path directory;

    private record Happened(String what, int times) {}

    @Test
    void keepsEventsThroughAKillAndARestart() {
        // given
        UUID subject = UUID.randomUUID();
        try (KafkaBroker broker = KafkaBroker.in(directory.resolve("kafka"))
                        .topic("kept", 6)
                        .start();
                KafkaProbe probe = KafkaProbe.connect(broker.bootstrapServers())) {
            KafkaProbe.Event event = KafkaProbe.event(TYPE, subject, "riverside", new Happened("flood", 2));
            probe.publish("kept", event);
            // when
            broker.kill();
            broker.restart();
            // then
            assertEquals(event, probe.awaitEvent("kept", TYPE, subject));
            assertEquals(1, probe.read("kept").size());
        }
    }

    @Test
    void createsTheTopicsItIsTold() throws Exception {
        // given
        KafkaBroker.Builder settings = KafkaBroker.temporary().topic("wide", 6).topic("narrow", 1);
        // when
        try (KafkaBroker broker = settings.start()) {
            broker.createTopics(Map.of("wide", 6, "later", 2));
            // then
            assertEquals(Map.of("wide", 6, "narrow", 1, "later", 2), partitions(broker));
        }
    }

    @Test
    void isReachedThroughTheProxyThatItAdvertises() {
        // given
        UUID subject = UUID.randomUUID();
        try (FaultProxy proxy = FaultProxy.open();
                KafkaBroker broker = KafkaBroker.temporary()
                        .topic("proxied", 1)
                        .advertisingProxy(proxy.port())
                        .start()) {
            proxy.forwardTo("localhost", broker.proxyTargetPort());
            try (KafkaProbe direct = KafkaProbe.connect(broker.bootstrapServers());
                    KafkaProbe proxied = KafkaProbe.connect("localhost:" + proxy.port())) {
                proxied.publish("proxied", KafkaProbe.event(TYPE, subject, "riverside", Map.of()));
                // when
                proxy.cut();
                // then
                Admin cutOff =
                        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:" + proxy.port()));
                assertThrows(
                        TimeoutException.class,
                        () -> cutOff.describeCluster().nodes().get(1, TimeUnit.SECONDS));
                cutOff.close(Duration.ZERO);
                assertEquals(1, direct.read("proxied").size());
                proxy.heal();
                proxied.publish("proxied", KafkaProbe.event(TYPE, subject, "riverside", Map.of()));
                assertEquals(2, direct.read("proxied").size());
            }
        }
    }

    @Test
    void endsWithItsParent() throws Exception {
        // given
        Path data = directory.resolve("kafka");
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line = parent.inputReader()
                .lines()
                .filter(text -> text.startsWith("pid "))
                .findFirst()
                .orElseThrow();
        ProcessHandle broker = ProcessHandle.of(Long.parseLong(line.substring("pid ".length())))
                .orElseThrow();
        // when
        parent.destroyForcibly().waitFor();
        // then
        assertTrue(ProcessEnd.await(broker, Duration.ofMinutes(1)));
        assertTrue(Files.exists(data));
    }

    @Test
    void saysWhyItDoesNotStart() {
        // given
        List<String> classPathWithoutKafka = List.of(KafkaBrokerProcess.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        KafkaBroker.Builder settings = KafkaBroker.temporary().classPath(classPathWithoutKafka);
        // when
        IllegalStateException failed = assertThrows(IllegalStateException.class, settings::start);
        // then
        assertTrue(failed.getMessage().contains("NoClassDefFoundError"), failed.getMessage());
    }

    private static Map<String, Integer> partitions(KafkaBroker broker) throws Exception {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            return admin
                    .describeTopics(List.of("wide", "narrow", "later"))
                    .allTopicNames()
                    .get(30, TimeUnit.SECONDS)
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            topic -> topic.getValue().partitions().size()));
        }
    }

    /** Main class of the JVM that is killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            KafkaBroker broker = KafkaBroker.in(Path.of(arguments[0])).start();
            System.out.println("pid " + broker.pid());
            Thread.currentThread().join();
        }
    }
}
