package care.iop.chassis.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A row of the outbox, and its form on the wire: CloudEvents 1.0 in Kafka's binary mode. */
record OutboxRow(
        long id,
        String organization,
        UUID eventId,
        String topic,
        String type,
        UUID subject,
        long version,
        Instant occurredAt,
        @Nullable String traceparent,
        String data) {

    static List<OutboxRow> oldest(Connection connection, int limit) throws SQLException {
        try (var select = connection.prepareStatement("""
                select id, organization_id, event_id, topic, type, subject, aggregate_version, occurred_at, traceparent, data
                from outbox order by id limit ?
                """)) {
            select.setInt(1, limit);
            try (var row = select.executeQuery()) {
                var rows = new ArrayList<OutboxRow>();
                while (row.next()) {
                    rows.add(new OutboxRow(
                            row.getLong(1),
                            row.getString(2),
                            row.getObject(3, UUID.class),
                            row.getString(4),
                            row.getString(5),
                            row.getObject(6, UUID.class),
                            row.getLong(7),
                            row.getObject(8, OffsetDateTime.class).toInstant(),
                            row.getString(9),
                            row.getString(10)));
                }
                return rows;
            }
        }
    }

    static void delete(Connection connection, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement("delete from outbox where id = any(?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            delete.executeUpdate();
        }
    }

    ProducerRecord<String, byte[]> toRecord(String source) {
        var message = new ProducerRecord<>(topic, subject.toString(), data.getBytes(StandardCharsets.UTF_8));
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", eventId.toString());
        header(message, "ce_source", source);
        header(message, "ce_type", type);
        header(message, "ce_subject", subject.toString());
        header(message, "ce_time", occurredAt.toString());
        header(message, "ce_organizationid", organization);
        header(message, "ce_aggregateversion", Long.toString(version));
        header(message, "content-type", "application/json");
        if (traceparent != null) {
            header(message, "ce_traceparent", traceparent);
            header(message, "traceparent", traceparent);
        }
        return message;
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
