package care.iop.scheduling.fhir;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import care.iop.chassis.testing.contract.CapabilityContract;
import care.iop.scheduling.ServiceTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@ServiceTest
class CapabilityStatementTest {

    @Test
    void machinesLearnWhereTheirTokensAre() {
        // when
        var live = given().get("/fhir/.well-known/smart-configuration").then();

        // then
        live.statusCode(200)
                .body("token_endpoint", endsWith("/protocol/openid-connect/token"))
                .body("token_endpoint_auth_methods_supported", equalTo(List.of("private_key_jwt")))
                .body("grant_types_supported", equalTo(List.of("client_credentials")))
                .body(
                        "scopes_supported",
                        equalTo(List.of(
                                "system/Appointment.c",
                                "system/Appointment.r",
                                "system/Appointment.rs",
                                "system/Appointment.s",
                                "system/Appointment.u",
                                "system/Encounter.r",
                                "system/Encounter.rs",
                                "system/Encounter.s",
                                "system/HealthcareService.r",
                                "system/HealthcareService.rs",
                                "system/HealthcareService.s",
                                "system/Location.r",
                                "system/Location.rs",
                                "system/Location.s",
                                "system/PractitionerRole.r",
                                "system/PractitionerRole.rs",
                                "system/PractitionerRole.s",
                                "system/Slot.r",
                                "system/Slot.rs",
                                "system/Slot.s")))
                .body("capabilities", hasItem("client-confidential-asymmetric"));
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
