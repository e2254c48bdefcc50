package care.iop.intake.fhir;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;

import care.iop.chassis.testing.contract.CapabilityContract;
import care.iop.intake.ServiceTest;
import java.nio.file.Path;
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
        CapabilityContract.in(Path.of("contracts")).check(live.asString());
    }
}
