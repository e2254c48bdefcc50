package care.iop.intake.fhir;

import static care.iop.intake.Desk.RIVERSIDE;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import care.iop.intake.Desk;
import care.iop.intake.ServiceTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class CoverageEligibilityResponseProviderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void anAnswerBecomesABenefitVerification() throws Exception {
        // given
        var patientId = Desk.register(RIVERSIDE);

        // when
        var taken = send(response(patientId));

        // then
        var location = taken.statusCode(201)
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue[0].severity", equalTo("information"))
                .extract()
                .header("Location");
        Desk.clinician(RIVERSIDE)
                .get(location.substring(location.indexOf("/api/")))
                .then()
                .statusCode(200)
                .body("source", equalTo("FHIR"))
                .body("coverage", equalTo("ACTIVE"))
                .body("terms.payer.name", equalTo("Example Health Plan"))
                .body("terms.authorizationRequired", equalTo("YES"))
                .body("terms.benefitYearEndsOn", equalTo("2090-12-31"))
                .body("terms.costShares[0].copay", equalTo(40.0f))
                .body("terms.accumulators[0].network", equalTo("IN_NETWORK"))
                .body("terms.accumulators[0].amount", equalTo(1500.0f))
                .body("terms.accumulators[0].remaining", equalTo(500.0f))
                .body("conflicts", hasSize(0));
    }

    /** The insurance of the answer, then the coverage and the number of conflicts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"inforce":true}                                                        | ACTIVE       | 0
            {"inforce":false}                                                       | INACTIVE     | 0
            {}                                                                      | UNDETERMINED | 0
            {"inforce":true,"item":[{"category":{"coding":[{"code":"AI"}]},"excluded":true}]}  | ACTIVE | 0
            {"inforce":false,"item":[{"category":{"coding":[{"code":"AI"}]},"excluded":false}]} | UNDETERMINED | 1
            {"inforce":true,"item":[{"category":{"coding":[{"code":"35"}]},"excluded":true}]}  | ACTIVE | 0
            {"inforce":true,"item":[{"category":{"coding":[{"code":"AI"}]},"authorizationRequired":true},{"category":{"coding":[{"code":"AI"}]},"authorizationRequired":false}]} | ACTIVE | 1
            """)
    void workedCase(String insurance, String coverage, int conflicts) throws Exception {
        // given
        var patientId = Desk.register(RIVERSIDE);
        var response = response(patientId);
        var changed = (ObjectNode) JSON.readTree(insurance);
        changed.set("coverage", JSON.readTree("{\"display\":\"Example Choice\"}"));
        response.putArray("insurance").add(changed);

        // when
        var taken = send(response);

        // then
        taken.statusCode(201);
        Desk.clinician(RIVERSIDE)
                .get("/api/patients/{id}/benefit-verifications", patientId)
                .then()
                .body("items[0].coverage", equalTo(coverage))
                .body("items[0].conflicts", hasSize(conflicts));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status     | /status    | "draft"
            outcome    | /outcome   | "queued"
            patient    | /patient   | {"reference":"Patient/nobody"}
            patient    | /patient   | {"display":"Avery"}
            insurer    | /insurer   | {"reference":"Organization/1"}
            created    | /created   | "2999-01-01"
            insurance  | /insurance | [{"coverage":{"display":"a"}},{"coverage":{"display":"b"}}]
            allowed    | /insurance | [{"coverage":{"display":"a"},"item":[{"category":{"coding":[{"code":"AI"}]},"benefit":[{"type":{"coding":[{"code":"copay"}]},"allowedMoney":{"value":-1}}]}]}]
            allowed    | /insurance | [{"coverage":{"display":"a"},"item":[{"category":{"coding":[{"code":"AI"}]},"benefit":[{"type":{"coding":[{"code":"copay"}]},"allowedMoney":{"value":1,"currency":"EUR"}}]}]}]
            allowed    | /insurance | [{"coverage":{"display":"a"},"item":[{"category":{"coding":[{"code":"AI"}]},"benefit":[{"type":{"coding":[{"code":"copay-percent"}]},"allowedUnsignedInt":101}]}]}]
            allowed    | /insurance | [{"coverage":{"display":"a"},"item":[{"category":{"coding":[{"code":"AI"}]},"benefit":[{"type":{"coding":[{"code":"copay"}]},"allowedString":"forty"}]}]}]
            network    | /insurance | [{"coverage":{"display":"a"},"item":[{"category":{"coding":[{"code":"AI"}]},"network":{"coding":[{"code":"maybe"}]}}]}]
            nonsense   | /nonsense  | "x"
            """)
    void whatCannotBeTakenIsRefusedAtItsElement(String named, String pointer, String value) throws Exception {
        // given
        var response = response(Desk.register(RIVERSIDE));
        response.set(pointer.substring(1), JSON.readTree(value));

        // when
        var refused = send(response);

        // then
        refused.statusCode(422)
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue[0].expression[0]", containsString(named));
    }

    @Test
    void whatIsNoAnswerIsRefused() throws Exception {
        send("{").statusCode(400);
        send("[]").statusCode(422);
        send("{\"resourceType\":\"Patient\"}")
                .statusCode(422)
                .body("issue.expression.flatten()", hasItem(containsString("resourceType")));
        send(response(UUID.randomUUID().toString())).statusCode(404);
        send(" ".repeat(1 << 20) + "{}").statusCode(413);
    }

    private static ObjectNode response(String patientId) throws Exception {
        var response = (ObjectNode)
                JSON.readTree(CoverageEligibilityResponseProvider.EXAMPLE.replace("2026-12-31", "2090-12-31"));
        response.putObject("patient").put("reference", "Patient/" + patientId);
        response.put("created", Instant.now().toString());
        return response;
    }

    private static ValidatableResponse send(Object body) {
        return Desk.coordinator(RIVERSIDE)
                .contentType(Bundles.FHIR_JSON)
                .body(body.toString())
                .post("/fhir/CoverageEligibilityResponse")
                .then();
    }
}
