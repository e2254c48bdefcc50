package care.iop.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Follows the alert stream as a clinician's page would, and keeps when the first alert about each person arrived. */
final class AlertFollower implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<UUID, Long> arrivals = new ConcurrentHashMap<>();
    private final CountDownLatch open = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closed;
    private volatile String failure = "";

    AlertFollower(ServiceProcess service, String token) {
        var request = HttpRequest.newBuilder(URI.create(service.url() + "/api/alert-stream"))
                .header("Authorization", "Bearer " + token)
                .build();
        thread = new Thread(() -> follow(request), "alert-follower");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until the stream is open. */
    void awaitOpen() throws InterruptedException {
        if (!open.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the alert stream did not open " + failure);
        }
    }

    /** By person, when the first alert arrived, in {@link System#nanoTime} of this process. */
    Map<UUID, Long> arrivals() {
        return arrivals;
    }

    /** Why the stream ended before it was closed; empty while it is open. */
    String failure() {
        return failure;
    }

    private void follow(HttpRequest request) {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try {
            var response = http.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new IOException("the stream answered " + response.statusCode());
            }
            try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    open.countDown();
                    if (line.startsWith("data:")) {
                        long now = System.nanoTime();
                        var alert = JSON.readTree(line.substring("data:".length()));
                        arrivals.putIfAbsent(
                                UUID.fromString(alert.get("patientId").asText()), now);
                    }
                }
            }
            failure = closed ? "" : "the stream ended";
        } catch (IOException e) {
            failure = closed ? "" : String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
