package care.iop.chassis.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** An event as it arrived: CloudEvents 1.0 in Kafka's binary mode. */
public final class IncomingEvent {

    private final UUID id;
    private final String topic;
    private final String type;
    private final UUID subject;
    private final long version;
    private final String organization;
    private final Instant time;
    private final @Nullable String traceparent;
    private final byte[] data;
    private final ObjectReader json;

    private IncomingEvent(ConsumerRecord<String, byte[]> message, ObjectReader json) {
        try {
            if (!"1.0".equals(header(message, "ce_specversion"))) {
                throw new PoisonEventException("the CloudEvents version is not 1.0");
            }
            this.id = UUID.fromString(header(message, "ce_id"));
            this.topic = message.topic();
            this.type = header(message, "ce_type");
            this.subject = UUID.fromString(header(message, "ce_subject"));
            this.version = Long.parseLong(header(message, "ce_aggregateversion"));
            this.organization = header(message, "ce_organizationid");
            this.time = Instant.parse(header(message, "ce_time"));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new PoisonEventException("a CloudEvents header has the wrong form", e);
        }
        var trace = message.headers().lastHeader("traceparent");
        this.traceparent = trace == null ? null : new String(trace.value(), StandardCharsets.UTF_8);
        if (message.value() == null || organization.isBlank()) {
            throw new PoisonEventException("the event has no data or no organization");
        }
        this.data = message.value();
        this.json = json;
    }

    /** Reads the envelope; anything missing or misshapen makes the record poison. */
    static IncomingEvent of(ConsumerRecord<String, byte[]> message, ObjectReader json) {
        return new IncomingEvent(message, json);
    }

    /** The organization that the record says it is of; empty when it says none. */
    static String organizationOf(ConsumerRecord<String, byte[]> message) {
        var header = message.headers().lastHeader("ce_organizationid");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new PoisonEventException("the header " + name + " is missing");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The event's own identifier; the same for every delivery. */
    public UUID id() {
        return id;
    }

    /** The topic it was read from. */
    public String topic() {
        return topic;
    }

    /** The CloudEvents type, {@code care.iop.<context>.<fact>.v1}. */
    public String type() {
        return type;
    }

    /** The aggregate that it tells of. */
    public UUID subject() {
        return subject;
    }

    /** The aggregate's version after the change. */
    public long version() {
        return version;
    }

    /** The tenant. */
    public String organization() {
        return organization;
    }

    /** When it happened. */
    public Instant time() {
        return time;
    }

    @Nullable
    String traceparent() {
        return traceparent;
    }

    /** The payload as the listener's own record of just what it uses; unknown fields are passed over, a misfit is poison. */
    public <T> T data(Class<T> as) {
        try {
            return json.forType(as)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(data);
        } catch (JsonMappingException e) {
            // Jackson's own message quotes the value; the place says enough.
            var place = e.getPath().stream()
                    .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                    .collect(Collectors.joining("/", "/", ""));
            throw new PoisonEventException("the payload does not fit at " + place, e);
        } catch (IOException e) {
            throw new PoisonEventException("the payload can't be read", e);
        }
    }
}
