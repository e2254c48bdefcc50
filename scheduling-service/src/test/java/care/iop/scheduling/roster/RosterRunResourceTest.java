package care.iop.scheduling.roster;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class RosterRunResourceTest {

    @Inject
    Database database;

    private static Response ask(DemoProgram program, String week) {
        return scheduler(RIVERSIDE)
                .body(Map.of("programId", program.id(), "weekStartingOn", week))
                .post("/api/roster-runs");
    }

    private UUID activeRun(DemoProgram program, LocalDate week, String leaseUntil) throws SQLException {
        var id = UUID.randomUUID();
        database.change("""
                insert into roster_run (organization_id, id, version, program_id, week_starting_on, seed,
                                        time_limit_seconds, status, lease_until, requested_at, requested_by, started_at)
                values (?, ?, 1, ?, ?::date, 1, 5, 'RUNNING', ?::timestamptz, now(), 'a scheduler', now())
                """, RIVERSIDE, id, program.id(), week.toString(), leaseUntil);
        return id;
    }

    @Test
    void weekIsAMondayNotTooFarAway() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var monday = Clinic.lastWeek();

        // when, then
        for (var week : List.of(monday.plusDays(1), monday.minusWeeks(5), monday.plusWeeks(28))) {
            ask(program, week.toString()).then().statusCode(422).body("errors[0].pointer", equalTo("/weekStartingOn"));
        }
    }

    @Test
    void oneRunOfAProgramAtATime() throws SQLException {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var week = Clinic.weekAhead();
        activeRun(program, week, "2100-01-01T00:00:00Z");

        // when
        var second = ask(program, week.toString());

        // then
        second.then().statusCode(409).body("type", equalTo("/problems/roster-run-active"));
        assertThatThrownBy(() -> activeRun(program, week, "2100-01-01T00:00:00Z"))
                .hasMessageContaining("roster_run_one_active");
    }

    private void awaitStatus(UUID run, String status) {
        await().atMost(30, SECONDS)
                .until(() -> status.equals(
                        scheduler(RIVERSIDE).get("/api/roster-runs/{id}", run).path("status")));
    }

    @Test
    void runWhoseProcessIsGoneIsTakenOver() throws SQLException {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        var orphan = activeRun(program, Clinic.weekAhead(), "2026-01-01T00:00:00Z");

        // when
        awaitStatus(orphan, "SOLVED");

        // then
        scheduler(RIVERSIDE)
                .get("/api/roster-runs/{id}", orphan)
                .then()
                .body("attempts", equalTo(1))
                .body(
                        "result.weeks.enrollmentId",
                        contains(client.enrollmentId().toString()));
    }

    @Test
    void runWhoseProcessesKeepDyingFailsAndSaysWhy() throws SQLException {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var week = Clinic.weekAhead();
        var orphan = activeRun(program, week, "2100-01-01T00:00:00Z");
        database.change(
                "update roster_run set attempts = 3, lease_until = '2026-01-01T00:00:00Z'::timestamptz where id = ?",
                orphan);

        // when
        awaitStatus(orphan, "FAILED");

        // then
        scheduler(RIVERSIDE)
                .get("/api/roster-runs/{id}", orphan)
                .then()
                .body("failure", equalTo("The process that worked on it ended, 3 times. Ask for a new run."));
        ask(program, week.toString()).then().statusCode(202);
    }

    private static Response cancel(Object run) {
        return scheduler(RIVERSIDE).post("/api/roster-runs/{id}/cancellation", run);
    }

    @Test
    void runOfAnotherProcessIsCancelledAndMakesRoomAtOnce() throws SQLException {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var week = Clinic.weekAhead();
        var elsewhere = activeRun(program, week, "2100-01-01T00:00:00Z");

        // when
        var response = cancel(elsewhere);

        // then
        response.then().statusCode(200).body("status", equalTo("CANCELLED")).body("cancelledBy", not(empty()));
        cancel(elsewhere).then().statusCode(409).body("type", equalTo("/problems/roster-run-ended"));
        Clinic.publish(program, elsewhere.toString())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/roster-run-not-solved"));
        ask(program, week.toString()).then().statusCode(202);
    }

    @Test
    void cancellationAgainstTheEndOfTheSearchHasOneWinner() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        Clinic.admitAvailable(program, "08:00", "13:00");
        for (int round = 0; round < 4; round++) {
            var run = UUID.fromString(Clinic.runId(Clinic.startRun(program, Clinic.weekAhead())));

            // when
            var cancelled = cancel(run).statusCode();

            // then
            awaitStatus(run, cancelled == 200 ? "CANCELLED" : "SOLVED");
            var ended = scheduler(RIVERSIDE).get("/api/roster-runs/{id}", run);
            assertThat(ended.<Object>path("result") == null).isEqualTo(cancelled == 200);
        }
    }

    @Test
    void runTellsHowFarItCame() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        for (int i = 0; i < 3; i++) {
            Clinic.admitAvailable(program, "08:00", "20:30");
        }
        var run = UUID.fromString(Clinic.runId(Clinic.startRun(program, Clinic.weekAhead())));

        // when
        awaitStatus(run, "SOLVED");

        // then
        scheduler(RIVERSIDE)
                .get("/api/roster-runs/{id}", run)
                .then()
                .body("progress.attempt", equalTo(1))
                .body("progress.percentOfTimeLimit", org.hamcrest.Matchers.lessThanOrEqualTo(100))
                .body("progress.best.medium", equalTo(0f));
    }

    @Test
    void onlyASolvedRunIsPublishedAndOnlyOnce() throws SQLException {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        Clinic.admitAvailable(program, "08:00", "13:00");
        var week = Clinic.weekAhead();
        var running = activeRun(program, week, "2100-01-01T00:00:00Z");

        // when, then
        Clinic.publish(program, running.toString())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/roster-run-not-solved"));
        database.change("delete from roster_run where id = ?", running);
        var solved = Clinic.runId(Clinic.solved(program, week));
        Clinic.publish(program, solved).then().statusCode(200);
        Clinic.publish(program, solved).then().statusCode(409);
    }

    @Test
    void clientsWhoAreBookedKeepTheirWeekWhenOthersFollow() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var first = Clinic.admitAvailable(program, "08:00", "13:00");
        var week = Clinic.weekAhead();
        Clinic.roster(program, week);
        var before = Clinic.week(first, week).asString();
        var second = Clinic.admitAvailable(program, "08:00", "16:00");

        // when
        var run = Clinic.solved(program, week);
        Clinic.publish(program, Clinic.runId(run)).then().statusCode(200);

        // then
        run.then()
                .body("result.alreadyBooked", contains(first.enrollmentId().toString()))
                .body(
                        "result.weeks.enrollmentId",
                        contains(second.enrollmentId().toString()))
                .body("result.unassigned", empty())
                .body("result.score.hard", equalTo(0f));
        assertThat(Clinic.week(first, week).asString()).isEqualTo(before);
        Clinic.week(second, week).then().body("plannedMinutes", equalTo(900)).body("days", equalTo(5));
        assertThat(Clinic.week(second, week).<String>path("sessions.findAll { it.kind == 'GROUP' }[0].sessionId"))
                .isEqualTo(
                        Clinic.week(first, week).<String>path("sessions.findAll { it.kind == 'GROUP' }[0].sessionId"));
    }

    @Test
    void rosterThatWasOvertakenIsNotPublishedAtAll() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        var week = Clinic.weekAhead();
        var overtaken = Clinic.runId(Clinic.solved(program, week));
        Clinic.roster(program, week);
        var bookings = database.number("select count(*) from booking where enrollment_id = ?", client.enrollmentId());

        // when
        var response = Clinic.publish(program, overtaken);

        // then
        response.then().statusCode(409).body("type", equalTo("/problems/roster-outdated"));
        assertThat(database.number("select count(*) from booking where enrollment_id = ?", client.enrollmentId()))
                .isEqualTo(bookings)
                .isEqualTo(7);
    }

    @Test
    void publicationIsAllOrNothing() throws SQLException {
        // given: after the search one of the roster's clinicians was booked elsewhere for the whole week
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        var week = Clinic.weekAhead();
        var run = Clinic.runId(Clinic.solved(program, week));
        database.change(
                """
                insert into session (organization_id, id, version, program_id, kind, session_on, starts_at, ends_at, zone,
                                     clinician_id, capacity, status)
                values (?, ?, 0, ?, 'FAMILY', ?::date, ?::timestamptz, ?::timestamptz, 'America/New_York', ?, 1, 'SCHEDULED')
                """,
                RIVERSIDE,
                UUID.randomUUID(),
                program.id(),
                week.toString(),
                week + "T00:00:00Z",
                week.plusDays(6) + "T00:00:00Z",
                program.clinicians().get("Marlow Sample"));

        // when
        var response = Clinic.publish(program, run);

        // then
        response.then().statusCode(409).body("type", equalTo("/problems/clinician-double-booked"));
        assertThat(database.number("select count(*) from booking where enrollment_id = ?", client.enrollmentId()))
                .isZero();
        assertThat(database.number(
                        "select count(*) from session where program_id = ? and kind = 'GROUP'", program.id()))
                .isZero();
        scheduler(RIVERSIDE).get("/api/roster-runs/{id}", run).then().body("status", equalTo("SOLVED"));
    }

    @Test
    void whatCantBePlacedIsReportedWithTheReason() {
        // given: this client never said when they can come
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admit(program);

        // when
        var run = Clinic.solved(program, Clinic.weekAhead());

        // then
        run.then()
                .body("status", equalTo("SOLVED"))
                .body("result.unassigned", hasSize(5))
                .body(
                        "result.unassigned.enrollmentId.unique()",
                        contains(client.enrollmentId().toString()))
                .body("result.unassigned[0].blockedBy", hasItem("CLIENT_AVAILABILITY"))
                .body("result.unassigned.reason", not(hasItem("")));
        Clinic.publish(program, Clinic.runId(run)).then().statusCode(200);
        Clinic.week(client, Clinic.weekAhead()).then().body("sessions", empty());
    }

    @Test
    void nothingIsScheduledBeforeTheAdmission() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        Clinic.admitAvailable(program, "08:00", "13:00");

        // when
        var run = Clinic.solved(program, Clinic.lastWeek().minusWeeks(1));

        // then
        run.then().body("result.weeks[0].sessions", empty()).body("result.unassigned", hasSize(5));
    }

    @Test
    void closedDayHasNoSessions() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var week = Clinic.weekAhead();
        close(program, week).then().statusCode(200);
        Clinic.admitAvailable(program, "08:00", "13:00");

        // when
        var run = Clinic.solved(program, week);

        // then
        run.then()
                .body("result.weeks[0].sessions.sessionOn", not(hasItem(week.toString())))
                .body("result.weeks[0].sessions.findAll { it.kind == 'GROUP' }", hasSize(2));
    }

    @Test
    void dayWithBookingsIsNotClosed() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        Clinic.admitAvailable(program, "08:00", "13:00");
        var week = Clinic.weekAhead();
        Clinic.roster(program, week);

        // when
        var booked = close(program, week);
        var free = close(program, week.plusDays(6));

        // then
        booked.then().statusCode(409).body("type", equalTo("/problems/day-has-bookings"));
        free.then().statusCode(200);
    }

    private static Response close(DemoProgram program, LocalDate day) {
        var request = new HashMap<>(Clinic.program(null));
        request.put("closures", List.of(Map.of("closedOn", day.toString(), "reason", "Holiday")));
        return scheduler(RIVERSIDE).header("If-Match", "*").body(request).put("/api/programs/{id}", program.id());
    }

    @Test
    void sameSeedSameRoster() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        for (int i = 0; i < 3; i++) {
            Clinic.admitAvailable(program, "08:00", "20:30");
        }
        var week = Clinic.weekAhead();

        // when
        var first = Clinic.solved(program, week);
        var second = Clinic.solved(program, week);

        // then
        assertThat(first.<Object>path("result.weeks")).isEqualTo(second.<Object>path("result.weeks"));
    }

    @Test
    void readingARosterIsNotedForEachPerson() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        var run = Clinic.runId(Clinic.solved(program, Clinic.weekAhead()));
        var before = reads(client.patientId());

        // when
        scheduler(RIVERSIDE).get("/api/roster-runs/{id}", run).then().statusCode(200);

        // then
        assertThat(reads(client.patientId())).isEqualTo(before + 1);
    }

    @Test
    void wishThatIsNotMetSaysWhyAndWhatWouldBeNearest() {
        // given: who wishes for the evening but can come in the morning only
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("track", "EVENING"))
                .put("/api/enrollments/{id}/preferences", client.enrollmentId())
                .then()
                .statusCode(200);

        // when
        var run = Clinic.solved(program, Clinic.weekAhead());

        // then
        run.then()
                .body(
                        "result.wishes.enrollmentId.unique()",
                        contains(client.enrollmentId().toString()))
                .body("result.wishes.find { it.rule == 'COHORT_TRACK' }.points", equalTo(10f))
                .body(
                        "result.wishes.find { it.rule == 'COHORT_TRACK' }.text",
                        equalTo("The client is in group MORNING GROUP, which is on another track than preferred."))
                .body(
                        "result.wishes.find { it.rule == 'COHORT_TRACK' }.nearestAlternative",
                        equalTo(
                                "None of the 1 groups on the preferred track fits: 1 outside the client's available hours. Group EVENING GROUP (Mon 17:30–20:30, Wed 17:30–20:30, Fri 17:30–20:30) would be possible if the client were available during all of its blocks."))
                .body(
                        "result.wishes.find { it.rule == 'SESSION_TRACK' }.nearestAlternative",
                        startsWith("The client is never available for long enough while the program is staffed."));
    }

    private long reads(UUID patient) {
        return database.number(
                "select count(*) from access_log where person_id = ? and resource = 'RosterRun' and action = 'READ'",
                patient);
    }
}
