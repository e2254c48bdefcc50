package care.iop.progress.safety;

import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class SafetyResourceTest {

    @Inject
    Database database;

    @Inject
    DataSource source;

    @Inject
    MeterRegistry meters;

    private Client client;

    @BeforeEach
    void admit() {
        client = Clinic.admit(RIVERSIDE);
    }

    @Test
    void personSeesHelpAndTheTeamIsCalled() {
        // when
        var answer = sayNotSafe();

        // then
        assertShowsHelp(answer);
        awaitAlert();
        assertThat(database.texts(
                        "select action from access_log where person_id = ? and resource = 'NotSafeNow'",
                        client.patientId()))
                .containsExactly("WRITE");
    }

    @Test
    void helpIsShownToEveryone() {
        // when
        var answer = given().get("/api/crisis-support");
        var withABadToken = given().auth().oauth2("not-a-token").get("/api/crisis-support");

        // then
        answer.then().statusCode(200).body("message", containsString("988")).body("message", containsString("911"));
        withABadToken.then().statusCode(200).body("message", containsString("988"));
    }

    /** No connection to the database is to be had, as when it is away: the answer comes before even one attempt has failed. */
    @Test
    void helpIsShownWhileTheDatabaseIsAwayAndTheTeamIsCalledAfterwards() throws SQLException {
        // given
        double failedBefore = failed();
        var all = new ArrayList<Connection>();
        try {
            takeAllConnections(all);

            // when
            var answer = sayNotSafe();
            double failedMeanwhile = failed();

            // then
            assertShowsHelp(answer);
            assertThat(failedMeanwhile).isEqualTo(failedBefore);
            given().get("/api/crisis-support").then().statusCode(200);
            await().atMost(60, SECONDS).until(() -> failed() > failedBefore);
            assertThat(waiting()).isEqualTo(1);
        } finally {
            giveBack(all);
        }
        awaitAlert();
        await().atMost(60, SECONDS).until(() -> waiting() == 0);
    }

    private Response sayNotSafe() {
        return client.asSelf().post("/api/not-safe-now");
    }

    private static void assertShowsHelp(Response answer) {
        answer.then()
                .statusCode(200)
                .body("crisisSupport.message", containsString("988"))
                .body("crisisSupport.message", containsString("911"))
                .body("crisisSupport.contacts", hasSize(2))
                .body("careTeamIsBeingTold", equalTo(true));
    }

    private void awaitAlert() {
        await().atMost(60, SECONDS).until(() -> clinician(RIVERSIDE)
                .queryParam("patientId", client.patientId())
                .get("/api/alerts")
                .<List<String>>path("items.findAll { it.severity == 'CRITICAL' }.rule")
                .equals(List.of("AL-SUI-3")));
    }

    private void takeAllConnections(List<Connection> taken) {
        int refusals = 0;
        while (refusals < 2) {
            try {
                taken.add(source.getConnection());
            } catch (SQLException none) {
                refusals++;
            }
        }
    }

    private static void giveBack(List<Connection> taken) throws SQLException {
        for (var connection : taken) {
            connection.close();
        }
    }

    private double failed() {
        return meters.counter("iop.progress.not-safe.failed").count();
    }

    private double waiting() {
        return meters.get("iop.progress.not-safe.waiting").gauge().value();
    }
}
