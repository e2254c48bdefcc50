package care.iop.progress.alert;

import care.iop.chassis.caller.Acting;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Tells open connections of changes of alerts: each one reads after its own position, so a slow one delays nobody. */
@ApplicationScoped
@Startup
class AlertStream {

    private static final Logger LOG = Logger.getLogger(AlertStream.class);
    private static final Duration POLL = Duration.ofMillis(300);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int THREADS = 2;

    private final AlertChanges changes;
    private final Acting acting;
    private final ObjectMapper json;
    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(THREADS, work -> new Thread(work, "alert-stream"));

    AlertStream(AlertChanges changes, Acting acting, ObjectMapper json, MeterRegistry meters) {
        this.changes = changes;
        this.acting = acting;
        this.json = json;
        meters.gauge("iop.progress.alert-stream.readers", readers, Set::size);
    }

    void stop(@Observes ShutdownEvent stopping) {
        readers.forEach(Reader::close);
        threads.shutdownNow();
    }

    /**
     * Opens a stream for this caller.
     *
     * @param position after which it tells
     * @param lasting after which the stream ends; the reader comes back with its last position
     */
    void open(
            String organization,
            String subject,
            StreamPosition position,
            Duration lasting,
            SseEventSink sink,
            Sse sse) {
        var reader = new Reader(organization, subject, position, System.nanoTime() + lasting.toNanos(), sink, sse);
        readers.add(reader);
        threads.execute(reader);
    }

    /** One open connection. */
    private final class Reader implements Runnable {

        private final String organization;
        private final String subject;
        private final long endsAt;
        private final SseEventSink sink;
        private final Sse sse;
        private StreamPosition position;
        private boolean greeted;
        private long spokeAt = System.nanoTime();

        Reader(String organization, String subject, StreamPosition position, long endsAt, SseEventSink sink, Sse sse) {
            this.organization = organization;
            this.subject = subject;
            this.position = position;
            this.endsAt = endsAt;
            this.sink = sink;
            this.sse = sse;
        }

        @Override
        public void run() {
            if (sink.isClosed() || System.nanoTime() - endsAt >= 0) {
                close();
                return;
            }
            try {
                acting.forOrganization(organization, subject, this::tell);
            } catch (RuntimeException e) {
                LOG.warn("changes of alerts can't be read for a stream; it ends, and its reader comes back", e);
                close();
                return;
            }
            if (!threads.isShutdown()) {
                var next = threads.schedule(this, POLL.toMillis(), TimeUnit.MILLISECONDS);
                LOG.tracef("looking again in %d ms", next.getDelay(TimeUnit.MILLISECONDS));
            }
        }

        private void tell() {
            if (!greeted) {
                greeted = true;
                send(sse.newEventBuilder().comment("open").build());
            }
            var batch = changes.after(position);
            for (var change : batch.changes()) {
                send(sse.newEventBuilder()
                        .id(change.position().eventId())
                        .name("alert")
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(String.class, json(change.alert()))
                        .build());
            }
            position = batch.upTo();
            if (System.nanoTime() - spokeAt > HEARTBEAT.toNanos()) {
                send(sse.newEventBuilder().comment("still here").build());
            }
        }

        private void send(OutboundSseEvent event) {
            spokeAt = System.nanoTime();
            sink.send(event).exceptionally(gone -> {
                close();
                return null;
            });
        }

        private String json(AlertView alert) {
            try {
                return json.writeValueAsString(alert);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("an alert can't be written as JSON", e);
            }
        }

        private void close() {
            readers.remove(this);
            if (!sink.isClosed()) {
                sink.close();
            }
        }
    }
}
