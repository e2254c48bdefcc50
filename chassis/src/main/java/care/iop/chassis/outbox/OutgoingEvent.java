package care.iop.chassis.outbox;

import java.util.UUID;

/**
 * A fact to be told: identifiers, codes, times and numbers, never names or free text.
 *
 * @param topic the Kafka topic, {@code <context>.<aggregate>.v1}
 * @param type the CloudEvents type, {@code care.iop.<context>.<fact>.v1}
 * @param subject the aggregate's identifier; also the record's key, which keeps one aggregate's events in order
 * @param version the aggregate's version after the change, growing with each event of one aggregate
 * @param data the payload, a record that Jackson can write
 */
public record OutgoingEvent(String topic, String type, UUID subject, long version, Object data) {}
