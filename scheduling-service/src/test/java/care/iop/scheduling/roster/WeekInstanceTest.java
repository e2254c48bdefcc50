package care.iop.scheduling.roster;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import care.iop.scheduling.roster.exchange.RosterExchange;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A program's week leaves as a document that any solver of the exchange format reads, and that names nobody. */
@ServiceTest
class WeekInstanceTest {

    @Inject
    Database database;

    private static Response export(DemoProgram program, LocalDate week) {
        return scheduler(RIVERSIDE)
                .queryParam("weekStartingOn", week.toString())
                .get("/api/programs/{id}/week-instance", program.id());
    }

    @Test
    void weekIsReadAsTheEngineReadsItAndNamesNobody() throws JsonProcessingException {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "21:00");

        // when
        var exported = export(program, Clinic.weekAhead());

        // then
        exported.then()
                .statusCode(200)
                .body("clients.id", contains("c1"))
                .body("clients[0].sessions.kind", contains("IND", "IND", "FAM", "VOC"));
        var week = RosterExchange.readProblem(new ObjectMapper().readTree(exported.asString()));
        assertThat(week.cohorts()).extracting(cohort -> cohort.trackId()).containsExactlyInAnyOrder("M", "A", "E");
        assertThat(week.clinicians()).hasSize(3);
        assertThat(week.rooms()).hasSize(3);
        assertThat(exported.asString())
                .doesNotContain(
                        client.enrollmentId().toString(), client.patientId().toString(), "Sample")
                .doesNotContain(
                        Stream.concat(program.clinicians().values().stream(), program.series().values().stream())
                                .map(String::valueOf)
                                .toArray(String[]::new));
        assertThat(database.number(
                        "select count(*) from access_log where resource = 'WeekInstance' and person_id = ?",
                        client.patientId()))
                .isEqualTo(1);
    }

    @Test
    void weekBeginsOnAMonday() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);

        // when
        var response = export(program, Clinic.weekAhead().plusDays(1));

        // then
        response.then().statusCode(422).body("errors.pointer", contains("weekStartingOn"));
    }
}
