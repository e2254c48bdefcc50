package care.iop.intake.benefits;

import static care.iop.intake.Desk.LAKESIDE;
import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import care.iop.chassis.testing.TestTokens;
import care.iop.intake.Desk;
import care.iop.intake.IntakeRoles;
import care.iop.intake.ServiceTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions to payers in X12 270, and their answers in 271. */
@ServiceTest
class EligibilityInquiryResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INQUIRIES = "/api/patients/{id}/eligibility-inquiries";
    private static final String ANSWERS = "/api/patients/{id}/benefit-verifications/x12-271";

    @Test
    void thePatientIsAskedAboutAsSubscriber() throws Exception {
        // given
        var patientId = Desk.register(RIVERSIDE);

        // when
        var prepared = ask(RIVERSIDE, patientId, "{}");

        // then
        String x12 = prepared.statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("status", equalTo("PREPARED"))
                .extract()
                .path("x12");
        var lines = List.of(x12.split("~"));
        String trace = prepared.extract().path("trace");
        String control = prepared.extract().path("controlNumber");
        var group = String.valueOf(Long.parseLong(control));
        assertThat(lines.get(0))
                .matches(
                        "ISA\\*00\\* {10}\\*00\\* {10}\\*ZZ\\*RIVERSIDE {6}\\*ZZ\\*EXCLEARING {5}\\*\\d{6}\\*\\d{4}\\*\\^\\*00501\\*"
                                + control + "\\*0\\*T\\*:");
        assertThat(lines.get(1))
                .matches("GS\\*HS\\*RIVERSIDE\\*EXCLEARING\\*\\d{8}\\*\\d{4}\\*" + group + "\\*X\\*005010X279A1");
        assertThat(lines.get(2)).isEqualTo("ST*270*0001*005010X279A1");
        assertThat(lines.get(3)).matches("BHT\\*0022\\*13\\*" + trace + "\\*\\d{8}\\*\\d{4}");
        assertThat(lines.subList(4, lines.size()))
                .containsExactly(
                        "HL*1**20*1",
                        "NM1*PR*2*EXAMPLE HEALTH PLAN*****PI*EX001",
                        "HL*2*1*21*1",
                        "NM1*1P*2*RIVERSIDE PROGRAM*****XX*1234567893",
                        "HL*3*2*22*0",
                        "TRN*1*" + trace + "*9234567893",
                        "NM1*IL*1*EXAMPLE*AVERY****MI*MEM-0001",
                        "DMG*D8*19880417*F",
                        "DTP*291*D8*" + basic(today()),
                        "EQ*30^AI^MH^A4^A6^A8",
                        "SE*13*0001",
                        "GE*1*" + group,
                        "IEA*1*" + control);
    }

    @Test
    void thePatientIsAskedAboutAsDependent() throws Exception {
        // given
        var patientId = Desk.register(RIVERSIDE);

        // when
        var prepared = ask(RIVERSIDE, patientId, """
                {"subscriber":{"relationship":"SPOUSE","givenName":"José","familyName":"Exämple*~","birthDate":"1985-02-28"}}""");

        // then
        String x12 = prepared.statusCode(201).extract().path("x12");
        String trace = prepared.extract().path("trace");
        assertThat(x12)
                .contains("~HL*3*2*22*1~NM1*IL*1*EXAMPLE*JOSE****MI*MEM-0001~DMG*D8*19850228~HL*4*3*23*0~TRN*1*" + trace
                        + "*9234567893~NM1*03*1*EXAMPLE*AVERY~DMG*D8*19880417*F~INS*N*01~DTP*291*")
                .contains("~SE*17*0001~");
    }

    @Test
    void eachQuestionHasNumbersOfItsOwn() throws Exception {
        // given
        var patientId = Desk.register(RIVERSIDE);

        // when
        var first = ask(RIVERSIDE, patientId, "{}").statusCode(201).extract();
        var second = ask(RIVERSIDE, patientId, "{}").statusCode(201).extract();

        // then
        assertThat(first.<String>path("controlNumber")).isNotEqualTo(second.path("controlNumber"));
        assertThat(first.<String>path("trace")).isNotEqualTo(second.path("trace"));
        Desk.clinician(RIVERSIDE)
                .get(INQUIRIES, patientId)
                .then()
                .statusCode(200)
                .body("items.id", contains(first.<String>path("id"), second.<String>path("id")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /serviceOn                | {"serviceOn":"9999-12-31"}
            /serviceOn                | {"serviceOn":"2001-01-01"}
            /serviceOn                | {"serviceOn":null}
            /payer/electronicId       | {"payer":{"electronicId":null}}
            /payer/name               | {"payer":{"name":"保険"}}
            /memberNumber             | {"memberNumber":null}
            /memberNumber             | {"memberNumber":"***"}
            /subscriber/familyName    | {"subscriber":{"relationship":"CHILD"}}
            /subscriber/relationship  | {"subscriber":{"relationship":null,"familyName":"Example"}}
            """)
    void whatNoPayerCanBeAskedIsRefused(String pointer, String change) throws Exception {
        // when
        var refused = ask(RIVERSIDE, Desk.register(RIVERSIDE), change);

        // then
        refused.statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void anOrganizationThatPayersDoNotKnowAsksByPhone() throws Exception {
        // when
        var refused = ask(LAKESIDE, Desk.register(LAKESIDE), "{}");

        // then
        refused.statusCode(409).body("type", equalTo("/problems/payer-connection-not-set-up"));
    }

    @Test
    void anAnswerSettlesTheGateAndClosesTheQuestionAndTheOldVerification() throws Exception {
        // given
        var referralId = Desk.accepted(RIVERSIDE, "2.1");
        String patientId = Desk.coordinator(RIVERSIDE)
                .get("/api/referrals/{id}", referralId)
                .then()
                .extract()
                .path("patientId");
        var old = Desk.verified(RIVERSIDE, patientId);
        var asked = ask(RIVERSIDE, patientId, "{\"reverifies\":\"" + old + "\"}")
                .statusCode(201)
                .extract();
        var interchange = answer(asked.path("trace"), "EB*1**30~EB*B*IND*AI***7*40****Y*Y~");

        // when
        var taken = send(patientId, interchange);

        // then
        String id = taken.statusCode(201)
                .body("coverage", equalTo("ACTIVE"))
                .body("source", equalTo("X12_271"))
                .body("referenceNumber", equalTo(asked.<String>path("trace")))
                .body("conflicts", hasSize(0))
                .body("supersedes", equalTo(old))
                .body("terms.memberNumber", equalTo("MEM-0001"))
                .body("terms.authorizationRequired", equalTo("YES"))
                .body("terms.costShares[0].copayPer", equalTo("DAY"))
                .body("reverifyDueOn", notNullValue())
                .extract()
                .path("id");
        Desk.clinician(RIVERSIDE)
                .get(INQUIRIES + "/{i}", patientId, asked.path("id"))
                .then()
                .statusCode(200)
                .body("status", equalTo("ANSWERED"))
                .body("verificationId", equalTo(id));
        Desk.clinician(RIVERSIDE)
                .get("/api/referrals/{id}/admission-readiness", referralId)
                .then()
                .body("gates.find { it.gate == 'BENEFITS_SETTLED' }.met", equalTo(true));
        send(patientId, interchange).statusCode(409).body("type", equalTo("/problems/inquiry-answered"));
    }

    @Test
    void aContradictionIsSettledByAPerson() {
        // given
        var referralId = Desk.accepted(RIVERSIDE, "2.1");
        String patientId = Desk.coordinator(RIVERSIDE)
                .get("/api/referrals/{id}", referralId)
                .then()
                .extract()
                .path("patientId");

        // when
        var taken = send(patientId, answer("T-1", "EB*1**30~EB*C*IND*30***23*1500*****Y~EB*C*IND*30***23*2000*****Y~"));

        // then
        String id = taken.statusCode(201)
                .body("conflicts", contains(containsString("1500")))
                .body("terms.accumulators", hasSize(0))
                .extract()
                .path("id");
        settled(referralId, false);
        Desk.coordinator(RIVERSIDE)
                .header("If-Match", "\"0\"")
                .body(Desk.benefitCorrection())
                .post("/api/patients/{id}/benefit-verifications/{v}/corrections", patientId, id)
                .then()
                .statusCode(201)
                .body("source", equalTo("X12_271"))
                .body("conflicts", hasSize(0));
        settled(referralId, true);
    }

    @Test
    void anAnswerAboutSomebodyElseIsNotKept() throws Exception {
        // given
        var patientId = Desk.register(RIVERSIDE);
        var other = Desk.register(RIVERSIDE);
        String trace = ask(RIVERSIDE, other, "{}").statusCode(201).extract().path("trace");

        // then
        send(patientId, answer("T-1", "EB*1**30~").replace("19880417", "19880418"))
                .statusCode(409)
                .body("type", equalTo("/problems/identity-conflict"));
        send(patientId, answer(trace, "EB*1**30~"))
                .statusCode(409)
                .body("type", equalTo("/problems/identity-conflict"));
        Desk.clinician(RIVERSIDE)
                .get("/api/patients/{id}/benefit-verifications", patientId)
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void whatIsNoAnswerIsRefusedWithTheSegment() {
        // given
        var patientId = Desk.register(RIVERSIDE);
        var sound = answer("T-1", "EB*1**30~");

        // then
        Stream.of(
                        sound.substring(0, sound.length() / 2),
                        sound.substring(0, 106) + sound.substring(106).replace('~', '!'),
                        "MZ\u0000\u0001",
                        "{\"a\":1}",
                        answer("T-1", "EB*1**30~".repeat(50_000)),
                        answer("T-1", "EB*C*IND*30****-1~"))
                .forEach(hostile -> send(patientId, hostile)
                        .statusCode(422)
                        .body("errors[0].pointer", startsWith("/segments/"))
                        .body("detail", containsString("at segment ")));
        send(patientId, "").statusCode(422);
        send(patientId, sound + " ".repeat(1 << 20)).statusCode(413);
    }

    @Test
    void anOldAnswerIsDueAtOnce() {
        // given
        var patientId = Desk.register(RIVERSIDE);
        var interchange = Interchanges.of(basic(today().minusDays(40)), Interchanges.MEMBER + "EB*1**30~");

        // when
        var taken = send(patientId, interchange);

        // then
        taken.statusCode(201).body("overdue", equalTo(true)).body("coverage", equalTo("ACTIVE"));
    }

    private static void settled(String referralId, boolean met) {
        Desk.clinician(RIVERSIDE)
                .get("/api/referrals/{id}/admission-readiness", referralId)
                .then()
                .body("gates.find { it.gate == 'BENEFITS_SETTLED' }.met", equalTo(met));
    }

    private static String answer(String trace, String lines) {
        return Interchanges.of(basic(today().minusDays(1)), Interchanges.MEMBER.replace("TRACE-1", trace) + lines);
    }

    private static ValidatableResponse send(String patientId, String interchange) {
        return Desk.x12(RestAssured.given().auth().oauth2(TestTokens.bearer(RIVERSIDE, IntakeRoles.COORDINATOR)))
                .body(interchange)
                .post(ANSWERS, patientId)
                .then();
    }

    private static ValidatableResponse ask(String organization, String patientId, String change) throws Exception {
        JsonNode request = JSON.valueToTree(Desk.inquiry());
        return Desk.coordinator(organization)
                .body(merged(request, JSON.readTree(change)).toString())
                .post(INQUIRIES, patientId)
                .then();
    }

    /** Applies a JSON merge patch (RFC 7396). */
    private static JsonNode merged(JsonNode target, JsonNode patch) {
        patch.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                ((ObjectNode) target).remove(change.getKey());
            } else if (change.getValue() instanceof ObjectNode inner
                    && target.get(change.getKey()) instanceof ObjectNode old) {
                merged(old, inner);
            } else {
                ((ObjectNode) target).set(change.getKey(), change.getValue());
            }
        });
        return target;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/New_York"));
    }

    private static String basic(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
