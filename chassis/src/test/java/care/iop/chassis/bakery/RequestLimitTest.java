package care.iop.chassis.bakery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import care.iop.chassis.testing.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is answered while as many requests as can be are being answered, and when all threads of the bakery are taken. */
@BakeryTest
class RequestLimitTest {

    private static final int MOST_AT_ONCE = 96;
    private static final int THREADS = 70;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    @TestHTTPResource
    URI bakery;

    @Inject
    MeterRegistry meters;

    /** The paths that metrics of requests are told apart by. */
    private Set<String> timedPaths() {
        return meters.find("http.server.requests").timers().stream()
                .map(timer -> timer.getId().getTag("uri"))
                .collect(Collectors.toSet());
    }

    private static Response list() {
        return given().auth().oauth2(TestTokens.bearer("north", "baker")).get("/api/loaves");
    }

    /** Requests whose bodies never arrive. */
    private List<Socket> unfinished(int count) throws IOException {
        var sockets = new ArrayList<Socket>();
        for (int i = 0; i < count; i++) {
            var socket = new Socket(bakery.getHost(), bakery.getPort());
            sockets.add(socket);
            socket.getOutputStream()
                    .write(("POST /bakery/api/loaves HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Authorization: Bearer " + TestTokens.bearer("north", "baker")
                                    + "\r\nContent-Length: 1000\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
        return sockets;
    }

    @Test
    void tooManyAreRefusedAtOnceExceptWhatNeverIsAndItEndsWithThem() throws IOException {
        // given
        var sockets = unfinished(MOST_AT_ONCE);
        try {
            // when, then
            await().atMost(Duration.ofSeconds(20)).until(() -> list().statusCode() == 503);
            list().then()
                    .contentType("application/problem+json")
                    .header("Retry-After", "5")
                    .header("X-Request-Id", notNullValue())
                    .body("type", equalTo("/problems/temporarily-unavailable"));
            given().get("/fhir/Loaf/1")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .contentType("application/fhir+json")
                    .body("resourceType", equalTo("OperationOutcome"));
            given().get("/q/openapi").then().statusCode(200);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(timedPaths()).contains("/refused"));
            assertThat(timedPaths()).noneMatch(path -> path.contains("Loaf/1"));
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> list().statusCode() == 200);
    }

    @Test
    void asManyAsCanBeAreAnswered() throws IOException {
        // given
        var sockets = unfinished(THREADS - 10);
        try {
            // when, then
            for (int i = 0; i < 50; i++) {
                assertThat(list().statusCode()).isEqualTo(200);
            }
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void requestThatHasWaitedTooLongForAThreadIsRefusedAndOneThatHasNotIsAnswered() throws Exception {
        // given
        var sockets = unfinished(THREADS);
        var clients = Executors.newFixedThreadPool(2);
        try {
            // when
            long began = System.nanoTime();
            var early = clients.submit(RequestLimitTest::list);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> System.nanoTime() - began
                            > LONGEST_WAIT.plusSeconds(1).toNanos());
            var late = clients.submit(RequestLimitTest::list);
            for (var socket : sockets) {
                socket.close();
            }

            // then
            early.get(20, TimeUnit.SECONDS)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5")
                    .body("type", equalTo("/problems/temporarily-unavailable"));
            late.get(20, TimeUnit.SECONDS).then().statusCode(200);
        } finally {
            clients.shutdownNow();
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void senderWhoStopsInTheMiddleOfABodyIsNotWaitedForAndNotCalledAFailureOfOurs() throws IOException {
        // given
        try (var socket = unfinished(1).get(0)) {
            socket.setSoTimeout(60_000);

            // when
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var status = answer.readLine();

            // then: the connection is ended, be it before the answer or after
            assertThat(status == null || status.startsWith("HTTP/1.1 400 "))
                    .as(status)
                    .isTrue();
        }
    }
}
