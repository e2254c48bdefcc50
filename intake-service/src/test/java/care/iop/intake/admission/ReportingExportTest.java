package care.iop.intake.admission;

import static care.iop.intake.Desk.LAKESIDE;
import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import care.iop.chassis.testing.TestTokens;
import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.IntakeRoles;
import care.iop.intake.ServiceTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class ReportingExportTest {

    @Inject
    Database database;

    private final LocalDate admittedOn = LocalDate.now(ZoneOffset.UTC).minusDays(31);
    private final LocalDate dischargedOn = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    @Test
    void admissionIsALineOfCodes() {
        // given
        var id = admitted();

        // when
        var file = export(RIVERSIDE, "teds-admissions", admittedOn);

        // then
        assertThat(file.contentType()).startsWith("text/csv");
        assertThat(file.asString().lines().toList())
                .startsWith("ADMISSION_ID,ADMITTED_ON,SERVICES,PSOURCE,EMPLOY,LIVARAG,ARRESTS,FREQ_ATND_SELF_HELP")
                .contains(id + "," + admittedOn + ",6,7,3,-9,1,-9");
    }

    @Test
    void dischargeIsALineOfBothEndsWithBothLengths() {
        // given
        var id = discharged();

        // when
        var file = export(RIVERSIDE, "teds-discharges", dischargedOn);

        // then
        assertThat(file.asString().lines().filter(line -> line.startsWith(id)))
                .containsExactly(id + "," + admittedOn + ",6,1,,31,30,31,3,2,-9,-9,1,-9,-9,-9");
    }

    @Test
    void measuresAreThoseKnownAtBothEnds() {
        // given
        var id = discharged();

        // when
        var file = export(RIVERSIDE, "national-outcome-measures", dischargedOn);

        // then
        assertThat(file.asString().lines().filter(line -> line.startsWith(id))).containsExactly(id + ",EMPLOYED,0,1");
    }

    @Test
    void stayThatHasNotEndedIsNoDischarge() {
        // given
        var id = admitted();

        // when
        var file = export(RIVERSIDE, "teds-discharges", dischargedOn);

        // then
        assertThat(file.asString()).doesNotContain(id);
    }

    @Test
    void anotherOrganizationGetsAnEmptyFile() {
        // given
        admitted();

        // when
        var file = export(LAKESIDE, "teds-admissions", admittedOn);

        // then
        assertThat(file.asString().lines()).allMatch(line -> !line.contains(admittedOn + ",6,7,3,-9,1,-9"));
    }

    @Test
    void everyStayInAFileIsNoted() {
        // given
        var id = admitted();
        var patient = database.rows("select patient_id from admission where id = ?", UUID.fromString(id))
                .get(0);

        // when
        export(RIVERSIDE, "teds-admissions", admittedOn);

        // then
        assertThat(database.rows(
                        "select action from access_log where resource = 'ReportingRecord' and person_id = ?",
                        UUID.fromString(patient)))
                .contains("READ");
    }

    @Test
    void monthsThatAreNoneOrTooManyAreRefused() {
        // when
        var refused = director(RIVERSIDE, "teds-admissions", Map.of("from", "soon"));

        // then
        refused.then().statusCode(422).body("errors.pointer", contains("from"));
        director(RIVERSIDE, "teds-admissions", Map.of("from", "2026-01", "to", "2027-01"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("to"));
        director(RIVERSIDE, "teds-admissions", Map.of("from", "2026-01", "to", "2025-12"))
                .then()
                .statusCode(422);
        director(RIVERSIDE, "teds-admissions", Map.of("from", "2020-01", "to", "2020-12"))
                .then()
                .statusCode(200);
    }

    private String admitted() {
        var request = Desk.admission(Desk.accepted(RIVERSIDE, "2.1"));
        request.put("admittedOn", admittedOn.toString());
        String id = Desk.coordinator(RIVERSIDE)
                .body(request)
                .post("/api/admissions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        data(
                id,
                "data-at-admission",
                Map.of("referralSource", "COURT", "arrestsPast30Days", 1, "employment", "UNEMPLOYED"));
        return id;
    }

    private String discharged() {
        var id = admitted();
        Desk.clinician(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of(
                        "dischargedOn",
                        dischargedOn.toString(),
                        "lastContactOn",
                        dischargedOn.toString(),
                        "reason",
                        "COMPLETED"))
                .post("/api/admissions/{id}/discharge", id)
                .then()
                .statusCode(200);
        data(id, "data-at-discharge", Map.of("employment", "PART_TIME"));
        return id;
    }

    private static void data(String id, String what, Map<String, Object> data) {
        Desk.coordinator(RIVERSIDE)
                .header("If-Match", "*")
                .body(data)
                .put("/api/admissions/{id}/" + what, id)
                .then()
                .statusCode(200);
    }

    private static Response export(String organization, String file, LocalDate day) {
        var month = day.toString().substring(0, 7);
        var response = director(organization, file, Map.of("from", month));
        response.then().statusCode(200);
        return response;
    }

    private static Response director(String organization, String file, Map<String, String> months) {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.bearer(organization, IntakeRoles.PROGRAM_DIRECTOR))
                .queryParams(months)
                .get("/api/reporting-exports/{file}", file);
    }
}
