package care.iop.chassis.bakery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import care.iop.chassis.caller.Acting;
import care.iop.chassis.inbox.ReplayCommand;
import care.iop.chassis.inbox.TopicHistory;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.outbox.OutgoingEvent;
import care.iop.chassis.outbox.Readers;
import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.KafkaProbe.Event;
import care.iop.chassis.testing.TestTokens;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a change to its effect in another service: outbox, Kafka, inbox, dead letters and their replay. */
@BakeryTest
class EventsTest {

    private static final String TYPE = "care.iop.bakery.loaf-baked.v1";
    private static KafkaProbe kafka;

    @Inject
    DataSource database;

    @Inject
    FinishedSpans spans;

    @Inject
    Acting acting;

    @Inject
    Outbox outbox;

    @Inject
    TopicHistory history;

    @Inject
    Readers readers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    record Baked(UUID loafId, int grams, String somethingNew) {}

    record Row(long version, int grams, int timesApplied) {}

    @BeforeAll
    static void connect() {
        kafka = KafkaProbe.connect();
    }

    @AfterAll
    static void disconnect() {
        kafka.close();
    }

    private static Event baked(UUID loaf, long version, int grams) {
        return KafkaProbe.event(TYPE, loaf, "north", new Baked(loaf, grams, "an addition"))
                .withVersion(version);
    }

    @Test
    void changeIsToldAsCloudEventAndTakesEffectInTheSameTrace() {
        // given
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        // when
        var id = UUID.fromString(given().auth()
                .oauth2(TestTokens.bearer("north", "baker"))
                .contentType(ContentType.JSON)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body("{\"customerId\":\"" + UUID.randomUUID() + "\",\"name\":\"" + UUID.randomUUID()
                        + "\",\"grams\":800}")
                .post("/api/loaves")
                .<String>path("id"));
        // then
        var message = kafka.await(LoafResource.TOPIC, m -> id.toString().equals(m.key()));
        assertThat(message.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", TYPE)
                .containsEntry("ce_source", "/iop/bakery")
                .containsEntry("ce_subject", id.toString())
                .containsEntry("ce_organizationid", "north")
                .containsEntry("ce_aggregateversion", "0")
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_id", "ce_time");
        assertThat(message.headers().get("traceparent"))
                .startsWith("00-" + trace + "-")
                .endsWith("-01");
        assertThat(message.value()).isEqualTo("{\"loafId\":\"" + id + "\",\"grams\":800}");
        assertThat(eventually(id)).isEqualTo(new Row(0, 800, 1));
    }

    @Test
    void readersHaveTakenInWhatTheirGroupCommitted() {
        // given
        var before = Instant.now();
        tell(UUID.randomUUID());

        // when
        var taken = readers.haveTakenIn(
                LoafResource.TOPIC, List.of("bakery"), Duration.ofSeconds(30), Duration.ofSeconds(20));

        // then
        assertThat(taken).isTrue();
        assertThat(Instant.now()).isBefore(before.plusSeconds(20));
    }

    @Test
    void readerThatNeverReadsIsTrustedOnlyOnceItsCopyIsTooOld() {
        // given
        tell(UUID.randomUUID());

        // when
        var inTime = readers.haveTakenIn(
                LoafResource.TOPIC, List.of("bakery", "never-started"), Duration.ofSeconds(30), Duration.ofMillis(300));
        var tooOld = readers.haveTakenIn(
                LoafResource.TOPIC, List.of("bakery", "never-started"), Duration.ofMillis(200), Duration.ofSeconds(20));

        // then
        assertThat(inTime).isFalse();
        assertThat(tooOld).isTrue();
    }

    private void tell(UUID loaf) {
        acting.forRestOfRequest("north", "test");
        QuarkusTransaction.requiringNew()
                .run(() ->
                        outbox.add(new OutgoingEvent(LoafResource.TOPIC, TYPE, loaf, 0, new Baked(loaf, 700, "told"))));
    }

    @Test
    void historyIsReadAnewInOrderWithoutThatOfOthersAndWithoutEffect() {
        // given
        var loaf = UUID.randomUUID();
        kafka.publish(LoafResource.TOPIC, baked(loaf, 1, 810));
        kafka.publish(LoafResource.TOPIC, baked(loaf, 2, 811));
        kafka.publish(
                LoafResource.TOPIC,
                KafkaProbe.event(TYPE, loaf, "south", new Baked(loaf, 999, "of another organization")));
        kafka.publish(
                LoafResource.TOPIC,
                loaf.toString(),
                Map.of("ce_organizationid", "north"),
                "no event".getBytes(StandardCharsets.UTF_8));
        await().untilAsserted(() -> assertThat(eventually(loaf).grams()).isEqualTo(811));

        // when
        var versions = new ArrayList<Long>();
        var read = history.read(Set.of(LoafResource.TOPIC), "north", events -> events.stream()
                .filter(event -> event.subject().equals(loaf))
                .forEach(event -> versions.add(event.version())));

        // then
        assertThat(versions).containsExactly(1L, 2L);
        assertThat(read.events()).isGreaterThanOrEqualTo(2);
        assertThat(read.unreadable()).isPositive();
        assertThat(eventually(loaf).grams()).isEqualTo(811);
    }

    @Test
    void oneTraceJoinsTheRequestAndTheConsumer() {
        // given
        var trace = UUID.randomUUID().toString().replace("-", "");

        // when
        given().auth()
                .oauth2(TestTokens.bearer("north", "baker"))
                .contentType(ContentType.JSON)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body("{\"customerId\":\"" + UUID.randomUUID() + "\",\"name\":\"" + UUID.randomUUID()
                        + "\",\"grams\":802}")
                .post("/api/loaves")
                .then()
                .statusCode(201);

        // then
        await().untilAsserted(() -> {
            var request = only(spans.ofTrace(trace), SpanKind.SERVER);
            var consumer = only(spans.ofTrace(trace), SpanKind.CONSUMER);
            assertThat(request.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
            assertThat(consumer.getParentSpanId()).isEqualTo(request.getSpanId());
            assertThat(consumer.getName()).isEqualTo("consume " + LoafResource.TOPIC);
        });
    }

    private static SpanData only(List<SpanData> spans, SpanKind kind) {
        assertThat(spans).filteredOn(span -> span.getKind() == kind).hasSize(1);
        return spans.stream().filter(span -> span.getKind() == kind).findFirst().orElseThrow();
    }

    @Test
    void refusedChangeIsNotTold() {
        // given
        var name = UUID.randomUUID().toString();
        var body = "{\"customerId\":\"" + UUID.randomUUID() + "\",\"name\":\"" + name + "\",\"grams\":801}";
        var baker = TestTokens.bearer("refusals", "baker");
        var first = given().auth()
                .oauth2(baker)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/loaves")
                .<String>path("id");
        // when
        given().auth()
                .oauth2(baker)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/loaves")
                .then()
                .statusCode(409);
        // then
        kafka.await(LoafResource.TOPIC, m -> first.equals(m.key()));
        assertThat(kafka.read(LoafResource.TOPIC))
                .filteredOn(m -> "refusals".equals(m.headers().get("ce_organizationid")))
                .hasSize(1);
    }

    @Test
    void manyEventsAtOnceAreToldInTheirOrder() {
        // given: more than the outbox writes at a time, of two loaves by turns
        var loaves = List.of(UUID.randomUUID(), UUID.randomUUID());
        var events = IntStream.range(0, 1_201)
                .mapToObj(i -> new OutgoingEvent(
                        LoafResource.TOPIC, TYPE, loaves.get(i % 2), i, new Baked(loaves.get(i % 2), 100, null)))
                .toList();

        // when
        acting.forRestOfRequest("north", "test");
        QuarkusTransaction.requiringNew().run(() -> outbox.addAll(events));

        // then
        var told = kafka.await(LoafResource.TOPIC, 1_201, message -> loaves.stream()
                .anyMatch(loaf -> loaf.toString().equals(message.key())));
        for (int i = 0; i < 2; i++) {
            var loaf = loaves.get(i).toString();
            var first = i;
            assertThat(told.stream().filter(message -> loaf.equals(message.key())))
                    .extracting(message -> Integer.parseInt(message.headers().get("ce_aggregateversion")))
                    .containsExactlyElementsOf(IntStream.iterate(first, version -> version <= 1_200, v -> v + 2)
                            .boxed()
                            .toList());
        }
    }

    @Test
    void eventAboveTheLimitIsRefusedWithAllThatCameWithIt() throws SQLException {
        // given
        var loaf = UUID.randomUUID();
        var sound = new OutgoingEvent(LoafResource.TOPIC, TYPE, loaf, 0, new Baked(loaf, 1, null));
        var huge = new OutgoingEvent(LoafResource.TOPIC, TYPE, loaf, 1, new Baked(loaf, 1, "x".repeat(600_000)));
        acting.forRestOfRequest("north", "test");

        // when
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.addAll(List.of(sound, huge))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("512 KiB");

        // then
        try (var connection = database.getConnection();
                var count = connection.prepareStatement("select count(*) from outbox where subject = ?")) {
            count.setObject(1, loaf);
            try (var row = count.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isZero();
            }
        }
        assertThat(kafka.read(LoafResource.TOPIC))
                .noneMatch(message -> loaf.toString().equals(message.key()));
    }

    @Test
    void sameEventTwiceHasEffectOnce() {
        var loaf = UUID.randomUUID();
        var event = baked(loaf, 1, 100);
        kafka.publish(LoafResource.TOPIC, event);
        kafka.publish(LoafResource.TOPIC, event);
        kafka.publish(LoafResource.TOPIC, baked(loaf, 2, 200));
        await().untilAsserted(() -> assertThat(row(loaf)).isEqualTo(new Row(2, 200, 2)));
    }

    @Test
    void olderVersionDoesNotUndoANewerOne() {
        var loaf = UUID.randomUUID();
        kafka.publish(LoafResource.TOPIC, baked(loaf, 5, 500 - 1));
        kafka.publish(LoafResource.TOPIC, baked(loaf, 4, 400));
        var marker = UUID.randomUUID();
        kafka.publish(
                LoafResource.TOPIC,
                KafkaProbe.event(TYPE, loaf, "north", new Baked(marker, 1, null))
                        .withVersion(6));
        await().untilAsserted(() -> assertThat(row(loaf)).isEqualTo(new Row(6, 1, 2)));
    }

    @Test
    void poisonGoesToTheDeadLettersAtOnceAndTheRestGoesOn() {
        var poisoned = UUID.randomUUID();
        var next = UUID.randomUUID();
        kafka.publish(LoafResource.TOPIC, baked(poisoned, 1, LoafEvents.POISONED_GRAMS));
        kafka.publish(LoafResource.TOPIC, baked(next, 1, 300));
        assertThat(eventually(next)).isEqualTo(new Row(1, 300, 1));
        var letter = kafka.await(
                LoafResource.TOPIC + ".dlq", m -> poisoned.toString().equals(m.key()));
        assertThat(letter.headers())
                .containsEntry("dlq_reason", "nobody bakes that")
                .containsEntry("dlq_topic", LoafResource.TOPIC)
                .containsEntry("dlq_group", "bakery")
                .containsEntry("dlq_attempts", "1")
                .containsEntry("ce_subject", poisoned.toString())
                .containsKeys("dlq_partition", "dlq_offset");
    }

    @Test
    void recordsThatAreNoEventsGoToTheDeadLetters() {
        for (var headers : java.util.List.<Map<String, String>>of(
                Map.of(),
                Map.of("ce_specversion", "1.0"),
                Map.of("ce_specversion", "0.3", "ce_organizationid", "north"))) {
            var key = UUID.randomUUID().toString();
            kafka.publish(LoafResource.TOPIC, key, headers, "{".getBytes(StandardCharsets.UTF_8));
            kafka.await(LoafResource.TOPIC + ".dlq", m -> key.equals(m.key()));
        }
        var misfit = UUID.randomUUID();
        kafka.publish(LoafResource.TOPIC, KafkaProbe.event(TYPE, misfit, "north", Map.of("grams", "heavy")));
        var letter =
                kafka.await(LoafResource.TOPIC + ".dlq", m -> misfit.toString().equals(m.key()));
        assertThat(letter.headers()).containsEntry("dlq_reason", "the payload does not fit at /grams");
    }

    @Test
    void failingEventIsTriedAgainThenPutAsideAndReplayedOnceMended() throws Exception {
        // given
        var loaf = UUID.randomUUID();
        kafka.publish(LoafResource.TOPIC, baked(loaf, 1, LoafEvents.FAILING_GRAMS));
        var letter =
                kafka.await(LoafResource.TOPIC + ".dlq", m -> loaf.toString().equals(m.key()));
        assertThat(letter.headers()).containsEntry("dlq_attempts", "5");
        assertThat(letter.headers().get("dlq_reason"))
                .as("a failure's own text may quote data")
                .isEqualTo("failed with IllegalStateException");
        assertThat(row(loaf)).isNull();
        // when
        System.setProperty("bakery.mended", "true");
        try {
            assertThat(ReplayCommand.run("--bootstrap-servers", servers, "--topic", LoafResource.TOPIC))
                    .isZero();
            // then
            assertThat(eventually(loaf)).isEqualTo(new Row(1, LoafEvents.FAILING_GRAMS, 1));
            assertThat(ReplayCommand.run("--bootstrap-servers", servers, "--topic", LoafResource.TOPIC))
                    .isZero();
            assertThat(row(loaf)).isEqualTo(new Row(1, LoafEvents.FAILING_GRAMS, 1));
        } finally {
            System.clearProperty("bakery.mended");
        }
    }

    @Test
    void replayCalledWronglySaysHow() throws Exception {
        assertThat(ReplayCommand.run("--topic", "x")).isEqualTo(2);
        assertThat(ReplayCommand.run("--bootstrap-servers", servers, "--topic", "x.dlq"))
                .isEqualTo(2);
    }

    private Row eventually(UUID loaf) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> row(loaf), r -> r != null);
    }

    private Row row(UUID loaf) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select source_version, grams, times_applied from delivery where loaf_id = ?")) {
            select.setObject(1, loaf);
            try (var row = select.executeQuery()) {
                return row.next() ? new Row(row.getLong(1), row.getInt(2), row.getInt(3)) : null;
            }
        }
    }
}
