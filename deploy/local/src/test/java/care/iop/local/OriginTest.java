package care.iop.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import care.iop.chassis.testing.backend.FreePort;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OriginTest {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = FreePort.find();
    private HttpServer intake;
    private Origin origin;

    @BeforeEach
    void start() throws IOException {
        intake = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        intake.createContext("/", OriginTest::echo);
        intake.start();
        origin = Origin.start(port, Map.of("/intake", intake.getAddress().getPort(), "/progress", FreePort.find()));
    }

    @AfterEach
    void stop() {
        origin.close();
        intake.stop(0);
    }

    @Test
    void passesARequestOnWithTheHostThatTheCallerUsed() throws Exception {
        // given
        HttpRequest request = HttpRequest.newBuilder(at("/intake/api/patients?limit=1"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        // when
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        // then
        assertEquals(201, response.statusCode());
        assertEquals("POST /intake/api/patients?limit=1 localhost:" + port + " {}", response.body());
    }

    @Test
    void passesTheFhirBaseOnToTheServiceThatKnowsTheType() throws Exception {
        // given
        HttpRequest request =
                HttpRequest.newBuilder(at("/fhir/Task/1?_format=json")).build();
        // when
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        // then
        assertEquals("GET /intake/fhir/Task/1?_format=json localhost:" + port + " ", response.body());
    }

    @Test
    void answers502ForAPartThatIsNotThere() throws Exception {
        // given
        HttpRequest request =
                HttpRequest.newBuilder(at("/progress/api/caseload")).build();
        // when
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        // then
        assertEquals(502, response.statusCode());
    }

    @Test
    void answers404OutsideTheParts() throws Exception {
        // given
        HttpRequest request = HttpRequest.newBuilder(at("/intakes/api")).build();
        // when
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        // then
        assertEquals(404, response.statusCode());
    }

    @Test
    void showsWhatThereIs() throws Exception {
        // given
        HttpRequest request = HttpRequest.newBuilder(at("/")).build();
        // when
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        // then
        assertEquals(200, response.statusCode());
        assertTrue(response.body().contains("href=\"/intake/q/swagger-ui/\""));
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static void echo(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        byte[] answer = (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("Host") + " " + body)
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(201, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
