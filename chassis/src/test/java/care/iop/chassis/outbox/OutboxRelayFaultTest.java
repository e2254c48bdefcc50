package care.iop.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.iop.chassis.testing.FaultProxy;
import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.KafkaProbe.Message;
import care.iop.chassis.testing.backend.KafkaBroker;
import care.iop.chassis.testing.backend.TestDatabase;
import care.iop.chassis.testing.backend.TestServers;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The relay against a broker and a database that fail: whatever happens, every event arrives, and the first appearances of
 * one aggregate's events are in order.
 */
class OutboxRelayFaultTest {

    private static final int AGGREGATES = 20;
    private static FaultProxy network;
    private static KafkaBroker broker;
    private static TestDatabase database;
    private static AgroalDataSource pool;

    private final List<OutboxRelay> relays = new ArrayList<>();
    private final Map<UUID, Long> written = new HashMap<>();
    private final List<UUID> aggregates = new ArrayList<>();
    private String topic;

    @BeforeAll
    static void start() throws Exception {
        network = FaultProxy.open();
        broker = KafkaBroker.temporary().advertisingProxy(network.port()).start();
        network.forwardTo("localhost", broker.proxyTargetPort());
        database = TestDatabase.create(TestServers.startPostgres(), "postgres", "postgres");
        pool = pool(database);
        try (var migration = OutboxRelayFaultTest.class.getResourceAsStream(
                        "/db/chassis/V0_1__outbox_inbox_access_log_idempotency.sql");
                var connection = dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @AfterAll
    static void stop() {
        network.close();
        broker.close();
        pool.close();
        database.drop();
    }

    @BeforeEach
    void newTopic() {
        network.heal();
        topic = "relay." + UUID.randomUUID() + ".v1";
        broker.createTopics(Map.of(topic, 6));
        for (int i = 0; i < AGGREGATES; i++) {
            aggregates.add(UUID.randomUUID());
        }
    }

    @AfterEach
    void stopRelays() throws Exception {
        network.heal();
        for (var relay : relays) {
            relay.onStop(new ShutdownEvent());
        }
    }

    @Test
    void brokerCutInTheMiddleOfSendingLosesAndTurnsNothing() throws Exception {
        // given
        startRelay();
        write(2_000);
        await().until(() -> arrived() > 200);
        // when
        for (int i = 0; i < 3; i++) {
            network.cut();
            write(500);
            var backlog = waiting();
            await().pollDelay(Duration.ofMillis(700)).until(() -> waiting() >= Math.min(backlog, 500));
            network.heal();
            var before = arrived();
            await().atMost(Duration.ofSeconds(60)).until(() -> arrived() > before);
        }
        // then
        assertEverythingArrivesInOrder();
    }

    @Test
    void brokerThatStallsOrResetsConnectionsLosesAndTurnsNothing() throws Exception {
        startRelay();
        write(500);
        network.stall();
        write(500);
        await().pollDelay(Duration.ofSeconds(1)).until(() -> waiting() > 0);
        network.heal();
        write(500);
        network.reset();
        write(500);
        network.heal();
        assertEverythingArrivesInOrder();
    }

    @Test
    void brokerThatIsAwayAtTheStartIsWaitedFor() throws Exception {
        network.cut();
        startRelay();
        write(100);
        await().pollDelay(Duration.ofSeconds(2)).until(() -> waiting() == 100);
        network.heal();
        assertEverythingArrivesInOrder();
    }

    @Test
    void ofTwoRelaysOneIsActiveAndTheOtherTakesOverWhenItsSessionIsCut() throws Exception {
        // given
        startRelay();
        startRelay();
        write(1_000);
        await().until(() -> relays.stream().filter(OutboxRelay::isActive).count() == 1);
        // when: the holder's database session is killed again and again while rows come in
        for (int i = 0; i < 5; i++) {
            killLockHolder();
            write(300);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> relays.stream().filter(OutboxRelay::isActive).count() == 1);
        }
        // then
        assertEverythingArrivesInOrder();
    }

    private void startRelay() {
        var producer = new OutboxProducer(
                Map.of("bootstrap.servers", "localhost:" + network.port()), "relay-test", new SimpleMeterRegistry());
        var relay = new OutboxRelay(dataSource(), producer, true, Duration.ofMillis(20));
        relay.onStart(new StartupEvent());
        relays.add(relay);
    }

    /** Writes that many rows, each in its own commit, going round the aggregates with growing versions. */
    private void write(int rows) throws SQLException {
        try (var connection = dataSource().getConnection();
                var insert = connection.prepareStatement("""
                        insert into outbox (organization_id, event_id, topic, type, subject, aggregate_version, occurred_at, data)
                        values ('north', gen_random_uuid(), ?, 'care.iop.test.happened.v1', ?, ?, now(), '{}')
                        """)) {
            for (int i = 0; i < rows; i++) {
                var aggregate = aggregates.get(i % AGGREGATES);
                var version = written.merge(aggregate, 1L, Long::sum);
                insert.setString(1, topic);
                insert.setObject(2, aggregate);
                insert.setLong(3, version);
                insert.executeUpdate();
            }
        }
    }

    private void assertEverythingArrivesInOrder() {
        await().atMost(Duration.ofSeconds(90)).until(() -> waiting() == 0);
        var seen = new HashMap<UUID, Long>();
        var known = new HashSet<String>();
        for (var message : messages()) {
            if (!known.add(message.headers().get("ce_id"))) {
                continue;
            }
            var aggregate = UUID.fromString(message.key());
            var version = Long.parseLong(message.headers().get("ce_aggregateversion"));
            assertThat(version).as("next version of one aggregate").isEqualTo(seen.getOrDefault(aggregate, 0L) + 1);
            seen.put(aggregate, version);
        }
        assertThat(seen).isEqualTo(written);
    }

    private int arrived() {
        return messages().size();
    }

    private List<Message> messages() {
        // Straight to the broker, past the proxy: the reader must see what is there during a cut.
        try (var probe = KafkaProbe.connect(broker.bootstrapServers())) {
            return probe.read(topic);
        }
    }

    private static int waiting() throws SQLException {
        try (var connection = dataSource().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from outbox")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void killLockHolder() throws SQLException {
        try (Connection connection = dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_locks
                    where locktype = 'advisory' and granted
                      and database = (select oid from pg_database where datname = current_database())
                    """);
        }
    }

    private static DataSource dataSource() {
        return pool;
    }

    private static AgroalDataSource pool(TestDatabase database) throws SQLException {
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(20)
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.url())
                                .principal(new NamePrincipal(database.username()))
                                .credential(new SimplePassword(database.password())))));
    }
}
