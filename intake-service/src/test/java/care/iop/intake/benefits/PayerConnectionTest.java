package care.iop.intake.benefits;

import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.IntakeRoles;
import care.iop.intake.ServiceTest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payers that are asked by machine, over a real connection to a server that fails as it is told. */
@ServiceTest
@TestProfile(PayerConnectionTest.Payers.class)
class PayerConnectionTest {

    private static final String INQUIRIES = "/api/patients/{id}/eligibility-inquiries";
    private static final Pattern TRACE = Pattern.compile("TRN\\*1\\*([0-9A-F]+)\\*");

    /** Payers at a free port: one for most faults, one whose circuit opens soon, and one where nobody listens. */
    public static class Payers implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var port = freePort();
            return Map.ofEntries(
                    Map.entry("iop.benefits.payer.EX001.url", "http://localhost:" + port + "/plan"),
                    Map.entry("iop.benefits.payer.EX001.authorization", "Bearer invented"),
                    Map.entry("iop.benefits.payer.EX001.timeout", "PT1.5S"),
                    Map.entry("iop.benefits.payer.EX001.retry-after", "PT0.01S"),
                    Map.entry("iop.benefits.payer.EX001.circuit-watches", "1000"),
                    Map.entry("iop.benefits.payer.EX002.url", "http://localhost:" + port + "/weak"),
                    Map.entry("iop.benefits.payer.EX002.retries", "0"),
                    Map.entry("iop.benefits.payer.EX002.circuit-watches", "4"),
                    Map.entry("iop.benefits.payer.EX002.circuit-open-for", "PT2S"),
                    Map.entry("iop.benefits.payer.EX003.url", "http://localhost:" + freePort() + "/nobody"),
                    Map.entry("iop.benefits.payer.EX003.retry-after", "PT0.01S"));
        }

        private static int freePort() {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new IllegalStateException("no port", e);
            }
        }
    }

    /** What the server does next. */
    private enum Act {
        ANSWER,
        ANSWER_WHEN_TOLD,
        GARBAGE,
        OTHER_TRACE,
        TOO_LONG,
        STATUS_302,
        STATUS_400,
        STATUS_500,
        STATUS_503,
        CUT,
        CUT_IN_BODY,
        STALL,
        STALL_IN_BODY
    }

    @Inject
    Database database;

    @ConfigProperty(name = "iop.benefits.payer.EX001.url")
    URI plan;

    private final ConcurrentLinkedDeque<Act> script = new ConcurrentLinkedDeque<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final ConcurrentLinkedDeque<Map<String, List<String>>> headers = new ConcurrentLinkedDeque<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch told = new CountDownLatch(1);
    private HttpServer server;

    private String patientId;
    private String recipientId;

    @BeforeEach
    void openThePayer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), plan.getPort()), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::act);
        server.start();
        patientId = Desk.register(RIVERSIDE);
        recipientId = Desk.as(RIVERSIDE, IntakeRoles.COMPLIANCE_OFFICER)
                .body(Map.of("name", "Example Health Plan", "classes", List.of("HEALTH_PLANS")))
                .post("/api/recipients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @AfterEach
    void closeThePayer() {
        over.countDown();
        told.countDown();
        server.stop(0);
    }

    /** What the payer does, attempt by attempt; then what becomes of the question, and how often the payer was asked. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ANSWER                                    | ANSWERED       |                           | 1
            STATUS_500 ANSWER                         | ANSWERED       |                           | 2
            CUT CUT_IN_BODY ANSWER                    | ANSWERED       |                           | 3
            STALL ANSWER                              | ANSWERED       |                           | 2
            STATUS_503 STATUS_503 STATUS_503          | VERIFY_BY_HAND | HTTP status 503, asked 3 times | 3
            STATUS_400                                | VERIFY_BY_HAND | HTTP status 400.          | 1
            STATUS_302                                | VERIFY_BY_HAND | HTTP status 302.          | 1
            CUT CUT CUT                               | VERIFY_BY_HAND | broke off, asked 3 times  | 3
            CUT_IN_BODY CUT_IN_BODY CUT_IN_BODY       | VERIFY_BY_HAND | broke off, asked 3 times  | 3
            STALL STALL STALL                         | VERIFY_BY_HAND | within 1500 ms            | 3
            STALL_IN_BODY STALL_IN_BODY STALL_IN_BODY | VERIFY_BY_HAND | within 1500 ms            | 3
            TOO_LONG TOO_LONG TOO_LONG                | VERIFY_BY_HAND | broke off                 | 3
            GARBAGE                                   | VERIFY_BY_HAND | was not kept              | 1
            OTHER_TRACE                               | VERIFY_BY_HAND | trace number              | 1
            """)
    void noFaultLosesTheQuestion(String acts, String status, String outcome, int times) {
        // given
        consent();
        var inquiry = ask("EX001");
        for (var act : acts.split(" ", -1)) {
            script.add(Act.valueOf(act));
        }

        // when
        var submitted = submit(inquiry);

        // then
        submitted
                .statusCode(200)
                .body("status", equalTo(status))
                .body("outcome", outcome == null ? nullValue() : containsString(outcome))
                .body("verificationId", status.equals("ANSWERED") ? notNullValue() : nullValue());
        assertThat(asked).hasValue(times);
        Desk.clinician(RIVERSIDE)
                .get(INQUIRIES + "/{i}", patientId, inquiry)
                .then()
                .statusCode(200)
                .body("status", equalTo(status));
    }

    @Test
    void whatFailedCanBeSubmittedAgainUntilItIsAnswered() {
        // given
        consent();
        var inquiry = ask("EX001");
        script.add(Act.STATUS_400);
        submit(inquiry).statusCode(200).body("outcome", containsString("Verify by phone"));
        script.add(Act.ANSWER);

        // when
        var again = submit(inquiry);

        // then
        again.statusCode(200).body("status", equalTo("ANSWERED")).body("outcome", nullValue());
        Desk.clinician(RIVERSIDE)
                .get("/api/patients/{id}/benefit-verifications", patientId)
                .then()
                .body("items", hasSize(1))
                .body("items[0].coverage", equalTo("ACTIVE"))
                .body("items[0].source", equalTo("X12_271"));
        submit(inquiry).statusCode(409).body("type", equalTo("/problems/inquiry-answered"));
        assertThat(asked).hasValue(2);
    }

    @Test
    void nothingIsSentWithoutAConsent() {
        // given
        var inquiry = ask("EX001");

        // when
        var refused = submit(inquiry);

        // then
        refused.statusCode(409).body("type", equalTo("/problems/consent-not-in-force"));
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatIsSentCarriesTheNoticeAndIsAccountedFor() {
        // given
        consent();
        script.add(Act.ANSWER);

        // when
        var submitted = submit(ask("EX001"));

        // then
        submitted.statusCode(200);
        assertThat(headers.getFirst()).containsKeys("Redisclosure-notice", "Authorization");
        assertThat(headers.getFirst().get("Content-type")).containsExactly("application/edi-x12");
        Desk.as(RIVERSIDE, IntakeRoles.COMPLIANCE_OFFICER)
                .get("/api/patients/{id}/disclosures", patientId)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].recipientId", equalTo(recipientId))
                .body("items[0].purpose", equalTo("PAYMENT"));
    }

    @Test
    void aPayerWhomNobodyReachesOrWhoIsNotConnectedIsAskedByHand() {
        // given
        consent();

        // then
        submit(ask("EX003"))
                .statusCode(200)
                .body("status", equalTo("VERIFY_BY_HAND"))
                .body("outcome", containsString("can't be reached"));
        submit(ask("EX009"))
                .statusCode(200)
                .body("status", equalTo("VERIFY_BY_HAND"))
                .body("outcome", containsString("No connection"));
    }

    @Test
    void aPayerThatKeepsFailingIsLeftAloneAndTheOthersAreNot() {
        // given
        consent();
        for (int i = 0; i < 4; i++) {
            script.add(Act.STATUS_500);
            submit(ask("EX002")).statusCode(200).body("outcome", containsString("HTTP status 500"));
        }

        // when
        var leftAlone = submit(ask("EX002"));

        // then
        leftAlone
                .statusCode(200)
                .body("status", equalTo("VERIFY_BY_HAND"))
                .body("outcome", containsString("left alone"));
        assertThat(asked).hasValue(4);
        script.add(Act.ANSWER);
        submit(ask("EX001")).statusCode(200).body("status", equalTo("ANSWERED"));
        script.add(Act.ANSWER);
        var again = ask("EX002");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> submit(again).statusCode(200).body("status", equalTo("ANSWERED")));
    }

    @Test
    void whoSubmitsWhileThePayerThinksIsToldSo() throws Exception {
        // given
        consent();
        var inquiry = ask("EX001");
        script.add(Act.ANSWER_WHEN_TOLD);
        var colleague = Executors.newSingleThreadExecutor();

        try {
            // when
            var first = colleague.submit(() -> submit(inquiry));
            await().untilAtomic(asked, equalTo(1));
            var second = submit(inquiry);
            told.countDown();

            // then
            second.statusCode(409).body("type", equalTo("/problems/inquiry-being-asked"));
            first.get().statusCode(200).body("status", equalTo("ANSWERED"));
        } finally {
            colleague.shutdownNow();
        }
        assertThat(asked).hasValue(1);
        Desk.as(RIVERSIDE, IntakeRoles.COMPLIANCE_OFFICER)
                .get("/api/patients/{id}/disclosures", patientId)
                .then()
                .body("items", hasSize(1));
    }

    @RepeatedTest(3)
    void twoSubmissionsAtOnceAskThePayerOnce() throws Exception {
        // given
        consent();
        var inquiry = ask("EX001");
        script.add(Act.ANSWER);
        script.add(Act.ANSWER);
        var barrier = new CyclicBarrier(2);
        Callable<Integer> submission = () -> {
            barrier.await();
            return submit(inquiry).extract().statusCode();
        };
        var colleagues = Executors.newFixedThreadPool(2);

        // when
        var statuses = new ArrayList<Integer>();
        try {
            for (var answer : colleagues.invokeAll(List.of(submission, submission))) {
                statuses.add(answer.get());
            }
        } finally {
            colleagues.shutdownNow();
        }

        // then
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aProcessThatDiedKeepsNobodyFromAskingForLong() {
        // given
        consent();
        var inquiry = ask("EX001");
        database.execute(
                "update eligibility_inquiry set asking_until = now() + interval '1 minute' where id = ?",
                UUID.fromString(inquiry));
        submit(inquiry).statusCode(409).body("type", equalTo("/problems/inquiry-being-asked"));
        database.execute(
                "update eligibility_inquiry set asking_until = now() - interval '1 second' where id = ?",
                UUID.fromString(inquiry));
        script.add(Act.ANSWER);

        // when
        var submitted = submit(inquiry);

        // then
        submitted.statusCode(200).body("status", equalTo("ANSWERED"));
    }

    private void consent() {
        var content = Desk.consent(recipientId);
        content.put("dataClasses", List.of("DEMOGRAPHICS", "BENEFITS"));
        content.put("purposes", List.of("PAYMENT"));
        Desk.signConsent(RIVERSIDE, patientId, content);
    }

    private String ask(String payer) {
        var request = Desk.inquiry();
        request.put("payer", Map.of("name", "Example Health Plan", "electronicId", payer));
        return Desk.coordinator(RIVERSIDE)
                .body(request)
                .post(INQUIRIES, patientId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse submit(String inquiryId) {
        return Desk.coordinator(RIVERSIDE)
                .body(Map.of("recipientId", recipientId))
                .post(INQUIRIES + "/{i}/submission", patientId, inquiryId)
                .then();
    }

    private void act(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        headers.add(Map.copyOf(exchange.getRequestHeaders()));
        var question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
        var act = script.isEmpty() ? Act.STATUS_500 : script.removeFirst();
        switch (act) {
            case ANSWER -> send(exchange, 200, answer(trace(question)));
            case ANSWER_WHEN_TOLD -> {
                hold(told);
                send(exchange, 200, answer(trace(question)));
            }
            case OTHER_TRACE -> send(exchange, 200, answer("ANOTHER"));
            case GARBAGE -> send(exchange, 200, "<html>Please sign in</html>");
            case TOO_LONG -> send(exchange, 200, "A".repeat((1 << 20) + 1));
            case STATUS_302 -> {
                exchange.getResponseHeaders().add("Location", "http://localhost:" + plan.getPort() + "/elsewhere");
                send(exchange, 302, "");
            }
            case STATUS_400 -> send(exchange, 400, "no");
            case STATUS_500 -> send(exchange, 500, "no");
            case STATUS_503 -> send(exchange, 503, "no");
            case CUT -> exchange.close();
            case CUT_IN_BODY -> {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write("ISA*".getBytes(StandardCharsets.US_ASCII));
                exchange.close();
            }
            case STALL -> {
                hold(over);
                exchange.close();
            }
            case STALL_IN_BODY -> {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write("ISA*".getBytes(StandardCharsets.US_ASCII));
                exchange.getResponseBody().flush();
                hold(over);
                exchange.close();
            }
        }
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String trace(String question) {
        var matcher = TRACE.matcher(question);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String answer(String trace) {
        var day = LocalDate.now(ZoneId.of("America/New_York")).minusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE);
        return Interchanges.of(day, Interchanges.MEMBER.replace("TRACE-1", trace) + "EB*1**30~");
    }
}
