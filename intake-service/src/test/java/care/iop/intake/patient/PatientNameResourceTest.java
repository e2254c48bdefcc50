package care.iop.intake.patient;

import static care.iop.intake.Desk.LAKESIDE;
import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.ServiceTest;
import care.iop.intake.duplicate.Twins;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@ServiceTest
class PatientNameResourceTest {

    @Inject
    Database database;

    @Test
    void namesOfSeveralComeInOneCallAndNothingElseDoes() {
        // given
        var ana = registered("Ana", "Example");
        var withoutGivenName = registered(null, "Sample");

        // when
        var names = Desk.as(RIVERSIDE, "scheduler")
                .queryParam("id", ana, withoutGivenName, ana, UUID.randomUUID())
                .get("/api/patient-names")
                .then();

        // then
        names.statusCode(200)
                .body(
                        "items",
                        containsInAnyOrder(
                                Map.of("patientId", ana, "givenName", "Ana", "familyName", "Example"),
                                Map.of("patientId", withoutGivenName, "familyName", "Sample")));
        assertThat(List.of(ana, withoutGivenName)).allSatisfy(patient -> assertThat(database.rows(
                        "select resource, action from access_log where person_id = ? and operation = 'GET PatientNameResource#list'",
                        UUID.fromString(patient)))
                .hasSize(1));
    }

    @Test
    void whoeverWasMergedIsCalledByTheNameThatStandsForBoth() {
        // given
        var merge = Desk.coordinator(RIVERSIDE)
                .get("/api/patient-merges/{id}", Twins.mergeTwo(RIVERSIDE))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var survivor = Desk.coordinator(RIVERSIDE)
                .get("/api/patients/{id}", merge.getString("survivorId"))
                .jsonPath();

        // when
        var names = Desk.clinician(RIVERSIDE)
                .queryParam("id", merge.getString("mergedId"))
                .get("/api/patient-names")
                .then();

        // then
        names.statusCode(200)
                .body("items.patientId", contains(merge.getString("mergedId")))
                .body("items.givenName", contains(survivor.getString("givenName")));
    }

    @Test
    void anotherOrganizationLearnsNoName() {
        // given
        var ana = registered("Ana", "Example");

        // when
        var names = Desk.as(LAKESIDE, "scheduler")
                .queryParam("id", ana)
                .get("/api/patient-names")
                .then();

        // then
        names.statusCode(200).body("items", empty());
    }

    @Test
    void oneToAHundredMayBeAsked() {
        // given
        var hundred = Stream.generate(UUID::randomUUID).limit(100).toList();
        var more = Stream.concat(hundred.stream(), Stream.of(UUID.randomUUID())).toList();

        // when / then
        Desk.clinician(RIVERSIDE)
                .queryParam("id", hundred)
                .get("/api/patient-names")
                .then()
                .statusCode(200);
        Desk.clinician(RIVERSIDE)
                .queryParam("id", more)
                .get("/api/patient-names")
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("at most 100"));
        Desk.clinician(RIVERSIDE)
                .get("/api/patient-names")
                .then()
                .statusCode(422)
                .body("errors.size()", equalTo(1));
    }

    private static String registered(String givenName, String familyName) {
        var person = Desk.person();
        if (givenName == null) {
            person.remove("givenName");
        } else {
            person.put("givenName", givenName);
        }
        person.put("familyName", familyName);
        return Desk.coordinator(RIVERSIDE)
                .body(person)
                .post("/api/patients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
