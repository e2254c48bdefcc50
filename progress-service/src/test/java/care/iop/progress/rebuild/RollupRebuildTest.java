package care.iop.progress.rebuild;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.TestTokens;
import care.iop.progress.Clinic;
import care.iop.progress.Database;
import care.iop.progress.Roles;
import care.iop.progress.ServiceTest;
import care.iop.progress.rollup.Recount;
import care.iop.progress.rollup.Story;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test has an organization of its own, whose story is random. */
@ServiceTest
class RollupRebuildTest {

    private static final List<String> MENDED = List.of(
            "admissionsMended",
            "bookingsMended",
            "publicationsMended",
            "attendanceWeeksMended",
            "checkInWeeksMended",
            "programWeeksMended");

    @Inject
    Database database;

    private String organization;
    private KafkaProbe kafka;

    @BeforeEach
    void connect() {
        organization = "rebuild-" + UUID.randomUUID();
        kafka = KafkaProbe.connect();
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void rebuildOfWhatWasKeptAllAlongFindsNothingToMend(long seed) {
        // given
        new Story(seed, database, kafka, organization).happen(80);
        var before = dump();

        // when
        var rebuilt = rebuild();

        // then
        MENDED.forEach(count -> rebuilt.body(count, equalTo(0)));
        rebuilt.body("eventsRead", greaterThan(0));
        assertThat(dump()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void everythingLostComesBackByteForByte(long seed) {
        // given
        new Story(seed, database, kafka, organization).happen(80);
        var before = dump();
        assertThat(before).hasSizeGreaterThan(20);

        // when
        for (var table : List.of(
                "attendance_unit",
                "attendance_unit_day",
                "weekly_attendance",
                "weekly_check_ins",
                "program_week",
                "program_week_change",
                "roster_publication",
                "episode")) {
            database.change("delete from " + table + " where organization_id = ?", organization);
        }
        rebuild();

        // then
        assertThat(dump()).isEqualTo(before);
        new Recount(database, organization).equalsRollups();
    }

    @Test
    void wrongNumbersAreFoundAndMended() {
        // given
        new Story(31, database, kafka, organization).happen(80);
        var before = dump();

        // when
        change("update attendance_unit set planned_minutes = planned_minutes + 1");
        change("update attendance_unit set track = 'EVENING', kind = 'INDIVIDUAL'");
        change("update roster_publication set group_seats = group_seats + 1, rolled_back = false");
        change("update weekly_attendance set planned_minutes = planned_minutes + 7");
        change("update weekly_check_ins set mood_sum = least(70, mood_sum + 1)");
        change("update program_week set admitted = admitted + 1");
        var rebuilt = rebuild();

        // then
        rebuilt.body("bookingsMended", greaterThan(0))
                .body("publicationsMended", greaterThan(0))
                .body("checkInWeeksMended", greaterThan(0))
                .body("programWeeksMended", greaterThan(0));
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void whatNoTopicHoldsAnyMoreStays() {
        // given an admission and a booking that were told longer ago than topics keep
        var client = new Clinic.Client(organization, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        database.change("""
                insert into episode (organization_id, id, source_version, patient_id, program_id, level_of_care, admitted_on,
                                     prescribed_minutes_per_week)
                values (?, ?, 1, ?, ?, '2.1', '2026-01-05', 540)""", organization, client.admissionId(), client.patientId(), client.programId());

        // when
        rebuild().body("admissionsMended", equalTo(0)).body("programWeeksMended", equalTo(1));

        // then
        Clinic.clinician(organization)
                .get("/api/episodes/{id}", client.admissionId())
                .then()
                .statusCode(200);
    }

    @Test
    void howAStayBeganIsKeptWhenTopicsHoldOnlyItsLastChange() {
        // given a stay that began longer ago than topics keep, and lately another dose at the same level
        var client = new Clinic.Client(organization, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        database.change("""
                insert into episode (organization_id, id, source_version, patient_id, program_id, level_of_care, admitted_on,
                                     level_since, admitted_level, referral_source, first_contact_on, payer_category,
                                     prescribed_minutes_per_week)
                values (?, ?, 2, ?, ?, '2.1', '2026-01-05', '2026-02-02', '2.5', 'COURT', '2026-01-02', 'MEDICAID', 540)""", organization, client.admissionId(), client.patientId(), client.programId());
        var data = Clinic.admissionData(client, 720);
        data.put("admittedOn", "2026-01-05");
        data.put("startsOn", "2026-11-02");
        kafka.publish(
                "intake.admission.v1",
                KafkaProbe.event("care.iop.intake.level-of-care-changed.v1", client.admissionId(), organization, data)
                        .withVersion(3));
        await().atMost(60, SECONDS)
                .until(() -> database.number(
                                "select count(*) from episode where organization_id = ? and source_version = 3",
                                organization)
                        == 1);
        var before = dump();

        // when
        var found = rebuild();
        change("update episode set prescribed_minutes_per_week = 60");
        var mended = rebuild();

        // then
        found.body("admissionsMended", equalTo(0));
        mended.body("admissionsMended", equalTo(1));
        assertThat(episodes(before)).singleElement().asString().contains("\"level_since\": \"2026-02-02\"");
        assertThat(episodes(dump())).isEqualTo(episodes(before));
    }

    @Test
    void onlyOneRunsAtATimeUnlessItDied() {
        // given
        var id = UUID.randomUUID();
        database.change("""
                insert into rollup_rebuild (organization_id, id, version, requested_by, requested_at, alive_at, status, events_read,
                    unreadable_events, admissions_mended, bookings_mended, attendance_weeks_mended, check_in_weeks_mended,
                    program_weeks_mended)
                values (?, ?, 1, 'somebody', now(), now(), 'RUNNING', 0, 0, 0, 0, 0, 0, 0)""", organization, id);

        // when
        operator().post("/api/rollup-rebuilds").then().statusCode(409);
        change("update rollup_rebuild set alive_at = now() - interval '6 minutes'");

        // then
        rebuild();
        operator().get("/api/rollup-rebuilds/{id}", id).then().body("status", equalTo("FAILED"));
    }

    @Test
    void rebuildOfAnotherOrganizationIsNotFound() {
        // given
        var id = rebuild().extract().<String>path("id");

        // when
        var response =
                Clinic.json(TestTokens.bearer(Clinic.LAKESIDE, Roles.OPERATOR)).get("/api/rollup-rebuilds/{id}", id);

        // then
        response.then().statusCode(404);
    }

    private ValidatableResponse rebuild() {
        var id = operator()
                .post("/api/rollup-rebuilds")
                .then()
                .statusCode(201)
                .body("status", equalTo("RUNNING"))
                .extract()
                .<String>path("id");
        await().atMost(60, SECONDS).until(() -> !"RUNNING"
                .equals(operator().get("/api/rollup-rebuilds/{id}", id).path("status")));
        return operator()
                .get("/api/rollup-rebuilds/{id}", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("DONE"));
    }

    private RequestSpecification operator() {
        return Clinic.json(TestTokens.bearer(organization, Roles.OPERATOR));
    }

    private void change(String update) {
        database.change(update + " where organization_id = ?", organization);
    }

    private static List<String> episodes(List<String> dump) {
        return dump.stream().filter(line -> line.startsWith("episode ")).toList();
    }

    /** Every copied and summed number of the organization. */
    private List<String> dump() {
        return database.texts(
                """
                select 'episode ' || cast(to_jsonb(e) as text) from episode e where organization_id = ?
                union all select 'unit ' || cast(to_jsonb(u) as text) from attendance_unit u where organization_id = ?
                union all select 'day ' || cast(to_jsonb(d) as text) from attendance_unit_day d where organization_id = ?
                union all select 'attendance ' || cast(to_jsonb(w) as text) from weekly_attendance w where organization_id = ?
                union all select 'check-ins ' || cast(to_jsonb(c) as text) from weekly_check_ins c where organization_id = ?
                union all select 'program ' || cast(to_jsonb(p) as text) from program_week_now p where organization_id = ?
                union all select 'publication ' || cast(to_jsonb(r) as text) from roster_publication r where organization_id = ?
                order by 1""", organization, organization, organization, organization, organization, organization, organization);
    }
}
