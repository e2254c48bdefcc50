package care.iop.intake.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import care.iop.chassis.testing.TestTokens;
import care.iop.chassis.testing.fhir.Answers;
import care.iop.intake.Desk;
import care.iop.intake.IntakeRoles;
import care.iop.intake.ServiceTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Find a program near you, as an EHR asks. */
@ServiceTest
class DirectoryProviderTest {

    private static final String LIST = """
            external_id,name,levels,latitude,longitude,street,city,state,postal_code,phone,tracks,languages,telehealth,payers,sliding_fee,listed
            NEAR,Near House,2.1;2.5,40.000,-100.000,1 Example Street,Exampletown,NE,69001,+1 555 010 0101,MORNING,en;es,yes,medicaid,yes,yes
            FAR,Far House,2.1,40.200,-100.000,,,,,,,,,,,yes
            OTHER,Other Level House,1.5,40.010,-100.000,,,,,,,,,,,yes
            GONE,Closed House,2.1,40.001,-100.000,,,,,,,,,,,no
            """;

    private String organization;

    @BeforeEach
    void list() {
        organization = "directory-" + UUID.randomUUID();
        Desk.csv(Desk.as(organization, IntakeRoles.PROGRAM_DIRECTOR))
                .body(LIST)
                .post("/api/directory-programs/imports")
                .then()
                .statusCode(200);
    }

    @Test
    void nearestComeFirstAndClosedOnesNotAtAll() {
        // when
        var response = search("HealthcareService", "location.near", "40|-100|50|km");

        // then
        response.statusCode(200)
                .body("resourceType", equalTo("Bundle"))
                .body("type", equalTo("searchset"))
                .body("entry.resource.name", equalTo(List.of("Near House", "Other Level House", "Far House")))
                .body("entry[0].search.mode", equalTo("match"))
                .body("link[0].relation", equalTo("self"));
        strictly(response);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40|-100|13.7|[mi_us]", "40|-100|22.0|km", "40|-100|22.0"})
    void distanceIsInItsUnitsAndKilometersWithout(String near) {
        // when the far house is 13.8 miles or 22.2 kilometers away
        var response = search("Location", "near", near);

        // then
        response.statusCode(200).body("entry.resource.name", equalTo(List.of("Near House", "Other Level House")));
    }

    @Test
    void serviceSaysWhatItDoesAndIncludesWhereItIs() {
        // when
        var response = Desk.as(organization, IntakeRoles.ANALYST)
                .queryParam("location.near", "40|-100|1|km")
                .queryParam("characteristic", "urn:care:iop:directory:level-of-care|2.5")
                .queryParam("_include", "HealthcareService:location")
                .get("/fhir/HealthcareService")
                .then();

        // then
        response.statusCode(200)
                .body("entry.resource.resourceType", equalTo(List.of("HealthcareService", "Location")))
                .body("entry[1].search.mode", equalTo("include"))
                .body(
                        "entry[0].resource.characteristic.coding.code.flatten()",
                        hasItems("2.1", "2.5", "MORNING", "medicaid", "telehealth", "sliding-fee"))
                .body("entry[0].resource.communication.coding.code.flatten()", hasItems("en", "es"))
                .body("entry[1].resource.position.latitude", equalTo(40.0f))
                .body("entry[1].resource.address.city", equalTo("Exampletown"));
        strictly(response);
        Answers.keep("HealthcareService-found", response.extract().asString());
        String id = response.extract().path("entry[0].resource.id");
        var service = client("system/HealthcareService.r").get("/fhir/HealthcareService/{id}", id);
        Answers.keep("HealthcareService", service.asString());
        service.then().statusCode(200).body("location[0].reference", equalTo("Location/" + id));
        var location = client("system/Location.r").get("/fhir/Location/{id}", id);
        Answers.keep("Location", location.asString());
        location.then().statusCode(200).body("status", equalTo("active"));
        client("system/Location.r")
                .get("/fhir/HealthcareService/{id}", id)
                .then()
                .statusCode(403);
    }

    @Test
    void pagesFollowTheNextLinkWithoutGapOrRepeat() {
        // given
        var names = new ArrayList<String>();
        var url = "/fhir/HealthcareService?_count=1&location.near=40%7C-100%7C50%7Ckm";

        // when
        while (url != null) {
            var page = Desk.as(organization, IntakeRoles.ANALYST)
                    .urlEncodingEnabled(false)
                    .get(url)
                    .then()
                    .statusCode(200)
                    .extract();
            names.addAll(page.path("entry.resource.name"));
            url = page.path("link.find { it.relation == 'next' }?.url");
        }

        // then
        assertThat(names).containsExactly("Near House", "Other Level House", "Far House");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "40",
                "40|-100",
                "91|0|5|km",
                "40|-181|5|km",
                "40|-100|0|km",
                "40|-100|NaN|km",
                "40|-100|5|furlong",
                "a|b|c|km",
                "40|-100|1e9|km"
            })
    void placeThatIsNoneIsRefusedByItsParameter(String near) {
        // when
        var response = search("HealthcareService", "location.near", near);

        // then
        response.statusCode(422)
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue[0].diagnostics", containsString("latitude|longitude|distance|units"));
    }

    @Test
    void unknownParameterAndUnknownProgramAreSaid() {
        // when, then
        search("HealthcareService", "nam", "House").statusCode(400).body("resourceType", equalTo("OperationOutcome"));
        search("HealthcareService", "_include", "HealthcareService:endpoint").statusCode(422);
        search("HealthcareService", "characteristic", "other|2.1").statusCode(422);
        search("HealthcareService", "characteristic", "9.9").statusCode(200).body("entry", equalTo(null));
        Desk.as(organization, IntakeRoles.ANALYST)
                .get("/fhir/Location/{id}", UUID.randomUUID())
                .then()
                .statusCode(404);
        Desk.as(organization, IntakeRoles.ANALYST)
                .get("/fhir/Location/nobody")
                .then()
                .statusCode(404);
        assertThat(search("Location", "_count", "200").extract().<List<?>>path("entry"))
                .satisfies(all -> assertThat(all).hasSize(3));
    }

    private ValidatableResponse search(String type, String parameter, String value) {
        return Desk.as(organization, IntakeRoles.ANALYST)
                .queryParam(parameter, value)
                .get("/fhir/" + type)
                .then();
    }

    private io.restassured.specification.RequestSpecification client(String scope) {
        return Desk.json(TestTokens.system(organization, scope));
    }

    /** What was answered is FHIR R4 to the letter. */
    private static void strictly(ValidatableResponse response) {
        var parser = FhirContext.forR4Cached().newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        assertThat(parser.parseResource(Bundle.class, response.extract().asString())
                        .getEntry())
                .isNotEmpty();
    }
}
