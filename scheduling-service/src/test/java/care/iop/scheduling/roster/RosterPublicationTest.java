package care.iop.scheduling.roster;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.clinician;
import static care.iop.scheduling.Clinic.scheduler;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.PlainCalls;
import care.iop.chassis.testing.PlainCalls.Call;
import care.iop.chassis.testing.TestTokens;
import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A draft replaces a published week, all of it or nothing; the roster before comes back the same way. */
@ServiceTest
class RosterPublicationTest {

    @Inject
    Database database;

    @Inject
    DataSource source;

    private static Response draftOfTheWholeWeek(DemoProgram program, LocalDate week) {
        String run = scheduler(RIVERSIDE)
                .body(Map.of(
                        "programId",
                        program.id(),
                        "weekStartingOn",
                        week.toString(),
                        "seed",
                        7,
                        "timeLimitSeconds",
                        5,
                        "scope",
                        "WHOLE"))
                .post("/api/roster-runs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(30, SECONDS).until(() -> "SOLVED"
                .equals(scheduler(RIVERSIDE).get("/api/roster-runs/{id}", run).path("status")));
        return scheduler(RIVERSIDE).get("/api/roster-runs/{id}", run);
    }

    /** What a client sits in, and which booking it is. */
    private static Map<String, String> sittings(Client client, LocalDate week) {
        List<Map<String, String>> sessions =
                Clinic.week(client, week).then().statusCode(200).extract().path("sessions");
        var sittings = new TreeMap<String, String>();
        sessions.forEach(
                session -> sittings.put(session.get("kind") + " " + session.get("startsAt"), session.get("bookingId")));
        return sittings;
    }

    private static String publicationOf(String run) {
        return scheduler(RIVERSIDE).get("/api/roster-runs/{id}", run).path("publicationId");
    }

    private static Response rollBack(String publication, Map<String, Object> body) {
        return scheduler(RIVERSIDE).body(body).post("/api/roster-publications/{id}/rollback", publication);
    }

    @Test
    void wholeWeekThatIsStillRightStaysAsItIs() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var first = Clinic.admitAvailable(program, "08:00", "13:00");
        var second = Clinic.admitAvailable(program, "12:00", "20:30");
        var week = Clinic.weekAhead();
        Clinic.roster(program, week);
        var before = List.of(sittings(first, week), sittings(second, week));

        // when
        var draft = draftOfTheWholeWeek(program, week);

        // then
        scheduler(RIVERSIDE)
                .get("/api/roster-runs/{id}/changes", Clinic.runId(draft))
                .then()
                .body("totals.disturbed", equalTo(0))
                .body("totals.moved", equalTo(0));
        Clinic.publish(program, Clinic.runId(draft)).then().statusCode(200);
        assertThat(List.of(sittings(first, week), sittings(second, week))).isEqualTo(before);
    }

    @Test
    void draftReplacesAPublishedWeekAndKeepsWhatDoesNotChange() {
        // given: a published week, then one client can come in the afternoon only
        var program = Clinic.demoProgram(RIVERSIDE);
        var stays = Clinic.admitAvailable(program, "08:00", "13:00");
        var changes = Clinic.admitAvailable(program, "08:00", "13:00");
        var week = Clinic.weekAhead();
        Clinic.roster(program, week);
        var staysBefore = sittings(stays, week);
        var changesBefore = sittings(changes, week);
        Clinic.putAvailability(changes, Clinic.windows("13:00", "20:30")).then().statusCode(200);

        // when
        var draft = draftOfTheWholeWeek(program, week);
        var run = Clinic.runId(draft);
        var compared = scheduler(RIVERSIDE).get("/api/roster-runs/{id}/changes", run);
        Clinic.publish(program, run).then().statusCode(200).body("status", equalTo("PUBLISHED"));

        // then: told before it is done, per client, as data and in words
        compared.then()
                .statusCode(200)
                .body("totals.disturbed", greaterThan(0))
                .body("totals.moved", greaterThan(0))
                .body("clients[0].enrollmentId", equalTo(changes.enrollmentId().toString()))
                .body("clients[0].changes.findAll { it.kind == 'GROUP' }", hasSize(3))
                .body("clients[0].changes.findAll { it.kind == 'GROUP' }.change", everyItem(equalTo("MOVED")))
                .body(
                        "clients[0].changes.find { it.kind == 'GROUP' }.text",
                        startsWith("Group AFTERNOON GROUP moves from Mon 09:00–12:00 with "));
        // and done: who is not concerned keeps every booking, what moved is another
        assertThat(sittings(stays, week)).isEqualTo(staysBefore);
        assertThat(sittings(changes, week))
                .hasSize(7)
                .doesNotContainKey(changesBefore.keySet().stream()
                        .filter(sitting -> sitting.startsWith("GROUP"))
                        .findFirst()
                        .orElseThrow());
        assertThat(database.number(
                        "select count(*) from booking where enrollment_id = ? and status = 'BOOKED'",
                        changes.enrollmentId()))
                .isEqualTo(7);

        // when: and back
        rollBack(publicationOf(run), Map.of()).then().statusCode(200).body("rolledBackAt", notNullValue());

        // then
        assertThat(sittings(changes, week).keySet()).isEqualTo(changesBefore.keySet());
        assertThat(sittings(stays, week).keySet()).isEqualTo(staysBefore.keySet());
        rollBack(publicationOf(run), Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/publication-rolled-back"));
        scheduler(RIVERSIDE)
                .queryParam("programId", program.id())
                .queryParam("weekStartingOn", week.toString())
                .get("/api/roster-publications")
                .then()
                .body("items", hasSize(2))
                .body("items[1].rosterRunId", equalTo(run))
                .body("items[0].rolledBackAt", equalTo(null));
    }

    /** As a client calls who has nothing to say: neither a body nor a content type. */
    private static Call bare(String path) {
        return new Call("POST", path, Map.of(), null).as(TestTokens.bearer(RIVERSIDE, SCHEDULER));
    }

    private static Call withBody(String path, String type, String body) {
        return new Call("POST", path, Map.of("Content-Type", type), body).as(TestTokens.bearer(RIVERSIDE, SCHEDULER));
    }

    @Test
    void publicationAndRollbackNeedNoBodyAndTakeAnEmptyOne() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        Clinic.admitAvailable(program, "08:00", "13:00");
        var week = Clinic.weekAhead();
        for (var emptyObject : List.of(false, true)) {
            var run = Clinic.runId(Clinic.solved(program, week));
            Function<String, Call> call = path -> emptyObject ? withBody(path, "application/json", "{}") : bare(path);

            // when
            var published = PlainCalls.send(call.apply("/api/roster-runs/" + run + "/publication"));
            var rolledBack =
                    PlainCalls.send(call.apply("/api/roster-publications/" + publicationOf(run) + "/rollback"));

            // then
            assertThat(published.status()).as(published.body()).isEqualTo(200);
            assertThat(rolledBack.status()).as(rolledBack.body()).isEqualTo(200);
        }

        // when: something that is no JSON
        var text = PlainCalls.send(withBody(
                "/api/roster-runs/" + Clinic.runId(Clinic.solved(program, week)) + "/publication",
                "text/plain",
                "please"));

        // then
        assertThat(text.status()).isEqualTo(415);
    }

    @Test
    void everyBookingOfAPublicationIsToldInOrderAndAudited() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        var week = Clinic.weekAhead();
        var run = Clinic.runId(Clinic.solved(program, week));

        // when: the bookings are made and given up again
        Clinic.publish(program, run).then().statusCode(200);
        var bookings = Set.copyOf(sittings(client, week).values());
        rollBack(publicationOf(run), Map.of()).then().statusCode(200);

        // then
        assertThat(bookings).hasSize(7);
        try (var kafka = KafkaProbe.connect()) {
            var told = kafka.await("scheduling.session.v1", 14, message -> bookings.contains(message.key()));
            for (var booking : bookings) {
                assertThat(told.stream().filter(message -> booking.equals(message.key())))
                        .extracting(message -> message.headers().get("ce_type") + " "
                                + message.headers().get("ce_aggregateversion"))
                        .containsExactly(
                                "care.iop.scheduling.session-booked.v1 0",
                                "care.iop.scheduling.session-booking-cancelled.v1 1");
            }
        }
        try (var kafka = KafkaProbe.connect()) {
            var publication = UUID.fromString(publicationOf(run));
            var published = kafka.awaitEvent(RosterPublished.TOPIC, RosterPublished.TYPE, publication);
            var rolledBack = kafka.awaitEvent(RosterPublished.TOPIC, RosterRolledBack.TYPE, publication);
            RosterEventContracts.PUBLISHED.assertProduced(published.data().toString());
            RosterEventContracts.ROLLED_BACK.assertProduced(rolledBack.data().toString());
            assertThat(published.version()).isZero();
            assertThat(published.data().get("booked").asInt()).isEqualTo(7);
            assertThat(published.data().get("cancelled").asInt()).isZero();
            assertThat(published.data().get("weekStartingOn").asText()).isEqualTo(week.toString());
            assertThat(published.data().get("groupSessions").asInt()).isEqualTo(9);
            assertThat(published.data().get("groupSeats").asInt()).isEqualTo(108);
            assertThat(rolledBack.version()).isEqualTo(1);
            assertThat(rolledBack.data().get("cancelled").asInt()).isEqualTo(7);
            assertThat(rolledBack.data().get("restored").asInt()).isZero();
        }
        for (var operation : List.of("publish", "rollBack")) {
            assertThat(database.texts("""
                            select resource_id::text from access_log
                             where person_id = ? and resource = 'Booking' and action = 'WRITE' and operation ilike ?
                            """, client.patientId(), "%" + operation + "%"))
                    .containsExactlyInAnyOrderElementsOf(bookings);
        }
    }

    @Test
    void seatsOfAWeekAreThoseOfEveryGroupThatCanBeBooked() {
        // given: a smaller workshop that does not meet on one day, and a check-in, which is no group
        var program = Clinic.demoProgram(RIVERSIDE);
        Clinic.admitAvailable(program, "08:00", "13:00");
        var week = Clinic.weekAhead();
        var skills = Clinic.series(program.id(), "SKILLS", "EVENING", "17:30");
        skills.put("capacity", 8);
        skills.put("minimumSize", 4);
        skills.put("exdates", List.of(week.plusDays(2).toString()));
        scheduler(RIVERSIDE).body(skills).post("/api/session-series").then().statusCode(201);
        var run = Clinic.runId(Clinic.solved(program, week));

        // when
        Clinic.publish(program, run).then().statusCode(200);

        // then: three groups of three meetings with 12 seats, and two workshops with 8
        try (var kafka = KafkaProbe.connect()) {
            var published =
                    kafka.awaitEvent(RosterPublished.TOPIC, RosterPublished.TYPE, UUID.fromString(publicationOf(run)));
            assertThat(published.data().get("groupSessions").asInt()).isEqualTo(11);
            assertThat(published.data().get("groupSeats").asInt()).isEqualTo(124);
        }
    }

    @Test
    void onlyTheLatestPublicationIsRolledBack() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        Clinic.admitAvailable(program, "08:00", "13:00");
        var week = Clinic.weekAhead();
        var first = Clinic.runId(Clinic.solved(program, week));
        Clinic.publish(program, first).then().statusCode(200);
        Clinic.admitAvailable(program, "08:00", "13:00");
        var second = Clinic.runId(Clinic.solved(program, week));
        Clinic.publish(program, second).then().statusCode(200);

        // when, then
        rollBack(publicationOf(first), Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/publication-superseded"));
        rollBack(publicationOf(second), Map.of()).then().statusCode(200);
        rollBack(publicationOf(first), Map.of()).then().statusCode(200);
        assertThat(database.number(
                        "select count(*) from booking where program_id = ? and status = 'BOOKED'", program.id()))
                .isZero();
        assertThat(database.number(
                        "select count(*) from session where program_id = ? and status = 'SCHEDULED'", program.id()))
                .isZero();
    }

    @Test
    void withinTheNoticePeriodARollbackIsForcedWithAReason() {
        // given: a week that is over
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        var run = Clinic.runId(Clinic.solved(program, Clinic.lastWeek()));
        Clinic.publish(program, run).then().statusCode(200);
        var publication = publicationOf(run);

        // when, then
        rollBack(publication, Map.of()).then().statusCode(409).body("type", equalTo("/problems/notice-too-short"));
        rollBack(publication, Map.of("forced", true))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        assertThat(sittings(client, Clinic.lastWeek())).hasSize(7);
        rollBack(publication, Map.of("forced", true, "reason", "entered for the wrong week"))
                .then()
                .statusCode(200);
        assertThat(sittings(client, Clinic.lastWeek())).isEmpty();
    }

    @Test
    void markedAttendanceStandsAgainstARollback() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        var run = Clinic.runId(Clinic.solved(program, Clinic.lastWeek()));
        Clinic.publish(program, run).then().statusCode(200);
        var booking = sittings(client, Clinic.lastWeek()).values().iterator().next();
        clinician(RIVERSIDE)
                .body(Map.of("code", "ATTENDED"))
                .post("/api/bookings/{id}/attendance", booking)
                .then()
                .statusCode(201);

        // when
        var response = rollBack(publicationOf(run), Map.of("forced", true, "reason", "entered for the wrong week"));

        // then
        response.then().statusCode(409).body("type", equalTo("/problems/attendance-recorded"));
        assertThat(sittings(client, Clinic.lastWeek())).hasSize(7);
    }

    @Test
    void ofTwoPublicationsAtOnceOneWins() throws Exception {
        // given: two drafts for the same client
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        var week = Clinic.weekAhead();
        var first = Clinic.runId(Clinic.solved(program, week));
        var second = Clinic.runId(Clinic.solved(program, week));

        // when
        var statuses = atOnce(List.of(
                () -> Clinic.publish(program, first).statusCode(),
                () -> Clinic.publish(program, second).statusCode(),
                () -> Clinic.publish(program, first).statusCode()));

        // then
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(statuses).containsOnly(200, 409);
        assertThat(sittings(client, week)).hasSize(7);
    }

    @Test
    void publicationAgainstABookingByHandLeavesTheRosterWholeOrNotThere() throws Exception {
        for (int round = 0; round < 3; round++) {
            // given: a check-in series at the time of the draft's group
            var program = Clinic.demoProgram(RIVERSIDE);
            var client = Clinic.admitAvailable(program, "08:00", "13:00");
            var week = Clinic.weekAhead();
            var run = Clinic.runId(Clinic.solved(program, week));
            var meanwhile = Clinic.series(program.id(), "CHECK_IN", "MORNING", "09:00");
            meanwhile.put("tele", true);
            var series = UUID.fromString(scheduler(RIVERSIDE)
                    .body(meanwhile)
                    .post("/api/session-series")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id"));

            // when
            var statuses = atOnce(
                    List.of(() -> Clinic.publish(program, run).statusCode(), () -> Clinic.book(client, series, week)
                            .statusCode()));

            // then
            assertThat(statuses)
                    .containsExactlyInAnyOrderElementsOf(
                            List.of(statuses.get(0) == 200 ? 200 : 409, statuses.get(0) == 200 ? 409 : 201));
            assertThat(sittings(client, week)).hasSize(statuses.get(0) == 200 ? 7 : 1);
        }
    }

    @Test
    void connectionThatBreaksInAPublicationLeavesNothingBehind() throws Exception {
        // given: somebody else is about to schedule the family clinician for the whole week, so that the publication
        // waits
        // in the middle of its writing
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        var week = Clinic.weekAhead();
        var run = Clinic.runId(Clinic.solved(program, week));
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("""
                    insert into session (organization_id, id, version, program_id, kind, session_on, starts_at, ends_at, zone,
                                         clinician_id, capacity, status)
                    values (?, ?, 0, ?, 'FAMILY', ?, ?::timestamptz, ?::timestamptz, 'America/New_York', ?, 1, 'SCHEDULED')
                    """)) {
                insert.setString(1, RIVERSIDE);
                insert.setObject(2, UUID.randomUUID());
                insert.setObject(3, program.id());
                insert.setObject(4, week);
                insert.setString(5, week + "T00:00:00Z");
                insert.setString(6, week.plusDays(6) + "T00:00:00Z");
                insert.setObject(7, program.clinicians().get("Marlow Sample"));
                insert.executeUpdate();
            }
            var publishing = Executors.newSingleThreadExecutor();
            var answer = publishing.submit(() -> Clinic.publish(program, run).statusCode());

            // when: its connection is cut
            await().atMost(20, SECONDS).until(() -> database.number("""
                            select count(pg_terminate_backend(pid)) from pg_stat_activity
                             where wait_event_type = 'Lock' and datname = current_database() and query ilike '%session%'
                            """) > 0);

            // then
            assertThat(answer.get()).isGreaterThanOrEqualTo(500);
            publishing.shutdown();
            connection.rollback();
        }
        assertThat(database.number("select count(*) from booking where program_id = ?", program.id()))
                .isZero();
        assertThat(database.number("select count(*) from session where program_id = ?", program.id()))
                .isZero();
        assertThat(database.number("select count(*) from roster_publication where program_id = ?", program.id()))
                .isZero();
        Clinic.publish(program, run).then().statusCode(200);
        assertThat(sittings(client, week)).hasSize(7);
    }

    private static List<Integer> atOnce(List<Callable<Integer>> work) throws Exception {
        var start = new CountDownLatch(1);
        var racers = Executors.newFixedThreadPool(work.size());
        var answers = work.stream()
                .map(each -> racers.submit(() -> {
                    start.await();
                    return each.call();
                }))
                .toList();
        start.countDown();
        var statuses = new ArrayList<Integer>();
        for (var answer : answers) {
            statuses.add(answer.get());
        }
        racers.shutdown();
        return statuses;
    }
}
