package care.iop.chassis.outbox;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an event in the same commit as the change it tells of. The relay publishes it after the commit, in order for each
 * aggregate, as soon as Kafka can be reached.
 */
@ApplicationScoped
public class Outbox {

    /** Kafka's default record limit is 1 MiB: a row above it would block the relay for good, so it is refused here. */
    private static final int MAX_PAYLOAD_BYTES = 512 * 1024;

    /** Rows sent to the database at once; what they hold is in memory meanwhile. */
    private static final int BATCH = 500;

    private static final String INSERT = """
            insert into outbox
              (organization_id, event_id, topic, type, subject, aggregate_version, occurred_at, traceparent, data)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final DataSource database;
    private final ObjectMapper json;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;
    private final Event<EventsAdded> added;

    Outbox(DataSource database, ObjectMapper json, Caller caller, Ids ids, Clock clock, Event<EventsAdded> added) {
        this.database = database;
        this.json = json;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
        this.added = added;
    }

    /** Adds an event to the caller's transaction. Fails when there is none, or when the payload is above 512 KiB. */
    @Transactional(TxType.MANDATORY)
    public void add(OutgoingEvent event) {
        insert(List.of(event));
    }

    /** Adds events to the caller's transaction in this order, in few round trips to the database. Fails as {@link #add} does. */
    @Transactional(TxType.MANDATORY)
    public void addAll(Collection<OutgoingEvent> events) {
        if (!events.isEmpty()) {
            insert(events);
        }
    }

    private void insert(Collection<OutgoingEvent> events) {
        var organization = caller.organization();
        var occurredAt = Timestamp.from(clock.instant());
        var traceparent = traceparent();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            var waiting = 0;
            for (var event : events) {
                insert.setString(1, organization);
                insert.setObject(2, ids.next());
                insert.setString(3, event.topic());
                insert.setString(4, event.type());
                insert.setObject(5, event.subject());
                insert.setLong(6, event.version());
                insert.setTimestamp(7, occurredAt);
                insert.setString(8, traceparent);
                insert.setString(9, write(event));
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(events.size() + " events could not be kept", e);
        }
        added.fire(new EventsAdded(events));
    }

    private String write(OutgoingEvent event) {
        try {
            var data = json.writeValueAsString(event.data());
            if (data.getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD_BYTES) {
                throw new IllegalArgumentException("payload of " + event.type() + " is above 512 KiB");
            }
            return data;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("payload of " + event.type() + " can't be written as JSON", e);
        }
    }

    /** The W3C trace context of the change, so that whoever consumes the event continues the same trace. */
    private static @Nullable String traceparent() {
        var context = Span.current().getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }
}
