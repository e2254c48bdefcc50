package care.iop.intake.admission;

import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.contract.EventContract;
import care.iop.intake.Desk;
import care.iop.intake.ServiceTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stay from its first level to the last follow-up. */
@ServiceTest
class EpisodeResourceTest {

    @Test
    void stepDownKeepsTheHistoryAndIsTold() {
        // given
        var id = admittedDaysAgo(30);

        // when
        var changed = act(id, "level-changes", "\"0\"", level("1.5", today()));

        // then
        changed.statusCode(200)
                .header("ETag", "\"1\"")
                .body("levelOfCare", equalTo("1.5"))
                .body("prescribedMinutesPerWeek", equalTo(360))
                .body("levelOfCareHistory.levelOfCare", contains("2.1", "1.5"))
                .body("levelOfCareHistory.kind", contains("ADMISSION", "STEP_DOWN"))
                .body("levelOfCareHistory[1].rationale", equalTo("Six weeks without use."));
        var told = told(id, LevelOfCareChanged.TYPE, EpisodeEventsContractTest.LEVEL_OF_CARE_CHANGED, 1);
        assertThat(told).contains("\"startsOn\":\"" + today() + "\"").doesNotContain("Six weeks");
    }

    @ParameterizedTest
    @CsvSource({
        "2.5, 14, 200, STEP_UP",
        "2.5, 15, 422, /startsOn",
        "2.5, -30, 422, /startsOn",
        "2.5, -29, 200, STEP_UP",
        "2.1, 0, 422, /levelOfCare",
        "3.7, 0, 409, level-not-served",
        "1, 0, 422, /levelOfCare"
    })
    void onlyLegalChangesOfLevel(String level, int daysFromToday, int status, String says) {
        // given
        var id = admittedDaysAgo(30);

        // when
        var answer = act(id, "level-changes", "*", level(level, today().plusDays(daysFromToday)));

        // then
        answer.statusCode(status);
        switch (status) {
            case 200 -> answer.body("levelOfCareHistory[1].kind", equalTo(says));
            case 422 -> answer.body("errors[0].pointer", equalTo(says));
            default -> answer.body("type", containsString(says));
        }
    }

    @Test
    void leaveHasAnEndBeforeAnythingElse() {
        // given
        var id = admittedDaysAgo(30);
        act(id, "leave-start", "\"0\"", Map.of("startsOn", today().minusDays(10).toString(), "reason", "MEDICAL"))
                .statusCode(200)
                .body("status", equalTo("ON_LEAVE"));

        // when
        act(id, "level-changes", "*", level("1.5", today()))
                .statusCode(409)
                .body("type", equalTo("/problems/admission-move-not-allowed"))
                .body("detail", containsString("End the leave first"));
        act(id, "leave-end", "*", Map.of("lastDayOn", today().minusDays(11).toString()))
                .statusCode(422);
        act(id, "leave-end", "*", Map.of("lastDayOn", today().plusDays(1).toString()))
                .statusCode(422);
        var back = act(
                id,
                "leave-end",
                "\"1\"",
                Map.of("lastDayOn", today().minusDays(3).toString()));

        // then
        back.statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("leaves", hasSize(1))
                .body("leaves[0].lastDayOn", equalTo(today().minusDays(3).toString()));
        act(id, "leave-start", "*", Map.of("startsOn", today().minusDays(3).toString(), "reason", "FAMILY"))
                .statusCode(422);
        told(id, LeaveStarted.TYPE, EpisodeEventsContractTest.LEAVE_STARTED, 1);
        told(id, LeaveEnded.TYPE, EpisodeEventsContractTest.LEAVE_ENDED, 2);
    }

    @Test
    void dischargePlansFollowUpsAndThePersonCanComeBack() {
        // given
        var id = admittedDaysAgo(60);

        // when
        var discharged = act(id, "discharge", "\"0\"", discharge("COMPLETED", 0, 0));

        // then
        String patientId = discharged
                .statusCode(200)
                .body("status", equalTo("DISCHARGED"))
                .body("discharge.lengthOfStay.teds2004Days", equalTo(60))
                .body("discharge.lengthOfStay.teds2005Days", equalTo(61))
                .extract()
                .path("patientId");
        contacts(id)
                .body("items", hasSize(4))
                .body(
                        "items.dueOn",
                        contains(
                                today().plusDays(30).toString(),
                                today().plusDays(90).toString(),
                                today().plusDays(180).toString(),
                                today().plusDays(365).toString()))
                .body("items.status", everyItem(equalTo("PLANNED")));
        assertThat(told(id, PatientDischarged.TYPE, EpisodeEventsContractTest.PATIENT_DISCHARGED, 1))
                .contains("\"tedsReason\":1");
        act(id, "level-changes", "*", level("1.5", today())).statusCode(409);
        act(id, "discharge", "*", discharge("MOVED", 0, 0)).statusCode(409);
        var again = Desk.admission(acceptedAgain(patientId));
        again.put("admittedOn", today().minusDays(1).toString());
        Desk.coordinator(RIVERSIDE)
                .body(again)
                .post("/api/admissions")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/admittedOn"));
        again.put("admittedOn", today().toString());
        Desk.coordinator(RIVERSIDE)
                .body(again)
                .post("/api/admissions")
                .then()
                .statusCode(201)
                .body("readmission", equalTo(true))
                .body("patientId", equalTo(patientId));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, 0, 0, 200",
        "COMPLETED, 0, 31, 422",
        "COMPLETED, 0, 30, 200",
        "COMPLETED, -1, 0, 422",
        "COMPLETED, 31, 31, 422",
        "LOST_CONTACT, 0, 14, 200",
        "LOST_CONTACT, 0, 13, 422"
    })
    void dischargeHasADayThatCanBe(String reason, int dischargedDaysAgo, int lastContactDaysAgo, int status) {
        // given
        var id = admittedDaysAgo(30);

        // when
        var answer = act(id, "discharge", "*", discharge(reason, dischargedDaysAgo, lastContactDaysAgo));

        // then
        answer.statusCode(status);
    }

    @Test
    void threeAttemptsMakeSomebodyLostEarlier() {
        // given
        var id = admittedDaysAgo(30);
        var request = discharge("LOST_CONTACT", 0, 1);
        request.put("outreachAttempts", 2);
        act(id, "discharge", "*", request).statusCode(422).body("errors[0].pointer", equalTo("/reason"));
        request.put("outreachAttempts", 3);

        // then
        act(id, "discharge", "*", request).statusCode(200);
    }

    @Test
    void aftercareOwesTwelveWeeklyContactsThenMonthlyOnesForAYear() {
        // given
        var id = admittedDaysAgo(60);
        var request = level("1.0", today().minusDays(30));
        request.put("phase", "AFTERCARE");
        act(id, "level-changes", "*", request).statusCode(200).body("phase", equalTo("AFTERCARE"));
        var planned = contacts(id).body("items", hasSize(21));
        List<String> ids = planned.extract().path("items.id");
        assertThat(planned.extract().<List<String>>path("items.status"))
                .startsWith("OVERDUE", "OVERDUE", "DUE", "DUE", "DUE", "DUE", "PLANNED");

        // when
        close(id, ids.get(0), "completion").statusCode(200).body("status", equalTo("DONE"));
        close(id, ids.get(1), "loss").statusCode(200).body("status", equalTo("LOST"));
        close(id, ids.get(1), "completion").statusCode(409).body("type", equalTo("/problems/contact-closed"));
        act(id, "discharge", "*", discharge("DIED", 0, 0)).statusCode(200);

        // then
        List<String> after = contacts(id).extract().path("items.status");
        assertThat(after).hasSize(21).startsWith("DONE", "LOST", "CANCELLED").doesNotContain("PLANNED", "DUE");
    }

    @Test
    void aftercareIsNoTreatmentLevel() {
        // given
        var request = level("2.5", today());
        request.put("phase", "AFTERCARE");

        // then
        act(admittedDaysAgo(30), "level-changes", "*", request)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/phase"));
    }

    @Test
    void outcomeDataAreReadBackAndCoded() {
        // given
        var id = admittedDaysAgo(30);
        var data = new HashMap<String, Object>(Map.of(
                "firstContactOn",
                today().minusDays(35).toString(),
                "firstAppointmentOfferedOn",
                today().minusDays(33).toString(),
                "referralSource",
                "COURT",
                "arrestsPast30Days",
                1,
                "employment",
                "UNEMPLOYED",
                "livingSituation",
                "INDEPENDENT",
                "selfHelpAttendancePast30Days",
                0,
                "substances",
                List.of(Map.of("substance", "ALCOHOL", "daysUsedPast30", 20, "route", "ORAL", "ageOfFirstUse", 15))));

        // when
        put(id, "data-at-admission", data)
                .statusCode(200)
                .body("dataAtAdmission.substances[0].daysUsedPast30", equalTo(20));
        put(id, "data-at-discharge", Map.of()).statusCode(409);
        act(id, "discharge", "*", discharge("INCARCERATED", 0, 0)).statusCode(200);
        put(id, "data-at-discharge", Map.of("employment", "PART_TIME", "substances", List.of()))
                .statusCode(200);

        // then
        Desk.clinician(RIVERSIDE)
                .get("/api/admissions/{id}/reporting-record", id)
                .then()
                .statusCode(200)
                .body("tedsServices", equalTo(6))
                .body("tedsReason", equalTo(5))
                .body("stateReasonCode", nullValue())
                .body("lengthOfStay.teds2005Days", equalTo(31))
                .body("atAdmission.referralSource", equalTo(7))
                .body("atAdmission.employment", equalTo(3))
                .body("atAdmission.selfHelp", equalTo(1))
                .body("atDischarge.arrests", equalTo(-9))
                .body(
                        "outcomeMeasures.measure",
                        contains("EMPLOYED", "ABSTINENT_FROM_ALCOHOL", "ABSTINENT_FROM_DRUGS"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"arrestsPast30Days": 97}                                          | /arrestsPast30Days
                    {"arrestsPast30Days": -1}                                          | /arrestsPast30Days
                    {"selfHelpAttendancePast30Days": 100}                              | /selfHelpAttendancePast30Days
                    {"firstContactOn": "9999-12-31"}                                   | /firstContactOn
                    {"firstContactOn": "1900-01-01"}                                   | /firstContactOn
                    {"firstAppointmentOfferedOn": "9999-12-31"}                        | /firstAppointmentOfferedOn
                    {"substances": [{"substance": "ALCOHOL", "daysUsedPast30": 31}]}   | /substances/0/daysUsedPast30
                    {"substances": [{"substance": "ALCOHOL", "ageOfFirstUse": 90}]}    | /substances/0/ageOfFirstUse
                    {"substances": [{"substance": "PCP"}, {"substance": "PCP"}]}       | /substances/1/substance
                    """)
    void outcomeDataOutOfRangeAreRefusedAtTheirField(String body, String pointer) {
        // given
        var id = admittedDaysAgo(0);

        // then
        put(id, "data-at-admission", body).statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void everyChangeNeedsTheVersionThatWasRead() {
        // given
        var id = admittedDaysAgo(30);
        var clinician = Desk.clinician(RIVERSIDE).body(discharge("COMPLETED", 0, 0));

        // then
        clinician.post("/api/admissions/{id}/discharge", id).then().statusCode(428);
        act(id, "discharge", "\"7\"", discharge("COMPLETED", 0, 0)).statusCode(412);
    }

    @RepeatedTest(3)
    void ofTwoDischargesOneCounts() throws Exception {
        // given
        var id = admittedDaysAgo(30);

        // when
        var answers = together(
                () -> send(id, "discharge", discharge("COMPLETED", 0, 0)),
                () -> send(id, "discharge", discharge("MOVED", 0, 0)));

        // then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
        contacts(id).body("items", hasSize(4));
    }

    @RepeatedTest(3)
    void dischargeAndChangeOfLevelComeOneAfterTheOther() throws Exception {
        // given
        var id = admittedDaysAgo(30);

        // when
        var answers = together(
                () -> send(id, "discharge", discharge("COMPLETED", 0, 0)),
                () -> send(id, "level-changes", level("1.5", today())));

        // then
        assertThat(answers.get(0).statusCode()).isEqualTo(200);
        assertThat(answers.get(1).statusCode()).isIn(200, 409);
        Desk.clinician(RIVERSIDE)
                .get("/api/admissions/{id}", id)
                .then()
                .body("status", equalTo("DISCHARGED"))
                .body("levelOfCareHistory", hasSize(answers.get(1).statusCode() == 200 ? 2 : 1));
    }

    private static List<Response> together(Callable<Response> first, Callable<Response> second) throws Exception {
        var barrier = new CyclicBarrier(2);
        var people = Executors.newFixedThreadPool(2);
        try {
            var answers = new ArrayList<Response>();
            for (var answer : people.invokeAll(List.of(after(barrier, first), after(barrier, second)))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            people.shutdownNow();
        }
    }

    private static Callable<Response> after(CyclicBarrier barrier, Callable<Response> call) {
        return () -> {
            barrier.await();
            return call.call();
        };
    }

    private static String admittedDaysAgo(int days) {
        var request = Desk.admission(Desk.accepted(RIVERSIDE, "2.1"));
        request.put("admittedOn", today().minusDays(days).toString());
        return Desk.coordinator(RIVERSIDE)
                .body(request)
                .post("/api/admissions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String acceptedAgain(String patientId) {
        return Desk.acceptedAgain(RIVERSIDE, patientId, "2.1");
    }

    private static Response send(String id, String action, Object body) {
        return Desk.clinician(RIVERSIDE).header("If-Match", "*").body(body).post("/api/admissions/{id}/" + action, id);
    }

    private static ValidatableResponse act(String id, String action, String ifMatch, Object body) {
        return Desk.clinician(RIVERSIDE)
                .header("If-Match", ifMatch)
                .body(body)
                .post("/api/admissions/{id}/" + action, id)
                .then();
    }

    private static ValidatableResponse put(String id, String what, Object body) {
        return Desk.coordinator(RIVERSIDE)
                .header("If-Match", "*")
                .body(body)
                .put("/api/admissions/{id}/" + what, id)
                .then();
    }

    private static ValidatableResponse contacts(String id) {
        return Desk.clinician(RIVERSIDE)
                .get("/api/admissions/{id}/contacts", id)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse close(String id, String contactId, String how) {
        return Desk.coordinator(RIVERSIDE)
                .body(Map.of("closedOn", today().toString()))
                .post("/api/admissions/{id}/contacts/{contactId}/" + how, id, contactId)
                .then();
    }

    private static Map<String, Object> level(String level, LocalDate startsOn) {
        return new HashMap<>(Map.of(
                "levelOfCare",
                level,
                "criteriaEdition",
                "ASAM4",
                "startsOn",
                startsOn.toString(),
                "rationale",
                "Six weeks without use."));
    }

    private static Map<String, Object> discharge(String reason, int dischargedDaysAgo, int lastContactDaysAgo) {
        return new HashMap<>(Map.of(
                "dischargedOn", today().minusDays(dischargedDaysAgo).toString(),
                "lastContactOn", today().minusDays(lastContactDaysAgo).toString(),
                "reason", reason));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static String told(String id, String type, EventContract contract, long version) {
        try (var kafka = KafkaProbe.connect()) {
            var event = kafka.awaitEvent(PatientAdmitted.TOPIC, type, UUID.fromString(id));
            contract.assertProduced(event.data().toString());
            assertThat(event.version()).isEqualTo(version);
            return event.data().toString();
        }
    }
}
