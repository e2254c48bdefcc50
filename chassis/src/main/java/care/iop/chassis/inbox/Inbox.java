package care.iop.chassis.inbox;

import care.iop.chassis.caller.Acting;
import care.iop.chassis.request.RequestFacts;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Takes events in: one transaction for a group of one organization's events, each event with effect once. */
@ApplicationScoped
class Inbox {

    private static final String REMEMBER = """
            insert into inbox (organization_id, event_id, received_at)
            select ?, id, ? from unnest(?::uuid[]) as id
            on conflict do nothing returning event_id
            """;

    private final Map<String, List<EventListener>> listeners = new HashMap<>();
    private final Set<String> topicsToKeepUpWith = new TreeSet<>();
    private final DataSource database;
    private final Acting acting;
    private final RequestFacts facts;
    private final Clock clock;
    private final ObjectReader json;
    private final Tracer tracer;

    Inbox(
            @All List<EventListener> listeners,
            DataSource database,
            Acting acting,
            RequestFacts facts,
            Clock clock,
            ObjectMapper json,
            OpenTelemetry telemetry) {
        for (var listener : listeners) {
            topicsToKeepUpWith.addAll(listener.topicsToKeepUpWith());
            for (var topic : listener.topics()) {
                this.listeners.computeIfAbsent(topic, t -> new ArrayList<>()).add(listener);
            }
        }
        this.database = database;
        this.acting = acting;
        this.facts = facts;
        this.clock = clock;
        this.json = json.reader();
        this.tracer = telemetry.getTracer("iop-inbox");
    }

    /** The topics that some listener reads. */
    Set<String> topics() {
        return new TreeSet<>(listeners.keySet());
    }

    /** The topics whose backlog has to be known. */
    Set<String> topicsToKeepUpWith() {
        return topicsToKeepUpWith;
    }

    /** Handles these records of one organization in one transaction: all of them take effect or none does. */
    void handle(String organization, List<ConsumerRecord<String, byte[]>> messages) {
        var events = messages.stream().map(m -> IncomingEvent.of(m, json)).toList();
        acting.forOrganization(
                organization, "events", () -> QuarkusTransaction.requiringNew().run(() -> {
                    var fresh = remember(organization, events);
                    for (var event : events) {
                        // Removed once handled: the same event twice in one batch has effect once.
                        if (fresh.remove(event.id())) {
                            tell(event);
                        }
                    }
                }));
    }

    private void tell(IncomingEvent event) {
        facts.begin(event.id().toString(), event.type(), null);
        var span = span(event);
        try (var scope = span.makeCurrent()) {
            for (var listener : listeners.getOrDefault(event.topic(), List.of())) {
                listener.on(event);
            }
        } finally {
            span.end();
        }
    }

    private Set<UUID> remember(String organization, List<IncomingEvent> events) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(REMEMBER)) {
            insert.setString(1, organization);
            insert.setTimestamp(2, Timestamp.from(clock.instant()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid",
                            events.stream().map(IncomingEvent::id).distinct().toArray()));
            var fresh = new HashSet<UUID>();
            try (var row = insert.executeQuery()) {
                while (row.next()) {
                    fresh.add(row.getObject(1, UUID.class));
                }
            }
            return fresh;
        } catch (SQLException e) {
            throw new InboxUnavailableException(e);
        }
    }

    /** Forgets events that came longer ago than Kafka could deliver them again; returns how many. */
    int forget(Duration keptFor) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(
                        "delete from inbox where ctid = any(array(select ctid from inbox where received_at < ? limit 10000))")) {
            delete.setTimestamp(1, Timestamp.from(clock.instant().minus(keptFor)));
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new InboxUnavailableException(e);
        }
    }

    private Span span(IncomingEvent event) {
        var parent = W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), event.traceparent() == null ? "" : event.traceparent(), TRACEPARENT);
        return tracer.spanBuilder("consume " + event.topic())
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", event.topic())
                .setAttribute("cloudevents.event_type", event.type())
                .startSpan();
    }

    private static final TextMapGetter<String> TRACEPARENT = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return "traceparent".equals(key) ? carrier : null;
        }
    };

    /** The database can't be asked: not the event's fault. */
    static final class InboxUnavailableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        InboxUnavailableException(SQLException cause) {
            super("the inbox can't be reached", cause);
        }
    }
}
