package care.iop.chassis.inbox;

import care.iop.chassis.telemetry.RepeatedWork;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Polls the topics that the service listens to and hands each batch to the inbox, one transaction per organization. When
 * a batch fails, its records are tried one by one in their order: a failing record is tried again with growing pauses and
 * then put aside as a dead letter, so that one bad record never stops the rest. While the database is away nothing is put
 * aside: the consumer waits, however long it takes. Offsets are committed after the transactions, so a crash means
 * delivery again, which the inbox drops.
 */
@ApplicationScoped
class InboxConsumer {

    private static final Logger LOG = Logger.getLogger(InboxConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;
    private static final long NONE = Long.MAX_VALUE;
    private static final Duration CLEANING_INTERVAL = Duration.ofMinutes(10);

    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final InboxProgress progress;
    private final Map<String, Object> kafka;
    private final String group;
    private final int attempts;
    private final Duration keptFor;
    private final Counter consumed;
    private final RepeatedWork works;
    private final Clock clock;
    private final AtomicLong oldestMillis = new AtomicLong(NONE);
    private final AtomicBoolean running = new AtomicBoolean();
    private @Nullable Thread thread;
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private long cleanedAtNanos = System.nanoTime();

    InboxConsumer(
            Inbox inbox,
            DeadLetters deadLetters,
            InboxProgress progress,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "iop.inbox.group") String group,
            @ConfigProperty(name = "iop.inbox.attempts") int attempts,
            @ConfigProperty(name = "iop.inbox.kept-for") Duration keptFor,
            MeterRegistry metrics,
            RepeatedWork works,
            Clock clock) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.progress = progress;
        this.kafka = Map.copyOf(kafka);
        this.group = group;
        this.attempts = attempts;
        this.keptFor = keptFor;
        this.consumed = Counter.builder("iop.inbox.consumed")
                .description("Records read from Kafka and dealt with")
                .register(metrics);
        this.works = works;
        this.clock = clock;
        Gauge.builder("iop.inbox.oldest", this, InboxConsumer::oldestSeconds)
                .description("Age of the oldest record that was read from Kafka and is not yet dealt with")
                .baseUnit("seconds")
                .register(metrics);
    }

    void onStart(@Observes StartupEvent event) {
        if (inbox.topics().isEmpty()) {
            return;
        }
        inbox.topics().forEach(deadLetters::expect);
        running.set(true);
        var worker = new Thread(this::run, "inbox-consumer");
        worker.setDaemon(true);
        worker.start();
        thread = worker;
    }

    void onStop(@Observes @Priority(10) ShutdownEvent event) throws InterruptedException {
        running.set(false);
        var current = consumer;
        if (current != null) {
            current.wakeup();
        }
        var worker = thread;
        if (worker != null) {
            worker.join(5_000);
            worker.interrupt();
            worker.join(2_000);
        }
    }

    private void run() {
        var rounds = works.watch("inbox", POLL);
        while (running.get()) {
            try (var current = create()) {
                consumer = current;
                current.subscribe(inbox.topics());
                LOG.infof("inbox reads %s as group %s", inbox.topics(), group);
                while (running.get()) {
                    var records = current.poll(POLL);
                    if (!records.isEmpty()) {
                        take(current, records);
                    }
                    progress.look(current, inbox.topicsToKeepUpWith());
                    clean();
                    rounds.endedWell();
                }
            } catch (WakeupException | InterruptException | InterruptedException stopping) {
                LOG.debug("inbox consumer is stopping");
            } catch (KafkaException e) {
                rounds.failed();
                LOG.warnf("inbox consumer starts again: %s", e.getMessage());
                pauseQuietly();
            } catch (RuntimeException e) {
                rounds.failed();
                LOG.error("inbox consumer failed and starts again", e);
                pauseQuietly();
            }
        }
    }

    private void take(Consumer<String, byte[]> current, ConsumerRecords<String, byte[]> records)
            throws InterruptedException {
        for (var message : records) {
            oldestMillis.accumulateAndGet(message.timestamp(), Math::min);
        }
        try {
            handle(current, records);
            current.commitSync();
        } finally {
            // What was not dealt with is read again, perhaps by another process.
            oldestMillis.set(NONE);
        }
        consumed.increment(records.count());
    }

    private double oldestSeconds() {
        var oldest = oldestMillis.get();
        return oldest == NONE ? 0 : Math.max(0, (clock.millis() - oldest) / 1e3);
    }

    private void handle(Consumer<String, byte[]> current, ConsumerRecords<String, byte[]> records)
            throws InterruptedException {
        var groups = new LinkedHashMap<String, List<ConsumerRecord<String, byte[]>>>();
        for (var message : records) {
            groups.computeIfAbsent(IncomingEvent.organizationOf(message), o -> new ArrayList<>())
                    .add(message);
        }
        for (var entry : groups.entrySet()) {
            try {
                inbox.handle(entry.getKey(), entry.getValue());
            } catch (RuntimeException e) {
                LOG.debugf(
                        e,
                        "a batch of %d events is taken one by one",
                        entry.getValue().size());
                for (var message : entry.getValue()) {
                    handleOne(current, entry.getKey(), message);
                }
            }
        }
    }

    private void handleOne(
            Consumer<String, byte[]> current, String organization, ConsumerRecord<String, byte[]> message)
            throws InterruptedException {
        long pause = FIRST_PAUSE_MILLIS;
        for (int attempt = 1; running.get(); ) {
            try {
                inbox.handle(organization, List.of(message));
                return;
            } catch (PoisonEventException e) {
                deadLetters.put(message, group, e, attempt);
                return;
            } catch (RuntimeException e) {
                var waiting = isDatabaseAway(e);
                if (!waiting && attempt++ >= attempts) {
                    deadLetters.put(message, group, e, attempts);
                    return;
                }
                LOG.warnf(
                        "%s partition %d offset %d is tried again in %d ms: %s",
                        message.topic(), message.partition(), message.offset(), pause, e.getMessage());
                stayMember(current, pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
        }
        throw new InterruptedException("stopping");
    }

    /** Waits while still polling, paused, so that Kafka does not take the partitions away. */
    private static void stayMember(Consumer<String, byte[]> current, long millis) throws InterruptedException {
        current.pause(current.assignment());
        try {
            current.poll(Duration.ZERO);
            TimeUnit.MILLISECONDS.sleep(millis);
        } finally {
            current.resume(current.assignment());
        }
    }

    /** SQL states 08 (connection), 53 (resources), 57P (shutdown), or no state at all: a pool without connections. */
    static boolean isDatabaseAway(Throwable e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var state = sql.getSQLState();
                if (state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")) {
                    return true;
                }
            }
        }
        return false;
    }

    private void clean() {
        if (System.nanoTime() - cleanedAtNanos < CLEANING_INTERVAL.toNanos()) {
            return;
        }
        cleanedAtNanos = System.nanoTime();
        var forgotten = inbox.forget(keptFor);
        LOG.debugf("inbox forgot %d old events", forgotten);
    }

    private void pauseQuietly() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            running.set(false);
        }
    }

    private Consumer<String, byte[]> create() {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, group + "-inbox");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
