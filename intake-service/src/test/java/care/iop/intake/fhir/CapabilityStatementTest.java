package care.iop.intake.fhir;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import care.iop.chassis.testing.contract.CapabilityContract;
import care.iop.chassis.testing.fhir.Answers;
import care.iop.intake.ServiceTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@ServiceTest
class CapabilityStatementTest {

    @Test
    void machinesLearnTheirScopes() {
        given().get("/fhir/.well-known/smart-configuration")
                .then()
                .statusCode(200)
                .body(
                        "scopes_supported",
                        hasItems(
                                "system/HealthcareService.rs",
                                "system/Location.rs",
                                "system/ServiceRequest.c",
                                "system/ServiceRequest.r"));
    }

    @Test
    void statementIsCurrentAndForEverybody() {
        // when
        var live = given().get("/fhir/metadata").then().statusCode(200).extract();

        // then
        assertThat(live.contentType()).startsWith("application/fhir+json");
        assertThat(live.<String>path("fhirVersion")).isEqualTo("4.0.1");
        assertThat(live.<List<String>>path("rest[0].resource.findAll { it.conditionalCreate == true }.type"))
                .containsExactly("ServiceRequest");
        CapabilityContract.in(Path.of("contracts")).check(live.asString());
    }

    @Test
    void baseOfAllServicesCanDoWhatEachOfThemCan() {
        // when
        var statement = given().get("/fhir/suite/metadata");

        // then
        Answers.keep("CapabilityStatement-suite", statement.asString());
        statement
                .then()
                .statusCode(200)
                .body("name", equalTo("iop"))
                .body("rest[0].resource.type", hasItems("Patient", "Slot", "Appointment", "Observation", "CarePlan"))
                .body(
                        "rest[0].resource.find { it.type == 'Appointment' }.interaction.code",
                        hasItems("read", "search-type", "create", "update"))
                // Scheduling's, which tells of the program's own places, before the directory of others.
                .body("rest[0].resource.find { it.type == 'Location' }.searchParam.name", hasItem("partof"))
                .body("rest[0].resource.findAll { it.type == 'Location' }", hasSize(1));
        given().get("/fhir/suite/.well-known/smart-configuration")
                .then()
                .statusCode(200)
                .body(
                        "scopes_supported",
                        hasItems("system/Patient.rs", "system/Appointment.c", "system/QuestionnaireResponse.c"));
    }
}
