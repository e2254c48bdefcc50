package care.iop.chassis.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import care.iop.chassis.testing.backend.ContainerServers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestBackendsTest {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String KAFKA = "kafka.bootstrap.servers";

    @Test
    void givesAFreshDatabaseOfTheSameServersAtEachStart() {
        // given
        TestBackends first = new TestBackends();
        TestBackends second = new TestBackends();
        first.init(Map.of());
        second.init(Map.of(TestBackends.TOPICS, "extra.topic.v1"));
        // when
        Map<String, String> firstConfig = first.start();
        Map<String, String> secondConfig = second.start();
        // then
        try (KafkaProbe probe = KafkaProbe.connect(firstConfig.get(KAFKA))) {
            assertNotEquals(firstConfig.get(URL), secondConfig.get(URL));
            assertEquals(server(firstConfig.get(URL)), server(secondConfig.get(URL)));
            assertEquals(firstConfig.get(KAFKA), secondConfig.get(KAFKA));
            assertTrue(probe.read("extra.topic.v1").isEmpty());
        } finally {
            first.stop();
            second.stop();
        }
    }

    @Test
    void failsWhenContainersAreAskedForAndNoEngineAnswers() {
        // given
        assumeFalse(ContainerServers.available(), "a Docker engine answers here");
        // when
        IllegalStateException failed =
                assertThrows(IllegalStateException.class, () -> TestBackends.useContainers("containers"));
        // then
        assertTrue(failed.getMessage().contains("no Docker engine answers"));
    }

    @Test
    void usesNoContainersWhenEmbeddedServersAreAskedFor() {
        // given
        String choice = "embedded";
        // when
        boolean containers = TestBackends.useContainers(choice);
        // then
        assertEquals(false, containers);
    }

    private static String server(String url) {
        return url.substring(0, url.lastIndexOf('/'));
    }
}
