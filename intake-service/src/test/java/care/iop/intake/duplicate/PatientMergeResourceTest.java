package care.iop.intake.duplicate;

import static care.iop.intake.Desk.RIVERSIDE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.TestTokens;
import care.iop.chassis.testing.contract.EventContract;
import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.IntakeRoles;
import care.iop.intake.ServiceTest;
import care.iop.intake.fhir.Bundles;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@ServiceTest
class PatientMergeResourceTest {

    /** Columns that refer to a patient without holding what a merge would have to move. */
    private static final List<String> POINTERS = List.of(
            "patient.merged_into",
            "possible_duplicate.first_id",
            "possible_duplicate.second_id",
            "patient_merge.survivor_id",
            "patient_merge.merged_id");

    @Inject
    Database database;

    @Test
    void everythingGoesToTheSurvivorAndComesBackWithTheUndo() {
        // given
        var survivor = Desk.register(RIVERSIDE);
        var sent = Bundles.send(RIVERSIDE, Bundles.complete());
        var merged = sent.patientId();
        Desk.screened(RIVERSIDE, sent.referralId());
        Desk.step(RIVERSIDE, sent.referralId(), "screening").statusCode(200);
        Desk.place(RIVERSIDE, sent.referralId(), "2.1").statusCode(201);
        String admission =
                admit(sent.referralId()).then().statusCode(201).extract().path("id");
        var before = owned(merged);
        var logged = accessLogOf(merged);

        // when
        var merge = Twins.post(RIVERSIDE, Twins.merge(survivor, 0, merged, 0));

        // then
        merge.then().statusCode(201).header("ETag", "\"0\"").body("movedRows.referral", equalTo(1));
        String mergeId = merge.path("id");
        assertThat(owned(merged)).isEmpty();
        assertThat(before)
                .containsKeys(
                        "admission",
                        "insurance_policy",
                        "patient_identifier",
                        "placement",
                        "referral",
                        "screening_assessment",
                        "screening_result");
        assertThat(accessLogOf(merged)).startsWith(logged.toArray(String[]::new));
        Desk.clinician(RIVERSIDE)
                .get("/api/patients/{id}", merged)
                .then()
                .statusCode(200)
                .body("replacedBy", equalTo(survivor))
                .header("Link", containsString("/api/patients/" + survivor + ">; rel=\"canonical\""));
        Desk.clinician(RIVERSIDE).get("/api/admissions/{id}", admission).then().body("patientId", equalTo(survivor));
        tell(mergeId, PatientMerged.TYPE, MergeEventsContractTest.PATIENT_MERGED, admission);

        var undone = undo(mergeId, "\"0\"");
        undone.statusCode(200).header("ETag", "\"1\"").body("undoReason", equalTo("Two people."));
        assertThat(owned(merged)).isEqualTo(before);
        Desk.clinician(RIVERSIDE)
                .get("/api/patients/{id}", merged)
                .then()
                .body("replacedBy", nullValue())
                .header("Link", nullValue());
        tell(mergeId, PatientMergeUndone.TYPE, MergeEventsContractTest.PATIENT_MERGE_UNDONE, admission);
        undo(mergeId, "\"1\"").statusCode(409).body("type", equalTo("/problems/merge-undo-not-safe"));
    }

    @Test
    void consentsStayInForceAndTheAccountOfDisclosuresIsFoundUnderBoth() {
        // given
        var referral = Desk.refer(RIVERSIDE);
        var merged = patientOf(referral);
        var survivor = Desk.register(RIVERSIDE);
        Desk.signConsent(RIVERSIDE, merged, Desk.consent(Desk.ehrAsRecipient(RIVERSIDE)));
        disclose(referral);
        var written = database.rows("select * from disclosure where patient_id = ?", UUID.fromString(merged));

        // when
        var merge = mergeInto(survivor, merged);

        // then
        disclose(referral);
        assertThat(database.rows("select * from disclosure where patient_id = ?", UUID.fromString(merged)))
                .isEqualTo(written)
                .hasSize(1);
        for (var either : List.of(merged, survivor)) {
            Desk.as(RIVERSIDE, "compliance-officer")
                    .get("/api/patients/{id}/disclosures", either)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(2));
        }
        undo(merge, "*").statusCode(200);
        disclose(referral);
    }

    @Test
    void mergedPatientTakesNothingMoreAndSaysWhoStandsForIt() {
        // given
        var first = Desk.register(RIVERSIDE);
        var second = Desk.register(RIVERSIDE);
        var third = Desk.register(RIVERSIDE);
        Twins.post(RIVERSIDE, Twins.merge(second, 0, first, 0)).then().statusCode(201);
        Twins.post(RIVERSIDE, Twins.merge(third, 0, second, 1)).then().statusCode(201);

        // when
        var refused = List.of(
                Desk.coordinator(RIVERSIDE)
                        .header("If-Match", "*")
                        .body(Desk.person())
                        .put("/api/patients/{id}", first),
                Desk.coordinator(RIVERSIDE)
                        .body(Map.of("patientId", first, "source", "SELF"))
                        .post("/api/referrals"),
                Desk.coordinator(RIVERSIDE).body(Map.of("patientId", first)).post("/api/possible-duplicates/search"),
                Twins.post(RIVERSIDE, Twins.merge(first, 1, Desk.register(RIVERSIDE), 0)));

        // then
        refused.forEach(answer -> answer.then()
                .statusCode(409)
                .body("type", equalTo("/problems/patient-merged"))
                .body("detail", containsString(third)));
        Desk.clinician(RIVERSIDE).get("/api/patients/{id}", first).then().body("replacedBy", equalTo(second));
    }

    @Test
    void theSameMessageFindsItsReferralThoughItsPatientWasMerged() {
        // given
        var bundle = Bundles.complete();
        var sent = Bundles.send(RIVERSIDE, bundle);
        var survivor = Desk.register(RIVERSIDE);
        Twins.post(RIVERSIDE, Twins.merge(survivor, 0, sent.patientId(), 0))
                .then()
                .statusCode(201);
        // The sender's birth date is the one that counts for the survivor, too.
        database.execute(
                "update patient set birth_date = (select birth_date from patient where id = ?) where id = ?",
                UUID.fromString(sent.patientId()),
                UUID.fromString(survivor));

        // when
        var again = Bundles.send(RIVERSIDE, bundle);

        // then
        assertThat(again.patientId()).isEqualTo(survivor);
        assertThat(again.referralId()).isEqualTo(sent.referralId());
    }

    @Test
    void undoIsRefusedWithTheRecordThatWasChangedSince() {
        // given
        var referral = Desk.refer(RIVERSIDE);
        var merged = patientOf(referral);
        var merge = mergeInto(Desk.register(RIVERSIDE), merged);
        Desk.step(RIVERSIDE, referral, "acknowledgement").statusCode(200);

        // when
        var refused = undo(merge, "*");

        // then
        refused.statusCode(409)
                .body("type", equalTo("/problems/merge-undo-not-safe"))
                .body("errors.pointer", hasItem("/referral/" + referral))
                .body("errors.detail", hasItem("was changed since the merge"));
        assertThat(owned(merged)).isEmpty();
    }

    @Test
    void undoIsRefusedWhenSomethingWasAddedToWhatWouldGoBack() {
        // given
        var referral = Desk.refer(RIVERSIDE);
        var merge = mergeInto(Desk.register(RIVERSIDE), patientOf(referral));
        Desk.screened(RIVERSIDE, referral);

        // when
        var refused = undo(merge, "*");

        // then
        refused.statusCode(409)
                .body("errors.pointer", hasItem("/screening_assessment"))
                .body("errors.detail", hasItem("1 added since the merge to a referral that would go back"));
    }

    @Test
    void undoIsRefusedWhenAMovedRecordWasRemoved() {
        // given
        var merged = Desk.register(RIVERSIDE);
        var survivor = Desk.register(RIVERSIDE);
        var merge = mergeInto(survivor, merged);
        Desk.coordinator(RIVERSIDE)
                .header("If-Match", "*")
                .body(Desk.person())
                .put("/api/patients/{id}", survivor)
                .then()
                .statusCode(200);

        // when
        var refused = undo(merge, "*");

        // then
        refused.statusCode(409).body("errors.detail", hasItem("was removed since the merge"));
    }

    @Test
    void undoWaitsForTheUndoOfALaterMergeOfTheSurvivor() {
        // given
        var first = Desk.register(RIVERSIDE);
        var second = Desk.register(RIVERSIDE);
        var earlier = mergeInto(second, first);
        String later = Twins.post(RIVERSIDE, Twins.merge(Desk.register(RIVERSIDE), 0, second, 1))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // when
        var refused = undo(earlier, "*");

        // then
        refused.statusCode(409).body("detail", containsString("Undo that merge first"));
        undo(later, "*").statusCode(200);
        undo(earlier, "*").statusCode(200);
        assertThat(owned(first)).containsOnlyKeys("patient_identifier");
    }

    @Test
    void twoOpenStaysOfOnePersonAreNotMerged() {
        // given
        var first = patientOfAdmission(Desk.admit(RIVERSIDE));
        var second = patientOfAdmission(Desk.admit(RIVERSIDE));

        // when
        var refused = Twins.post(RIVERSIDE, Twins.merge(first, 0, second, 0));

        // then
        refused.then()
                .statusCode(409)
                .body("type", equalTo("/problems/merge-not-safe"))
                .body("detail", containsString("Discharge one of them first"));
    }

    @Test
    void mergeNeedsWhatTheCallerHasCompared() {
        // given
        var first = Desk.register(RIVERSIDE);
        var second = Desk.register(RIVERSIDE);

        // when / then
        Twins.post(RIVERSIDE, Twins.merge(first, 1, second, 0)).then().statusCode(412);
        Twins.post(RIVERSIDE, Twins.merge(first, 0, second, 1)).then().statusCode(412);
        Twins.post(RIVERSIDE, Twins.merge(first, -1, second, 0)).then().statusCode(412);
        Twins.post(RIVERSIDE, Twins.merge(first, 0, first, 0))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/mergedId"));
        Twins.post(RIVERSIDE, Twins.merge(first, 0, UUID.randomUUID().toString(), 0))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/mergedId"));
        undo(mergeInto(first, second), null).statusCode(428);
    }

    @RepeatedTest(5)
    void ofTwoWhoMergeThePairOneWins() throws Exception {
        // given
        var first = patientOf(Desk.refer(RIVERSIDE));
        var second = patientOf(Desk.refer(RIVERSIDE));

        // when
        var answers = together(
                () -> Twins.post(RIVERSIDE, Twins.merge(first, 0, second, 0)),
                () -> Twins.post(RIVERSIDE, Twins.merge(second, 0, first, 0)));

        // then
        assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(201);
        assertThat(answers).extracting(Response::statusCode).containsAnyOf(409, 412);
    }

    @RepeatedTest(10)
    void mergeAndAdmissionAtOnceLeaveNothingBehind() throws Exception {
        // given
        var referral = Desk.accepted(RIVERSIDE, "2.1");
        var merged = patientOf(referral);
        var survivor = Desk.register(RIVERSIDE);

        // when
        var answers = together(() -> Twins.post(RIVERSIDE, Twins.merge(survivor, 0, merged, 0)), () -> admit(referral));

        // then
        assertThat(answers)
                .extracting(Response::statusCode)
                .isSubsetOf(201, 409, 412)
                .contains(201);
        if (answers.get(0).statusCode() == 201) {
            assertThat(owned(merged)).isEmpty();
        } else {
            assertThat(owned(survivor)).containsOnlyKeys("patient_identifier");
        }
    }

    @RepeatedTest(10)
    void mergeAndNewReferralAtOnceLeaveNothingBehind() throws Exception {
        // given
        var merged = Desk.register(RIVERSIDE);
        var survivor = Desk.register(RIVERSIDE);

        // when
        var answers = together(
                () -> Twins.post(RIVERSIDE, Twins.merge(survivor, 0, merged, 0)), () -> Desk.coordinator(RIVERSIDE)
                        .body(Map.of("patientId", merged, "source", "SELF"))
                        .post("/api/referrals"));

        // then
        assertThat(answers)
                .extracting(Response::statusCode)
                .isSubsetOf(201, 409)
                .contains(201);
        assertThat(answers.get(0).statusCode() != 201 || owned(merged).isEmpty())
                .isTrue();
    }

    @Test
    void everyTableWithAPatientIsMovedAndGuarded() {
        // when
        var references = database.rows("""
                select c.conrelid::regclass || '.' || a.attname from pg_constraint c
                  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname <> 'organization_id'
                 where c.contype = 'f' and c.confrelid = 'patient'::regclass
                """);
        var holding = database.rows("""
                select c.oid::regclass || '.patient_id' from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'patient_id' and not a.attisdropped
                 where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                """);
        var guarded = database.rows("""
                select t.tgrelid::regclass || '.patient_id' from pg_trigger t
                 where t.tgfoid = 'refuse_merged_patient'::regproc group by t.tgrelid having count(*) = 2
                """);

        // then
        assertThat(references.stream().filter(column -> !POINTERS.contains(column)))
                .as("a patient is referred to by patient_id, which a merge moves, or by a pointer that is listed here")
                .containsExactlyInAnyOrderElementsOf(holding);
        assertThat(guarded)
                .as("the migration that creates a table with patient_id calls guard_patient('table')")
                .containsExactlyInAnyOrderElementsOf(holding);
    }

    private static List<Response> together(Callable<Response> one, Callable<Response> other) throws Exception {
        var gate = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var answers = new ArrayList<Response>();
            for (var answer : threads.invokeAll(List.of(behind(gate, one), behind(gate, other)))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Response> behind(CyclicBarrier gate, Callable<Response> call) {
        return () -> {
            gate.await();
            return call.call();
        };
    }

    private static void disclose(String referralId) {
        given().auth()
                .oauth2(TestTokens.system(RIVERSIDE, IntakeRoles.READS_REFERRALS))
                .get("/fhir/Task/{id}", referralId)
                .then()
                .statusCode(200);
    }

    private static Response admit(String referralId) {
        return Desk.coordinator(RIVERSIDE).body(Desk.admission(referralId)).post("/api/admissions");
    }

    private String mergeInto(String survivor, String merged) {
        return Twins.post(RIVERSIDE, Twins.merge(survivor, versionOf(survivor), merged, versionOf(merged)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private long versionOf(String patientId) {
        return database.number("select version from patient where id = ?", UUID.fromString(patientId));
    }

    private static ValidatableResponse undo(String merge, String ifMatch) {
        var request = Desk.coordinator(RIVERSIDE).body(Map.of("reason", "Two people."));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post("/api/patient-merges/{id}/undo", merge)
                .then();
    }

    private String patientOf(String referral) {
        return database.rows("select patient_id from referral where id = ?", UUID.fromString(referral))
                .get(0);
    }

    private String patientOfAdmission(String admission) {
        return database.rows("select patient_id from admission where id = ?", UUID.fromString(admission))
                .get(0);
    }

    /** How many rows of each table are the patient's, and which. */
    private Map<String, List<String>> owned(String patientId) {
        var owned = new TreeMap<String, List<String>>();
        for (var table : database.rows(
                "select distinct tgrelid::regclass from pg_trigger where tgfoid = 'refuse_merged_patient'::regproc")) {
            var rows = database.rows(
                    "select (to_jsonb(t) - 'version')::text from " + table + " t where patient_id = ? order by 1",
                    UUID.fromString(patientId));
            if (!rows.isEmpty()) {
                owned.put(table, rows);
            }
        }
        return owned;
    }

    private List<String> accessLogOf(String patientId) {
        return database.rows("select * from access_log where person_id = ? order by id", UUID.fromString(patientId));
    }

    private static void tell(String mergeId, String type, EventContract contract, String admission) {
        try (var kafka = KafkaProbe.connect()) {
            var told = kafka.awaitEvent(PatientMerged.TOPIC, type, UUID.fromString(mergeId));
            contract.assertProduced(told.data().toString());
            assertThat(told.data().path("admissionIds").get(0).asText()).isEqualTo(admission);
        }
    }
}
