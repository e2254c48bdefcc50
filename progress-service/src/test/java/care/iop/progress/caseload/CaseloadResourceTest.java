package care.iop.progress.caseload;

import static care.iop.progress.Clinic.LAKESIDE;
import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static care.iop.progress.Clinic.director;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import care.iop.progress.assessment.Phq9;
import care.iop.progress.attendance.Bookings;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class CaseloadResourceTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Inject
    Clock clock;

    @Inject
    Database database;

    @Inject
    SessionFactory sessions;

    private final UUID program = UUID.randomUUID();

    @Test
    void someoneNewHasAnEmptyLine() {
        // given
        var client = Clinic.admit(RIVERSIDE, program);

        // when
        var response = caseload();

        // then
        response.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].admissionId", equalTo(client.admissionId().toString()))
                .body("items[0].patientId", equalTo(client.patientId().toString()))
                .body("items[0].programId", equalTo(program.toString()))
                .body("items[0].levelOfCare", equalTo("2.1"))
                .body("items[0].admittedOn", equalTo("2026-11-16"))
                .body("items[0].prescribedMinutesPerWeek", equalTo(900))
                .body("items[0].attendance.week", equalTo("2026-W48"))
                .body("items[0].attendance.plannedMinutes", equalTo(0))
                .body("items[0].attendance.attendanceRate", nullValue())
                .body("items[0].lastCheckIn", nullValue())
                .body("items[0].lastScore", nullValue())
                .body("items[0].openAlerts.count", equalTo(0))
                .body("items[0].openAlerts.highestSeverity", nullValue());
    }

    @Test
    void lineSaysHowSomeoneIsDoing() {
        // given
        var client = Clinic.admit(RIVERSIDE, program);
        var today = LocalDate.now(clock);
        attend(client, MONDAY);
        attend(client, MONDAY.plusWeeks(1));
        client.asSelf()
                .body(Map.of(
                        "forOn", today.toString(), "mood", 6, "craving", 4, "substanceUse", false, "sleepHours", 7))
                .post("/api/patients/{patientId}/check-ins", client.patientId())
                .then()
                .statusCode(201);
        for (var answers : new String[] {"1 1 1 1 1 1 1 1 1", "1 1 1 1 1 1 1 1 3"}) {
            client.asSelf()
                    .body(Phq9.answered(clock.instant(), answers))
                    .post("/api/patients/{patientId}/assessments", client.patientId())
                    .then()
                    .statusCode(201);
        }

        // when
        var response = caseload();

        // then
        response.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].attendance.attendedUnits", equalTo(1))
                .body("items[0].attendance.countedUnits", equalTo(1))
                .body("items[0].attendance.attendanceRate", equalTo(1.0f))
                .body("items[0].attendance.plannedMinutes", equalTo(180))
                .body("items[0].attendance.deliveredMinutes", equalTo(170))
                .body("items[0].attendance.hoursRate", equalTo(0.9444f))
                .body("items[0].lastCheckIn.forOn", equalTo(today.toString()))
                .body("items[0].lastCheckIn.mood", equalTo(6))
                .body("items[0].lastCheckIn.craving", equalTo(4))
                .body("items[0].lastScore.instrument", equalTo("PHQ-9"))
                .body("items[0].lastScore.total", equalTo(11))
                .body("items[0].lastScore.band", equalTo("moderate"))
                .body("items[0].openAlerts.count", equalTo(2))
                .body("items[0].openAlerts.highestSeverity", equalTo("CRITICAL"));
    }

    @Test
    void otherProgramsAndOtherOrganizationsAreNotShown() {
        // given
        var client = Clinic.admit(RIVERSIDE, program);
        var twin = new Client(LAKESIDE, client.admissionId(), client.patientId(), program);
        try (var kafka = KafkaProbe.connect()) {
            kafka.publish("intake.admission.v1", Clinic.admission(twin, 60));
        }
        Clinic.awaitEpisode(twin);
        attend(client, MONDAY);
        Clinic.admit(RIVERSIDE);

        // when
        var riverside = caseload();
        var lakeside = clinician(LAKESIDE)
                .queryParam("week", "2026-W48")
                .queryParam("programId", program)
                .get("/api/caseload");

        // then
        riverside.then().body("items.prescribedMinutesPerWeek", contains(900));
        lakeside.then()
                .body("items.prescribedMinutesPerWeek", contains(60))
                .body("items.attendance.deliveredMinutes", contains(0));
    }

    @Test
    void pagesHoldEveryoneOnceInTheOrderOfAdmissions() {
        // given
        var admitted = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            admitted.add(Clinic.admit(RIVERSIDE, program).admissionId().toString());
        }

        // when
        var shown = new ArrayList<String>();
        String after = null;
        do {
            var request = director(RIVERSIDE)
                    .queryParam("week", "2026-W48")
                    .queryParam("programId", program)
                    .queryParam("limit", 2);
            var page = (after == null ? request : request.queryParam("after", after)).get("/api/caseload");
            shown.addAll(page.<List<String>>path("items.admissionId"));
            var link = page.header("Link");
            after = link == null ? null : link.replaceAll(".*after=([^&>]+).*", "$1");
        } while (after != null);

        // then
        assertThat(shown).containsExactlyInAnyOrderElementsOf(admitted).isSorted();
    }

    @Test
    void listCostsTheSameForOneAndForMany() {
        // given
        Clinic.admit(RIVERSIDE, program);
        var one = statements();
        for (int i = 0; i < 9; i++) {
            Clinic.admit(RIVERSIDE, program);
        }

        // when
        var ten = statements();

        // then
        caseload().then().body("items", hasSize(10));
        assertThat(ten).isEqualTo(one).isEqualTo(2);
    }

    @Test
    void everyoneShownIsNotedInTheAccessLog() {
        // given
        var first = Clinic.admit(RIVERSIDE, program);
        var second = Clinic.admit(RIVERSIDE, program);

        // when
        caseload().then().statusCode(200);

        // then
        assertThat(database.number(
                        "select count(*) from access_log where resource = 'Caseload' and person_id in (?, ?)",
                        first.patientId(),
                        second.patientId()))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-23", "2027-W53"})
    void weekMustBeOne(String week) {
        // when
        var response = clinician(RIVERSIDE).queryParam("week", week).get("/api/caseload");

        // then
        response.then().statusCode(422).body("errors.pointer", contains("week"));
    }

    @Test
    void weekIsNeeded() {
        // when
        var response = clinician(RIVERSIDE).get("/api/caseload");

        // then
        response.then().statusCode(422).body("errors.pointer", contains("week"));
    }

    @Test
    void programWithoutEpisodesHasNoLine() {
        // when
        var response = caseload();

        // then
        response.then().statusCode(200).body("items", empty());
    }

    private Response caseload() {
        return clinician(RIVERSIDE)
                .queryParam("week", "2026-W48")
                .queryParam("programId", program)
                .get("/api/caseload");
    }

    private void attend(Client client, LocalDate sessionOn) {
        var marked = Bookings.marked(client, UUID.randomUUID(), 2, sessionOn, 180, "LATE", 170);
        try (var kafka = KafkaProbe.connect()) {
            kafka.publish(Bookings.ATTENDANCE, marked);
        }
        database.awaitHandled(marked.id());
    }

    /** Statements that Hibernate sends for one list. */
    private long statements() {
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        try {
            caseload().then().statusCode(200);
            return statistics.getPrepareStatementCount();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }
}
