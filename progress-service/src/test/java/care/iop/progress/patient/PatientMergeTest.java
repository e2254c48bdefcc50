package care.iop.progress.patient;

import static care.iop.progress.Clinic.LAKESIDE;
import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.contract.EventContract;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import care.iop.progress.relapseprevention.Plans;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class PatientMergeTest {

    private static final String TOPIC = "intake.patient.v1";
    private static final String MERGED = "care.iop.intake.patient-merged.v1";
    private static final String UNDONE = "care.iop.intake.patient-merge-undone.v1";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Inject
    Database database;

    @Inject
    DataSource source;

    private KafkaProbe kafka;
    private Client survivor;
    private Client merged;

    @BeforeEach
    void admitTwo() {
        kafka = KafkaProbe.connect();
        survivor = Clinic.admit(RIVERSIDE);
        merged = Clinic.admit(RIVERSIDE, survivor.programId());
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void intakesExamplesAreUnderstood() {
        // when
        var contracts = Path.of("../intake-service/contracts");
        var mergedExamples = EventContract.readExamples(contracts, MERGED, PatientMerged.class);
        var undoneExamples = EventContract.readExamples(contracts, UNDONE, PatientMerged.class);

        // then
        assertThat(mergedExamples).isNotEmpty();
        assertThat(undoneExamples).isNotEmpty();
    }

    @Test
    void everythingOfTheMergedPatientIsReadAsTheSurvivorsUnderEitherIdentifier() {
        // given
        checkIn(survivor, survivor.patientId(), today.minusDays(1), 3);
        checkIn(merged, merged.patientId(), today.minusDays(1), 5);
        checkIn(merged, merged.patientId(), today, 9);
        assess(survivor, 0);
        assess(merged, 1);

        // when
        merge(UUID.randomUUID(), survivor, merged, List.of(merged.admissionId()));

        // then
        for (var identifier : List.of(survivor.patientId(), merged.patientId())) {
            checkIns(identifier).body("items.craving", containsInAnyOrder(3, 5, 9));
            clinician(RIVERSIDE)
                    .get("/api/patients/{id}/assessments", identifier)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(2));
            clinician(RIVERSIDE)
                    .queryParam("patientId", identifier)
                    .get("/api/alerts")
                    .then()
                    .body("items.rule", containsInAnyOrder("AL-SUI-1", "AL-CRV"))
                    .body(
                            "items.patientId",
                            everyItem(equalTo(survivor.patientId().toString())));
        }
        var shown = survivor.patientId() + " craving 9, 2 open";
        assertThat(caseload()).containsExactly(shown, shown);
    }

    /** A table that is forgotten here would lose its rows in a merge. */
    @Test
    void everyTableOfRecordedRowsFollows() {
        // when
        var tables = database.texts("""
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                 where a.attname = 'recorded_as' and c.relkind in ('r', 'p') and not c.relispartition
                   and c.relnamespace = current_schema()::regnamespace
                """);

        // then
        assertThat(PatientRows.RECORDED).containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void planAndWhatItAnsweredFollowTheMergeAndItsUndo() {
        // given
        var plan = Plans.write(merged, "NOTICE");
        var prompt = Plans.checkIn(merged, today.toString(), 6, 7, "").<String>path("prompt.id");
        var merge = UUID.randomUUID();

        // when
        merge(merge, survivor, merged, List.of(merged.admissionId()));

        // then
        survivor.asSelf().get(Plans.PLAN, survivor.patientId()).then().body("id", equalTo(plan));
        survivor.asSelf()
                .get("/api/patients/{id}/coping-prompts", survivor.patientId())
                .then()
                .body("items.id", contains(prompt));

        // when
        undo(merge, survivor, merged, List.of(merged.admissionId()));

        // then
        survivor.asSelf().get(Plans.PLAN, survivor.patientId()).then().statusCode(404);
        merged.asSelf().get(Plans.PLAN, merged.patientId()).then().body("id", equalTo(plan));
    }

    @Test
    void tokenOfTheMergedPatientGoesOnAndWritesForTheSurvivor() {
        // given
        merge(UUID.randomUUID(), survivor, merged, List.of(merged.admissionId()));

        // when
        checkIn(merged, merged.patientId(), today, 7);
        checkIn(merged, survivor.patientId(), today.minusDays(1), 6);

        // then
        checkIns(survivor.patientId()).body("items.craving", contains(7, 6));
        survivor.asSelf()
                .get("/api/patients/{id}/check-ins", merged.patientId())
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
        Clinic.admit(RIVERSIDE)
                .asSelf()
                .get("/api/patients/{id}/check-ins", merged.patientId())
                .then()
                .statusCode(404);
    }

    @Test
    void undoGivesBackExactlyWhatWasRecordedUnderTheMergedPatient() {
        // given
        checkIn(survivor, survivor.patientId(), today.minusDays(2), 2);
        checkIn(merged, merged.patientId(), today.minusDays(1), 8);
        assess(merged, 2);
        var merge = UUID.randomUUID();
        merge(merge, survivor, merged, List.of(merged.admissionId()));
        checkIn(survivor, survivor.patientId(), today, 4);

        // when
        undo(merge, survivor, merged, List.of(merged.admissionId()));

        // then
        checkIns(survivor.patientId()).body("items.craving", contains(2, 4));
        checkIns(merged.patientId()).body("items.craving", contains(8));
        assertThat(caseload())
                .containsExactlyInAnyOrder(
                        survivor.patientId() + " craving 4, 0 open", merged.patientId() + " craving 8, 2 open");
    }

    @Test
    void voidResultStaysVoidThroughAMerge() {
        // given
        assess(survivor, 0);
        assess(merged, 0);
        clinician(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("reason", "WRONG_PERSON"))
                .post(
                        "/api/patients/{id}/assessments/{result}/void",
                        merged.patientId(),
                        clinician(RIVERSIDE)
                                .get("/api/patients/{id}/assessments", merged.patientId())
                                .<String>path("items[0].id"))
                .then()
                .statusCode(200);

        // when
        merge(UUID.randomUUID(), survivor, merged, List.of(merged.admissionId()));

        // then
        assertThat(database.texts(
                        "select r.voided_at is null from latest_score l join assessment_result r on r.id = l.assessment_id"
                                + " where l.patient_id = ?",
                        survivor.patientId()))
                .containsExactly("t");
        clinician(RIVERSIDE)
                .get("/api/patients/{id}/assessments", survivor.patientId())
                .then()
                .body("items.findAll { it.voidedAt != null }", hasSize(1));
    }

    @Test
    void drugTestsFollowTheMergeAndItsUndo() {
        // given
        drugTest(survivor, "NEGATIVE");
        drugTest(merged, "POSITIVE");
        var merge = UUID.randomUUID();

        // when
        merge(merge, survivor, merged, List.of(merged.admissionId()));

        // then
        for (var identifier : List.of(survivor.patientId(), merged.patientId())) {
            drugTests(identifier).body("items.findings.outcome.flatten()", contains("NEGATIVE", "POSITIVE"));
        }

        // when
        undo(merge, survivor, merged, List.of(merged.admissionId()));

        // then
        drugTests(survivor.patientId()).body("items.findings.outcome.flatten()", contains("NEGATIVE"));
        drugTests(merged.patientId()).body("items.findings.outcome.flatten()", contains("POSITIVE"));
    }

    private void drugTest(Client who, String outcome) {
        clinician(RIVERSIDE)
                .body(Map.of(
                        "collectedAt",
                        today.atStartOfDay(ZoneOffset.UTC).toInstant().toString(),
                        "specimen",
                        "ORAL_FLUID",
                        "kind",
                        "POINT_OF_CARE_SCREEN",
                        "findings",
                        List.of(Map.of("analyte", "COCAINE", "outcome", outcome, "prescribed", false))))
                .post("/api/patients/{id}/drug-tests", who.patientId())
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse drugTests(UUID patientId) {
        return clinician(RIVERSIDE)
                .get("/api/patients/{id}/drug-tests", patientId)
                .then()
                .statusCode(200);
    }

    @Test
    void mergesInARowAreUndoneOneByOne() {
        // given
        var last = Clinic.admit(RIVERSIDE);
        checkIn(merged, merged.patientId(), today, 1);
        checkIn(survivor, survivor.patientId(), today, 2);
        checkIn(last, last.patientId(), today, 3);
        merge(UUID.randomUUID(), survivor, merged, List.of(merged.admissionId()));
        var second = UUID.randomUUID();
        merge(second, last, survivor, List.of(survivor.admissionId(), merged.admissionId()));
        checkIns(merged.patientId()).body("items.craving", containsInAnyOrder(1, 2, 3));

        // when
        undo(second, last, survivor, List.of(survivor.admissionId(), merged.admissionId()));

        // then
        checkIns(merged.patientId()).body("items.craving", containsInAnyOrder(1, 2));
        checkIns(last.patientId()).body("items.craving", contains(3));
    }

    @Test
    void anOlderEventOfTheMergeChangesNothingAfterTheUndo() {
        // given
        checkIn(merged, merged.patientId(), today, 8);
        var merge = UUID.randomUUID();
        merge(merge, survivor, merged, List.of(merged.admissionId()));
        undo(merge, survivor, merged, List.of(merged.admissionId()));

        // when
        merge(merge, survivor, merged, List.of(merged.admissionId()));

        // then
        checkIns(merged.patientId()).body("items.craving", contains(8));
    }

    @Test
    void admissionThatArrivesAfterTheMergeIsOfTheSurvivor() {
        // given
        var late = new Client(RIVERSIDE, UUID.randomUUID(), UUID.randomUUID(), survivor.programId());
        merge(UUID.randomUUID(), survivor, late, List.of(late.admissionId()));

        // when
        kafka.publish("intake.admission.v1", Clinic.admission(late, 900));

        // then
        Clinic.awaitEpisode(late);
        clinician(RIVERSIDE)
                .get("/api/episodes/{id}", late.admissionId())
                .then()
                .body("patientId", equalTo(survivor.patientId().toString()));
    }

    @Test
    void whatIsBeingWrittenWhileTheMergeArrivesIsNotLeftBehind() throws Exception {
        // given
        var event = event(MERGED, UUID.randomUUID(), survivor, merged, List.of(merged.admissionId()));
        try (var writer = source.getConnection()) {
            writer.setAutoCommit(false);
            try (var statement = writer.createStatement()) {
                statement.execute("select current_patient('riverside', '" + merged.patientId() + "')");

                // when
                kafka.publish(TOPIC, event);
                await().until(() ->
                        database.number("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                                > 0);
                statement.execute("""
                        insert into check_in (organization_id, id, version, patient_id, for_on, mood, craving, substance_use,
                            sleep_half_hours, note_shared, recorded_at, changed_at)
                        values ('riverside', gen_random_uuid(), 1, '%s', current_date, 5, 10, false, 16, false, now(), now())
                        """.formatted(merged.patientId()));
            }
            writer.commit();
            writer.setAutoCommit(true);
        }

        // then
        database.awaitHandled(event.id());
        checkIns(survivor.patientId()).body("items.craving", contains(10));
    }

    @Test
    void samePatientsOfAnotherOrganizationStayTwo() {
        // given
        var twin = new Client(LAKESIDE, merged.admissionId(), merged.patientId(), merged.programId());
        kafka.publish("intake.admission.v1", Clinic.admission(twin, 900));
        Clinic.awaitEpisode(twin);

        // when
        merge(UUID.randomUUID(), survivor, merged, List.of(merged.admissionId()));

        // then
        clinician(LAKESIDE)
                .get("/api/episodes/{id}", twin.admissionId())
                .then()
                .body("patientId", equalTo(twin.patientId().toString()));
    }

    @Test
    void incompleteMergeIsPutAside() {
        // given
        var poison = KafkaProbe.event(MERGED, UUID.randomUUID(), RIVERSIDE, Map.of("survivorId", survivor.patientId()));

        // when
        kafka.publish(TOPIC, poison);

        // then
        kafka.await(
                TOPIC + ".dlq",
                message -> poison.id().toString().equals(message.headers().get("ce_id")));
        merge(UUID.randomUUID(), survivor, merged, List.of(merged.admissionId()));
    }

    private void merge(UUID merge, Client into, Client from, List<UUID> admissionIds) {
        handle(event(MERGED, merge, into, from, admissionIds));
    }

    private void undo(UUID merge, Client into, Client from, List<UUID> admissionIds) {
        handle(event(UNDONE, merge, into, from, admissionIds).withVersion(1));
    }

    private void handle(KafkaProbe.Event event) {
        kafka.publish(TOPIC, event);
        database.awaitHandled(event.id());
    }

    private static KafkaProbe.Event event(String type, UUID merge, Client into, Client from, List<UUID> admissionIds) {
        return KafkaProbe.event(
                        type,
                        merge,
                        RIVERSIDE,
                        Map.of(
                                "mergeId",
                                merge,
                                "survivorId",
                                into.patientId(),
                                "mergedId",
                                from.patientId(),
                                "admissionIds",
                                admissionIds))
                .withVersion(0);
    }

    private static void checkIn(Client who, UUID patientId, LocalDate forOn, int craving) {
        who.asSelf()
                .body(Map.of(
                        "forOn",
                        forOn.toString(),
                        "mood",
                        5,
                        "craving",
                        craving,
                        "substanceUse",
                        false,
                        "sleepHours",
                        7))
                .post("/api/patients/{id}/check-ins", patientId)
                .then()
                .statusCode(201);
    }

    /** PHQ-9 with this answer to its ninth item; anything above 0 raises an alert. */
    private void assess(Client who, int ninth) {
        var answers = new LinkedHashMap<String, Integer>();
        for (int item = 1; item <= 8; item++) {
            answers.put(String.valueOf(item), 0);
        }
        answers.put("9", ninth);
        clinician(RIVERSIDE)
                .body(Map.of(
                        "instrument",
                        "PHQ-9",
                        "answers",
                        answers,
                        "takenAt",
                        today.atStartOfDay(ZoneOffset.UTC).toInstant().toString()))
                .post("/api/patients/{id}/assessments", who.patientId())
                .then()
                .statusCode(201);
    }

    private List<String> caseload() {
        return clinician(RIVERSIDE)
                .queryParam("programId", survivor.programId())
                .queryParam("week", "2026-W40")
                .get("/api/caseload")
                .then()
                .statusCode(200)
                .extract()
                .path(
                        "items.collect { it.patientId + ' craving ' + it.lastCheckIn.craving + ', ' + it.openAlerts.count + ' open' }");
    }

    private static ValidatableResponse checkIns(UUID patientId) {
        return clinician(RIVERSIDE)
                .get("/api/patients/{id}/check-ins", patientId)
                .then()
                .statusCode(200);
    }
}
