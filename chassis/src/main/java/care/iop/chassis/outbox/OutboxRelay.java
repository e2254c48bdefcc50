package care.iop.chassis.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes outbox rows in id order and deletes what Kafka has acknowledged.
 *
 * <p>One relay is active per database: it holds a session-level advisory lock, which PostgreSQL gives back by itself when
 * the holder dies. Rows are not taken with SKIP LOCKED by several workers because the order of one aggregate's events
 * matters. Should two relays overlap for a moment (a holder cut off from the database but not yet from Kafka), both send
 * from the oldest row on, so the first appearance of each event is still in order and the inbox drops the second.
 *
 * <p>The producer never gives up on a record by itself (its delivery timeout is as good as endless): giving up on one and
 * delivering its successor would turn the order round. A broker away for any length only makes the backlog grow.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    /** "outbox" in ASCII; advisory locks are per database, and each service has its own. */
    private static final long LOCK_KEY = 0x6f7574626f78L;

    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

    private final DataSource database;
    private final OutboxProducer producers;
    private final boolean enabled;
    private final long pollMillis;
    private final Semaphore wake = new Semaphore(0);
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean active = new AtomicBoolean();
    private @Nullable Thread thread;
    private @Nullable Producer<String, byte[]> producer;

    OutboxRelay(
            DataSource database,
            OutboxProducer producers,
            @ConfigProperty(name = "iop.outbox.relay-enabled") boolean enabled,
            @ConfigProperty(name = "iop.outbox.poll-interval") Duration poll) {
        this.database = database;
        this.producers = producers;
        this.enabled = enabled;
        this.pollMillis = poll.toMillis();
    }

    void onStart(@Observes StartupEvent event) {
        if (!enabled) {
            LOG.info("outbox relay is switched off, another process has to publish");
            return;
        }
        running.set(true);
        var relay = new Thread(this::run, "outbox-relay");
        relay.setDaemon(true);
        relay.start();
        thread = relay;
    }

    void onStop(@Observes @Priority(10) ShutdownEvent event) throws InterruptedException {
        running.set(false);
        var relay = thread;
        if (relay != null) {
            wake.release();
            relay.join(2_000);
            relay.interrupt();
            relay.join(3_000);
        }
    }

    void onCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventsAdded added) {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    /** Whether this process is the one that publishes. */
    boolean isActive() {
        return active.get();
    }

    private void run() {
        while (running.get()) {
            try (var connection = database.getConnection()) {
                if (lock(connection)) {
                    relayWhileHeld(connection);
                } else {
                    pause(RETRY_PAUSE.toMillis());
                }
            } catch (InterruptedException | InterruptException e) {
                running.set(false);
            } catch (SQLException | KafkaException | ExecutionException e) {
                LOG.warnf("outbox relay stopped publishing and tries again: %s", e.getMessage());
                pauseQuietly();
            } catch (RuntimeException e) {
                LOG.error("outbox relay failed and tries again", e);
                pauseQuietly();
            } finally {
                active.set(false);
                closeProducer();
            }
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LOCK_KEY);
            try (var row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void relayWhileHeld(Connection connection) throws SQLException, InterruptedException, ExecutionException {
        active.set(true);
        LOG.info("outbox relay is active in this process");
        // A delete that a crash forgets is a row sent twice, which every inbox drops: no reason to wait for the disk.
        execute(connection, "set synchronous_commit to off");
        try {
            while (running.get()) {
                if (relayBatch(connection) < BATCH) {
                    pause(pollMillis);
                }
            }
        } finally {
            if (!connection.isClosed()) {
                execute(connection, "reset synchronous_commit");
                execute(connection, "select pg_advisory_unlock_all()");
            }
        }
    }

    private int relayBatch(Connection connection) throws SQLException, InterruptedException, ExecutionException {
        var rows = OutboxRow.oldest(connection, BATCH);
        if (rows.isEmpty()) {
            return 0;
        }
        var sender = producer();
        var sent = new ArrayList<Future<RecordMetadata>>(rows.size());
        for (var row : rows) {
            var result = sender.send(row.toRecord(producers.source()));
            sent.add(result);
            if (result.isDone()) {
                // Refused before it was queued, as when no broker has answered yet: the rows after it must not overtake
                // it.
                break;
            }
        }
        sender.flush();
        var published = new ArrayList<Long>(sent.size());
        try {
            for (int i = 0; i < sent.size(); i++) {
                sent.get(i).get();
                published.add(rows.get(i).id());
            }
        } finally {
            OutboxRow.delete(connection, published);
            producers.count(published.size());
        }
        return rows.size();
    }

    private Producer<String, byte[]> producer() {
        var current = producer;
        if (current == null) {
            current = producers.create();
            producer = current;
        }
        return current;
    }

    private void closeProducer() {
        var current = producer;
        producer = null;
        if (current != null) {
            current.close(Duration.ZERO);
        }
    }

    private void pause(long millis) throws InterruptedException {
        if (wake.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }

    private void pauseQuietly() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_PAUSE.toMillis());
        } catch (InterruptedException e) {
            running.set(false);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
