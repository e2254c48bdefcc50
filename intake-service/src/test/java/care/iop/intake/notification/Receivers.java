package care.iop.intake.notification;

import static care.iop.intake.Desk.as;

import care.iop.intake.Desk;
import care.iop.intake.IntakeRoles;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/** An EHR's machine that is told of changes. */
public final class Receivers implements AutoCloseable {

    /** What it was sent once. */
    record Received(String id, String timestamp, String signature, String contentType, String body, int answered) {}

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile IntSupplier answer = () -> 200;

    Receivers() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/hook", this::take);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        var status = answer.getAsInt();
        received.add(new Received(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                headers.getFirst("Content-Type"),
                body,
                status));
        if (status >= 300 && status < 400) {
            exchange.getResponseHeaders().add("Location", address() + "/elsewhere");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    /** Answers with what this gives from now on. */
    void answers(IntSupplier status) {
        answer = status;
    }

    /** Everything that it was sent, the handshakes too. */
    List<Received> all() {
        return List.copyOf(received);
    }

    /** What it was told of and has taken. */
    List<Received> taken() {
        return received.stream()
                .filter(one -> one.answered() < 300 && one.body().contains("event-notification"))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A request to register a receiver. */
    public static Map<String, Object> request(String recipientId, String address, String... topics) {
        return Map.of("recipientId", recipientId, "address", address, "topics", List.of(topics));
    }

    /** Registers a receiver of the organization's EHR. */
    public static String register(String organization, String address, String... topics) {
        return as(organization, IntakeRoles.COMPLIANCE_OFFICER)
                .body(request(Desk.ehrAsRecipient(organization), address, topics))
                .post("/api/notification-receivers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
