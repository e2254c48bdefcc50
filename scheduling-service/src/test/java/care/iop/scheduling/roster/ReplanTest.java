package care.iop.scheduling.roster;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.clinician;
import static care.iop.scheduling.Clinic.scheduler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A published week changes as little as possible when something happens, and everybody is told whom it disturbs. */
@ServiceTest
class ReplanTest {

    private static final LocalDate WEEK = Clinic.weekAhead();

    private static Response replan(DemoProgram program, String cause, Map<String, Object> more) {
        var request = new HashMap<String, Object>(more);
        request.put("weekStartingOn", WEEK.toString());
        request.put("cause", cause);
        return scheduler(RIVERSIDE).body(request).post("/api/programs/{id}/replans", program.id());
    }

    private static Map<String, String> bookings(Client client) {
        List<Map<String, String>> sessions = Clinic.week(client, WEEK).path("sessions");
        var bookings = new TreeMap<String, String>();
        sessions.forEach(
                session -> bookings.put(session.get("kind") + " " + session.get("startsAt"), session.get("bookingId")));
        return bookings;
    }

    private static UUID therapist(DemoProgram program, String name, List<Map<String, String>> hours) {
        var data = new HashMap<>(
                Clinic.clinicianData(program.id(), name, List.of("THERAPIST", "GROUP"), "08:00", "17:00"));
        data.put("workingHours", hours);
        return UUID.fromString(scheduler(RIVERSIDE)
                .body(data)
                .post("/api/clinicians")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static void prescribe(Client client, List<Map<String, Object>> sessions) {
        clinician(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("sessions", sessions))
                .put("/api/enrollments/{id}/prescription", client.enrollmentId())
                .then()
                .statusCode(200);
    }

    private static void publish(DemoProgram program, Response replan, int proposal) {
        Clinic.publish(program, replan.path("proposals[%d].rosterRunId".formatted(proposal)))
                .then()
                .statusCode(200);
    }

    @Test
    void absenceOfAClinicianMovesOnlyWhatNobodyElseCanHoldThen() {
        // given: in the morning only Rowan holds individual sessions
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        var other = Clinic.admitAvailable(program, "08:00", "13:00");
        Clinic.roster(program, WEEK);
        var rowan = program.clinicians().get("Rowan Sample");
        Map<String, String> session = Clinic.week(client, WEEK)
                .path("sessions.find { it.kind == 'INDIVIDUAL' && it.clinicianId == '" + rowan
                        + "' && it.sessionOn in ['" + WEEK.plusDays(1) + "','" + WEEK.plusDays(3) + "'] }");
        var before = bookings(client);

        // when
        var replan = replan(
                program,
                "CLINICIAN_ABSENT",
                Map.of("clinicianId", rowan, "from", session.get("sessionOn"), "until", session.get("sessionOn")));

        // then: at the same time nobody, with the nearest alternative; at another time it works, and no group changes
        replan.then()
                .statusCode(201)
                .body("proposals.ring", contains(0, 1))
                .body(
                        "proposals[0].unassigned[0].reason",
                        startsWith("Nobody of the care team who may hold it is free at "))
                .body(
                        "proposals[0].unassigned[0].nearestAlternative",
                        containsString(" would work if the session may move"))
                .body("proposals[1].unassigned", empty())
                .body("proposals[1].changes.clients.changes.flatten().kind", everyItem(equalTo("INDIVIDUAL")))
                .body("proposals[1].changes.clients.changes.flatten().change", everyItem(equalTo("MOVED")));
        assertThat(bookings(client))
                .as("nothing happens before a proposal is published")
                .isEqualTo(before);

        // when
        publish(program, replan, 1);

        // then
        assertThat(bookings(client)).hasSize(7);
        assertThat(bookings(other)).hasSize(7);
        Clinic.week(client, WEEK)
                .then()
                .body(
                        "sessions.findAll { it.sessionOn == '" + session.get("sessionOn") + "' }.clinicianId",
                        not(hasItem(rowan.toString())));
        before.forEach((sitting, booking) -> {
            if (!sitting.startsWith("INDIVIDUAL")) {
                assertThat(bookings(client)).containsEntry(sitting, booking);
            }
        });
    }

    @Test
    void substituteTakesAGroupAndEverybodyKeepsTheirSeat() {
        // given: somebody else could lead on Monday
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        Clinic.roster(program, WEEK);
        therapist(program, "Sky Sample", List.of(Map.of("day", "MONDAY", "from", "08:00", "until", "13:00")));
        var rowan = program.clinicians().get("Rowan Sample");
        var before = bookings(client);

        // when
        var replan = replan(
                program,
                "CLINICIAN_ABSENT",
                Map.of("clinicianId", rowan, "from", WEEK.toString(), "until", WEEK.toString(), "rings", 0));
        publish(program, replan, 0);

        // then
        replan.then()
                .body("proposals[0].unassigned", empty())
                .body(
                        "proposals[0].changes.clients[0].changes.find { it.kind == 'GROUP' }.text",
                        equalTo("Group MORNING GROUP Mon 09:00–12:00: Sky Sample in place of Rowan Sample."));
        assertThat(bookings(client)).isEqualTo(before);
        // and the group is still open to whoever comes later
        var later = Clinic.admitAvailable(program, "08:00", "13:00");
        Clinic.roster(program, WEEK);
        Clinic.week(later, WEEK).then().body("sessions.findAll { it.kind == 'GROUP' }", hasSize(3));
    }

    @Test
    void groupThatNobodyCanLeadIsReportedForEveryMember() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        Clinic.roster(program, WEEK);

        // when
        var replan = replan(
                program,
                "CLINICIAN_ABSENT",
                Map.of(
                        "clinicianId",
                        program.clinicians().get("Rowan Sample"),
                        "from",
                        WEEK.toString(),
                        "until",
                        WEEK.toString()));

        // then
        replan.then()
                .statusCode(201)
                .body(
                        "proposals[0].unassigned.enrollmentId",
                        hasItem(client.enrollmentId().toString()))
                .body(
                        "proposals[0].unassigned.find { it.kind == 'GROUP' }.reason",
                        equalTo("Nobody else who may lead MORNING GROUP is free Mon 09:00–12:00."));
    }

    @Test
    void lostRoomIsReplacedByAnotherAtTheSameTime() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        Clinic.roster(program, WEEK);
        scheduler(RIVERSIDE)
                .body(Map.of("programId", program.id(), "name", "Blue room", "type", "GROUP", "capacity", 14))
                .post("/api/rooms")
                .then()
                .statusCode(201);
        var before = bookings(client);

        // when
        var replan = replan(
                program,
                "ROOM_LOST",
                Map.of(
                        "roomId",
                        program.rooms().get("Garden room"),
                        "from",
                        WEEK.toString(),
                        "until",
                        WEEK.plusDays(2).toString()));
        publish(program, replan, 0);

        // then
        replan.then()
                .body("proposals", hasSize(1))
                .body("proposals[0].placed", equalTo(2))
                .body(
                        "proposals[0].changes.clients[0].changes.text",
                        contains(
                                "Group MORNING GROUP Mon 09:00–12:00: Blue room in place of Garden room.",
                                "Group MORNING GROUP Wed 09:00–12:00: Blue room in place of Garden room."));
        assertThat(bookings(client)).isEqualTo(before);
    }

    @Test
    void newClientJoinsAndNobodyMoves() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var first = Clinic.admitAvailable(program, "08:00", "13:00");
        Clinic.roster(program, WEEK);
        var before = bookings(first);
        var second = Clinic.admitAvailable(program, "08:00", "16:00");

        // when
        var replan = replan(program, "NEW_CLIENT", Map.of("enrollmentId", second.enrollmentId()));
        publish(program, replan, 0);

        // then
        replan.then()
                .body("proposals", hasSize(1))
                .body("proposals[0].changes.totals.disturbed", equalTo(0))
                .body("proposals[0].changes.totals.added", equalTo(7));
        assertThat(bookings(first)).isEqualTo(before);
        assertThat(bookings(second)).hasSize(7);
    }

    @Test
    void levelChangeGivesUpOnlyWhatIsNotPrescribedAnyMore() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        Clinic.roster(program, WEEK);
        var before = bookings(client);
        prescribe(
                client,
                List.of(
                        Map.of("kind", "GROUP", "minutes", 180, "timesPerWeek", 3),
                        Map.of("kind", "INDIVIDUAL", "minutes", 60, "timesPerWeek", 1)));

        // when
        var replan = replan(program, "LEVEL_CHANGE", Map.of("enrollmentId", client.enrollmentId()));
        publish(program, replan, 0);

        // then
        replan.then()
                .body("proposals[0].changes.totals.removed", equalTo(3))
                .body("proposals[0].changes.totals.unchanged", equalTo(4));
        assertThat(bookings(client)).hasSize(4);
        assertThat(before).containsAllEntriesOf(bookings(client));
    }

    @Test
    void sessionOfSomebodyElseMovesOnlyInTheWidestRing() {
        // given: one therapist with two free hours; the first of them is taken by someone who could come later too
        var program = Clinic.demoProgram(RIVERSIDE);
        var hours = List.of(Map.of("day", "SUNDAY", "from", "09:00", "until", "11:00"));
        therapist(program, "Sky Sample", hours);
        var firstHour = List.of(Map.of("day", "SUNDAY", "from", "09:00", "until", "10:00"));
        List<Map<String, Object>> oneSession = List.of(Map.of("kind", "INDIVIDUAL", "minutes", 60, "timesPerWeek", 1));
        var early = Clinic.admit(program);
        prescribe(early, oneSession);
        Clinic.putAvailability(early, firstHour).then().statusCode(200);
        Clinic.roster(program, WEEK);
        Clinic.putAvailability(early, hours).then().statusCode(200);
        var late = Clinic.admit(program);
        prescribe(late, oneSession);
        Clinic.putAvailability(late, firstHour).then().statusCode(200);

        // when
        var replan = replan(program, "NEW_CLIENT", Map.of("enrollmentId", late.enrollmentId()));
        publish(program, replan, 1);

        // then
        replan.then()
                .body("proposals.ring", contains(0, 2))
                .body("proposals[1].unassigned", empty())
                .body(
                        "proposals[1].changes.clients.find { it.enrollmentId == '" + early.enrollmentId()
                                + "' }.changes.text",
                        contains(
                                "Individual session moves from Sun 09:00–10:00 with Sky Sample to Sun 10:00–11:00 with Sky Sample."));
        Clinic.week(early, WEEK).then().body("sessions.localStart", contains("10:00:00"));
        Clinic.week(late, WEEK).then().body("sessions.localStart", contains("09:00:00"));
    }

    @Test
    void whatACancellationFreesGoesToWhoeverMissesASession() {
        // given: one hour, two clients who need it
        var program = Clinic.demoProgram(RIVERSIDE);
        var hour = List.of(Map.of("day", "SUNDAY", "from", "09:00", "until", "10:00"));
        therapist(program, "Sky Sample", hour);
        List<Map<String, Object>> oneSession = List.of(Map.of("kind", "INDIVIDUAL", "minutes", 60, "timesPerWeek", 1));
        var holder = Clinic.admit(program);
        prescribe(holder, oneSession);
        Clinic.putAvailability(holder, hour).then().statusCode(200);
        Clinic.roster(program, WEEK);
        var waiting = Clinic.admitAvailable(program, "08:00", "13:00");
        prescribe(
                waiting,
                List.of(
                        Map.of("kind", "FAMILY", "minutes", 120, "timesPerWeek", 1),
                        Map.of("kind", "INDIVIDUAL", "minutes", 60, "timesPerWeek", 1)));
        var weekday = new java.util.ArrayList<>(hour);
        weekday.add(Map.of("day", "SATURDAY", "from", "09:00", "until", "13:00"));
        Clinic.putAvailability(waiting, weekday).then().statusCode(200);
        scheduler(RIVERSIDE)
                .body(
                        new HashMap<>(Clinic.clinicianData(
                                program.id(), "Indigo Sample", List.of("FAMILY"), "08:00", "17:00")) {
                            private static final long serialVersionUID = 1L;

                            {
                                put(
                                        "workingHours",
                                        List.of(Map.of("day", "SATURDAY", "from", "08:00", "until", "17:00")));
                            }
                        })
                .post("/api/clinicians")
                .then()
                .statusCode(201);
        Clinic.roster(program, WEEK);
        assertThat(bookings(waiting)).hasSize(1);
        var booking = bookings(holder).values().iterator().next();

        // when
        var replan = replan(program, "CANCELLATION", Map.of("bookingId", booking));
        publish(program, replan, 0);

        // then
        assertThat(bookings(holder)).isEmpty();
        assertThat(bookings(waiting)).hasSize(2);
    }

    @Test
    void saysWhichFieldACauseNeeds() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);

        // when, then
        replan(program, "NEW_CLIENT", Map.of())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/enrollmentId"));
        replan(program, "CLINICIAN_ABSENT", Map.of())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/clinicianId"));
        replan(program, "ROOM_LOST", Map.of("roomId", UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/roomId"));
        replan(program, "CANCELLATION", Map.of("bookingId", UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/bookingId"));
        replan(
                        program,
                        "ROOM_LOST",
                        Map.of(
                                "roomId",
                                program.rooms().get("Office 1"),
                                "from",
                                WEEK.plusDays(1).toString(),
                                "until",
                                WEEK.toString()))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/until"));
    }
}
