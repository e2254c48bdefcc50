package care.iop.progress.alert;

import static care.iop.progress.Clinic.LAKESIDE;
import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import care.iop.chassis.testing.TestTokens;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import care.iop.progress.assessment.Phq9;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class AlertStreamTest {

    @Inject
    Clock clock;

    @Inject
    Database database;

    @Inject
    MeterRegistry meters;

    /** One thread for each stream; the common pool has a single one on two cores. */
    private final ExecutorService side = Executors.newCachedThreadPool();

    private Client client;

    @AfterEach
    void end() {
        side.shutdownNow();
    }

    @BeforeEach
    void admit() {
        client = Clinic.admit(RIVERSIDE);
    }

    @Test
    void changesAreToldWhileTheStreamIsOpenAndMissedOnesAfterwards() {
        // given
        double before = readers();
        var reader = Clinic.json(TestTokens.bearerAs("clinician-stream", RIVERSIDE, "clinician"));
        var stranger = clinician(LAKESIDE);
        var open = CompletableFuture.supplyAsync(() -> follow(reader, 8), side);
        var elsewhere = CompletableFuture.supplyAsync(() -> follow(stranger, 8), side);
        await().atMost(30, SECONDS).until(() -> readers() >= before + 2);

        // when
        answer(1);
        var told = own(open.join());
        answer(3);
        var missed = own(follow(clinician(RIVERSIDE).header("Last-Event-ID", idOf(told.get(0))), 4));
        var nothingNew = own(follow(clinician(RIVERSIDE).header("Last-Event-ID", idOf(missed.get(0))), 2));

        // then
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).contains("event:alert", "AL-SUI-1", "\"HIGH\"");
        assertThat(missed).hasSize(1);
        assertThat(missed.get(0)).contains("AL-SUI-1", "\"CRITICAL\"");
        assertThat(nothingNew).isEmpty();
        assertThat(elsewhere.join().asString())
                .doesNotContain(client.patientId().toString());
        assertThat(database.number(
                        "select count(*) from access_log where person_id = ? and resource = 'Alert' and action = 'READ'"
                                + " and actor = 'clinician-stream'",
                        client.patientId()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "a-b", "-1-2", "1-2-3", "1234567890123456789-1"})
    void positionThatIsNoneOfOursIsRefused(String id) {
        // when
        var refused = follow(clinician(RIVERSIDE).header("Last-Event-ID", id), 1);

        // then
        refused.then().statusCode(422).body("errors.pointer", contains("Last-Event-ID"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 901})
    void streamLastsFrom1To900Seconds(int seconds) {
        follow(clinician(RIVERSIDE), seconds).then().statusCode(422).body("errors.pointer", contains("seconds"));
    }

    private static Response follow(RequestSpecification reader, int seconds) {
        return reader.queryParam("seconds", seconds).get("/api/alert-stream");
    }

    private List<String> own(Response stream) {
        return Arrays.stream(stream.asString().split("\n\n", -1))
                .filter(event -> event.contains(client.patientId().toString()))
                .toList();
    }

    private static String idOf(String event) {
        return event.lines()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring(3).strip())
                .findFirst()
                .orElseThrow();
    }

    private void answer(int safetyItem) {
        client.asSelf()
                .body(Phq9.answered(clock.instant(), "0 0 0 0 0 0 0 0 " + safetyItem))
                .post("/api/patients/{patientId}/assessments", client.patientId())
                .then()
                .statusCode(201);
    }

    private double readers() {
        return meters.get("iop.progress.alert-stream.readers").gauge().value();
    }
}
