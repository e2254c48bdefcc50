package care.iop.load;

import care.iop.load.LedgerComparison.Committed;
import care.iop.load.LedgerComparison.Copy;
import care.iop.load.LedgerComparison.Delivered;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what each side of the suite says has happened: the databases and Kafka. */
final class Ledgers {

    private static final List<String> TOPICS = List.of("intake.referral.v1", "intake.admission.v1");
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofMinutes(3);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private final Suite suite;

    Ledgers(Suite suite) {
        this.suite = suite;
    }

    /** Keeps a copy of every row of intake's outbox, which the relay deletes: the ledger of the committed events. */
    void keepCommittedEvents() throws SQLException {
        try (var connection = suite.connect("intake");
                var create = connection.createStatement()) {
            create.execute("""
                    create table drill_event (
                        id bigint primary key, event_id uuid, type text, subject uuid, aggregate_version bigint);
                    create function keep_for_the_drill() returns trigger language plpgsql as $$
                    begin
                        insert into drill_event values (new.id, new.event_id, new.type, new.subject, new.aggregate_version);
                        return null;
                    end
                    $$;
                    create trigger keep_for_the_drill after insert on outbox
                        for each row execute function keep_for_the_drill()
                    """);
        }
    }

    /** Ends the session that holds the relay's lock, so that another relay takes over; whether there was one. */
    boolean endActiveRelaySession() throws SQLException {
        return number("intake", """
                select count(pg_terminate_backend(pid)) from pg_locks
                where locktype = 'advisory' and granted
                  and database = (select oid from pg_database where datname = current_database())
                """) > 0;
    }

    /** Waits until intake's events are published and both consumers have every admission; whether that came about. */
    boolean awaitCaughtUp() throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + CAUGHT_UP_WITHIN.toNanos();
        while (!isCaughtUp()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return true;
    }

    private boolean isCaughtUp() throws SQLException {
        long admissions = number("intake", "select count(*) from admission");
        return number("intake", "select count(*) from outbox") == 0
                && number("scheduling", "select count(*) from enrollment") >= admissions
                && number("progress", "select count(*) from episode") >= admissions;
    }

    /** The referrals that were made for each number of a request of this run. */
    Map<Integer, List<UUID>> referrals(String run) throws SQLException {
        var referrals = new HashMap<Integer, List<UUID>>();
        try (var connection = suite.connect("intake");
                var select = connection.createStatement();
                var row = select.executeQuery("""
                        select cast(substring(p.email from '-([0-9]+)@') as integer), r.id
                        from referral r join patient p on (p.organization_id, p.id) = (r.organization_id, r.patient_id)
                        where p.email like '%s-%%'
                        """.formatted(run))) {
            while (row.next()) {
                referrals
                        .computeIfAbsent(row.getInt(1), number -> new ArrayList<>())
                        .add(row.getObject(2, UUID.class));
            }
        }
        return referrals;
    }

    List<Copy> admissions() throws SQLException {
        return copies("intake", "select id, version from admission");
    }

    List<Copy> enrollments() throws SQLException {
        return copies("scheduling", "select id, source_version from enrollment");
    }

    List<Copy> episodes() throws SQLException {
        return copies("progress", "select id, source_version from episode");
    }

    /** How often scheduling wrote each enrollment, by its access log. */
    Map<UUID, Integer> enrollmentsWritten() throws SQLException {
        var times = new HashMap<UUID, Integer>();
        copies("scheduling", """
                select resource_id, count(*) from access_log
                where resource = 'Enrollment' and action = 'WRITE' group by resource_id
                """).forEach(row -> times.put(row.id(), Math.toIntExact(row.version())));
        return times;
    }

    List<Committed> committedEvents() throws SQLException {
        var events = new ArrayList<Committed>();
        try (var connection = suite.connect("intake");
                var select = connection.createStatement();
                var row = select.executeQuery(
                        "select event_id, type, subject, aggregate_version from drill_event order by id")) {
            while (row.next()) {
                events.add(new Committed(
                        row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class), row.getLong(4)));
            }
        }
        return events;
    }

    /** Everything that Kafka has of intake's topics. */
    List<Delivered> deliveredEvents() {
        var events = new ArrayList<Delivered>();
        try (var consumer = consumer()) {
            var partitions = partitions(consumer, TOPICS);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions, ANSWER_WITHIN);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var message : consumer.poll(Duration.ofMillis(500))) {
                    events.add(new Delivered(
                            UUID.fromString(header(message, "ce_id")),
                            UUID.fromString(header(message, "ce_subject")),
                            message.partition()));
                }
            }
        }
        return events;
    }

    /** How many events each dead-letter topic of intake's topics holds. */
    Map<String, Long> deadLetters() {
        var counts = new HashMap<String, Long>();
        try (var consumer = consumer()) {
            var partitions = partitions(
                    consumer, TOPICS.stream().map(topic -> topic + ".dlq").toList());
            consumer.endOffsets(partitions, ANSWER_WITHIN)
                    .forEach((partition, end) -> counts.merge(partition.topic(), end, Long::sum));
        }
        return counts;
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, List<String> topics) {
        return topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic, ANSWER_WITHIN).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        suite.kafka().bootstrapServers(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private List<Copy> copies(String database, String sql) throws SQLException {
        var copies = new ArrayList<Copy>();
        try (var connection = suite.connect(database);
                var select = connection.createStatement();
                var row = select.executeQuery(sql)) {
            while (row.next()) {
                copies.add(new Copy(row.getObject(1, UUID.class), row.getLong(2)));
            }
        }
        return copies;
    }

    private long number(String database, String sql) throws SQLException {
        try (var connection = suite.connect(database);
                var select = connection.createStatement();
                var row = select.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
