package care.iop.intake.estimate;

import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.ServiceTest;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ServiceTest
class EstimateResourceTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Inject
    Database database;

    static Stream<WorkedEstimates.WorkedEstimate> estimates() {
        return WorkedEstimates.all();
    }

    @ParameterizedTest
    @MethodSource("estimates")
    void workedEstimate(WorkedEstimates.WorkedEstimate worked) throws Exception {
        // when
        var answer =
                Desk.as(RIVERSIDE, "analyst").body(worked.request().toString()).post("/api/estimates");

        // then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        var estimate = JSON.readTree(answer.asString());
        assertThat(lines(estimate)).isEqualTo(worked.lines());
        assertThat(money(estimate.at("/total/patient"))).isEqualTo(worked.patient());
    }

    @Test
    void theExampleOfTheDocumentIsAnsweredLabelledAndNotKept() {
        // given
        var before = database.rows("select count(*) from access_log");

        // when
        var answer = post("/api/estimates", EstimateRequest.EXAMPLE);

        // then
        answer.statusCode(200)
                .body("label", containsString("Estimate. This is not a bill"))
                .body("currency", equalTo("USD"))
                .body("accumulatorsAsOf", equalTo("2026-08-31"))
                .body("total.patient", equalTo(580.0f))
                .body("lines[1].copay", equalTo(40.0f))
                .body("lines[1].code", equalTo("90837"))
                .body("lines[2].outOfPocketRemaining", equalTo(2420.0f))
                .body("lines[2].deductibleRemaining", equalTo(0.0f))
                .body("assumptions.code", hasItems("COVERED", "ORDER", "ROUNDING", "IN_NETWORK", "ACCUMULATORS_DATE"))
                .body("assumptions.code", not(hasItem("NO_MAXIMUM")))
                .body("assumptions.text", hasItem(containsString("as of 2026-08-31")));
        assertThat(database.rows("select count(*) from access_log")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BALANCE_BILLING_EXCLUDED     | {"network":"OUT_OF_NETWORK"}
            NETWORK_UNKNOWN              | {"network":"UNKNOWN"}
            NO_MAXIMUM                   | {"accumulators":{"outOfPocketMaximum":null}}
            ONE_BENEFIT_YEAR             | {"accumulators":{"benefitYearEndsOn":null}}
            NEW_BENEFIT_YEAR             | {"services":[{"on":"2027-01-01","service":"INDIVIDUAL","allowed":1}]}
            EARLIER_SERVICES_NOT_COUNTED | {"services":[{"on":"2026-08-31","service":"INDIVIDUAL","allowed":1}]}
            FAMILY_EMBEDDED              | {"accumulators":{"deductible":{"family":{"remaining":1,"amount":2}}}}
            COPAY_BEFORE_DEDUCTIBLE      | {"costShares":[{"service":"INDIVIDUAL","copay":1,"deductibleApplies":true,"copayBeforeDeductible":true},{"service":"INTENSIVE_OUTPATIENT","copay":1,"deductibleApplies":true}]}
            COPAY_PER_DAY                | {"costShares":[{"service":"INDIVIDUAL","copay":1,"deductibleApplies":true,"copayPer":"DAY"},{"service":"INTENSIVE_OUTPATIENT","copay":1,"deductibleApplies":true}]}
            """)
    void whatIsTakenForGrantedIsSaidWhereItMattersOnly(String code, String change) throws Exception {
        // given
        var changed = merged(JSON.readTree(EstimateRequest.EXAMPLE).deepCopy(), JSON.readTree(change));
        post("/api/estimates", EstimateRequest.EXAMPLE).body("assumptions.code", not(hasItem(code)));

        // when
        var answer = post("/api/estimates", changed.toString());

        // then
        answer.statusCode(200).body("assumptions.code", hasItem(code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /costShares/0                             | {"costShares":[{"service":"INDIVIDUAL","deductibleApplies":false}]}
            /costShares/0                             | {"costShares":[{"service":"INDIVIDUAL","copay":1,"coinsurancePercent":1,"deductibleApplies":false}]}
            /costShares/0/copayPer                    | {"costShares":[{"service":"INDIVIDUAL","coinsurancePercent":1,"deductibleApplies":false,"copayPer":"DAY"}]}
            /costShares/0/copayBeforeDeductible       | {"costShares":[{"service":"INDIVIDUAL","coinsurancePercent":1,"deductibleApplies":false,"copayBeforeDeductible":true}]}
            /costShares/1/service                     | {"costShares":[{"service":"INDIVIDUAL","copay":1,"deductibleApplies":false},{"service":"INDIVIDUAL","copay":1,"deductibleApplies":false}]}
            /costShares/0/copay                       | {"costShares":[{"service":"INDIVIDUAL","copay":-0.01,"deductibleApplies":false}]}
            /costShares/0/coinsurancePercent          | {"costShares":[{"service":"INDIVIDUAL","coinsurancePercent":100.01,"deductibleApplies":false}]}
            /costShares/0/coinsurancePercent          | {"costShares":[{"service":"INDIVIDUAL","coinsurancePercent":-1,"deductibleApplies":false}]}
            /costShares/0/coinsurancePercent          | {"costShares":[{"service":"INDIVIDUAL","coinsurancePercent":0.001,"deductibleApplies":false}]}
            /costShares/0/deductibleApplies           | {"costShares":[{"service":"INDIVIDUAL","copay":1}]}
            /costShares                               | {"costShares":[]}
            /services                                 | {"services":[]}
            /services/0/service                       | {"services":[{"on":"2026-09-07","service":"FAMILY","allowed":1}]}
            /services/0/allowed                       | {"services":[{"on":"2026-09-07","service":"INDIVIDUAL","allowed":1.001}]}
            /services/0/allowed                       | {"services":[{"on":"2026-09-07","service":"INDIVIDUAL","allowed":10000000}]}
            /services/0/allowed                       | {"services":[{"on":"2026-09-07","service":"INDIVIDUAL","allowed":1E+999999999}]}
            /services/0/allowed                       | {"services":[{"on":"2026-09-07","service":"INDIVIDUAL","allowed":1E-999999999}]}
            /services/0/allowed                       | {"services":[{"on":"2026-09-07","service":"INDIVIDUAL"}]}
            /services/0/on                            | {"services":[{"on":"9999-12-31","service":"INDIVIDUAL","allowed":1}]}
            /services/0/on                            | {"services":[{"on":"2025-12-31","service":"INDIVIDUAL","allowed":1}]}
            /services/0/code                          | {"services":[{"on":"2026-09-07","service":"INDIVIDUAL","allowed":1,"code":"H001\\u00e9"}]}
            /accumulators/deductible                  | {"accumulators":null}
            /accumulators/deductible                  | {"accumulators":{"deductible":{"individual":null}}}
            /accumulators/asOf                        | {"accumulators":{"asOf":"2027-01-01"}}
            /accumulators/asOf                        | {"accumulators":{"asOf":"2025-12-31"}}
            /accumulators/asOf                        | {"accumulators":{"asOf":"9999-12-31"}}
            /accumulators/benefitYearEndsOn           | {"accumulators":{"benefitYearEndsOn":"9999-12-31"}}
            /accumulators/deductible/individual/remaining | {"accumulators":{"deductible":{"individual":{"remaining":1500.01}}}}
            /accumulators/deductible/individual/amount    | {"accumulators":{"deductible":{"individual":{"amount":null}}},"services":[{"on":"2027-01-01","service":"INDIVIDUAL","allowed":1}]}
            """)
    void anEstimateThatCannotBeMadeIsRefusedAtItsPlace(String pointer, String change) throws Exception {
        // given
        var changed = merged(JSON.readTree(EstimateRequest.EXAMPLE).deepCopy(), JSON.readTree(change));

        // when
        var refused = post("/api/estimates", changed.toString());

        // then
        refused.statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"network":"MAYBE"}
            {"costShares":[null]}
            {"services":[{"on":"2026-09-07","service":"INDIVIDUAL","allowed":"1.00"}]}
            {"services":[{"on":"2026-09-07","service":"INDIVIDUAL","allowed":"NaN"}]}
            {"services":[{"on":"2026-02-30","service":"INDIVIDUAL","allowed":1}]}
            {"services":[{"on":"2026-09-07","service":"INDIVIDUAL","allowed":1,"units":1000000000}]}
            """)
    void anEstimateThatCannotBeReadIsRefused(String change) throws Exception {
        // given
        var changed = merged(JSON.readTree(EstimateRequest.EXAMPLE).deepCopy(), JSON.readTree(change));

        // when
        var refused = post("/api/estimates", changed.toString());

        // then
        assertThat(refused.extract().statusCode()).isIn(400, 422);
    }

    @Test
    void tooManyServicesAreRefused() throws Exception {
        // given
        var request = (ObjectNode) JSON.readTree(EstimateRequest.EXAMPLE);
        var services = request.putArray("services");
        for (int i = 0; i < 501; i++) {
            services.addObject()
                    .put("on", "2026-09-07")
                    .put("service", "INDIVIDUAL")
                    .put("allowed", 1);
        }

        // when
        var refused = post("/api/estimates", request.toString());

        // then
        refused.statusCode(422).body("errors.pointer", hasItem("/services"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0        | 1  | CONTIGUOUS | 2026-09-07 | FULL_DISCOUNT    | 100 | 15960.00  | 0.000000
            15960.00 | 1  | CONTIGUOUS | 2026-09-07 | FULL_DISCOUNT    | 100 | 15960.00  | 100.000000
            15960.01 | 1  | CONTIGUOUS | 2026-09-07 | PARTIAL_DISCOUNT | 80  | 15960.00  | 100.000063
            16119.60 | 1  | CONTIGUOUS | 2026-09-07 | PARTIAL_DISCOUNT | 80  | 15960.00  | 101.000000
            19950.00 | 1  | CONTIGUOUS | 2026-09-07 | PARTIAL_DISCOUNT | 80  | 15960.00  | 125.000000
            19950.01 | 1  | CONTIGUOUS | 2026-09-07 | PARTIAL_DISCOUNT | 60  | 15960.00  | 125.000063
            23940.00 | 1  | CONTIGUOUS | 2026-09-07 | PARTIAL_DISCOUNT | 60  | 15960.00  | 150.000000
            23940.01 | 1  | CONTIGUOUS | 2026-09-07 | PARTIAL_DISCOUNT | 40  | 15960.00  | 150.000063
            27930.00 | 1  | CONTIGUOUS | 2026-09-07 | PARTIAL_DISCOUNT | 40  | 15960.00  | 175.000000
            27930.01 | 1  | CONTIGUOUS | 2026-09-07 | PARTIAL_DISCOUNT | 20  | 15960.00  | 175.000063
            31920.00 | 1  | CONTIGUOUS | 2026-09-07 | PARTIAL_DISCOUNT | 20  | 15960.00  | 200.000000
            31920.01 | 1  | CONTIGUOUS | 2026-09-07 | NO_DISCOUNT      | 0   | 15960.00  | 200.000063
            21640.00 | 2  | CONTIGUOUS | 2026-09-07 | FULL_DISCOUNT    | 100 | 21640.00  | 100.000000
            33000.01 | 4  | CONTIGUOUS | 2026-09-07 | PARTIAL_DISCOUNT | 80  | 33000.00  | 100.000030
            55720.00 | 8  | CONTIGUOUS | 2026-09-07 | FULL_DISCOUNT    | 100 | 55720.00  | 100.000000
            61400.00 | 9  | CONTIGUOUS | 2026-09-07 | FULL_DISCOUNT    | 100 | 61400.00  | 100.000000
            61400.01 | 9  | CONTIGUOUS | 2026-09-07 | PARTIAL_DISCOUNT | 80  | 61400.00  | 100.000016
            294280.01| 50 | CONTIGUOUS | 2026-09-07 | PARTIAL_DISCOUNT | 80  | 294280.00 | 100.000003
            19950.00 | 1  | ALASKA     | 2026-09-07 | FULL_DISCOUNT    | 100 | 19950.00  | 100.000000
            27050.01 | 2  | ALASKA     | 2026-09-07 | PARTIAL_DISCOUNT | 80  | 27050.00  | 100.000037
            18360.00 | 1  | HAWAII     | 2026-09-07 | FULL_DISCOUNT    | 100 | 18360.00  | 100.000000
            31420.01 | 3  | HAWAII     | 2026-09-07 | PARTIAL_DISCOUNT | 80  | 31420.00  | 100.000032
            15960.00 | 1  | CONTIGUOUS | 2026-01-12 | PARTIAL_DISCOUNT | 80  | 15650.00  | 101.980831
            15960.00 | 1  | CONTIGUOUS | 2026-01-13 | FULL_DISCOUNT    | 100 | 15960.00  | 100.000000
            15650.00 | 1  | CONTIGUOUS | 2025-01-14 | PARTIAL_DISCOUNT | 80  | 15060.00  | 103.917663
            15650.00 | 1  | CONTIGUOUS | 2025-01-15 | FULL_DISCOUNT    | 100 | 15650.00  | 100.000000
            19550.00 | 1  | ALASKA     | 2025-06-01 | FULL_DISCOUNT    | 100 | 19550.00  | 100.000000
            17990.01 | 1  | HAWAII     | 2025-06-01 | PARTIAL_DISCOUNT | 80  | 17990.00  | 100.000056
            15060.00 | 1  | CONTIGUOUS | 2024-01-11 | FULL_DISCOUNT    | 100 | 15060.00  | 100.000000
            31200.00 | 4  | CONTIGUOUS | 2024-06-01 | FULL_DISCOUNT    | 100 | 31200.00  | 100.000000
            25540.00 | 2  | ALASKA     | 2024-06-01 | FULL_DISCOUNT    | 100 | 25540.00  | 100.000000
            23500.00 | 2  | HAWAII     | 2024-06-01 | FULL_DISCOUNT    | 100 | 23500.00  | 100.000000
            """)
    void workedFeeClass(
            String income,
            int householdSize,
            String region,
            String day,
            String kind,
            int discount,
            String guideline,
            String percent)
            throws Exception {
        // when
        var answer = post("/api/sliding-fee", """
                {"annualIncome":%s,"householdSize":%d,"region":"%s","determinedOn":"%s"}""".formatted(income, householdSize, region, day));

        // then
        var fee = JSON.readTree(answer.statusCode(200).extract().asString());
        assertThat(fee.at("/feeClass/kind").asText()).isEqualTo(kind);
        assertThat(fee.at("/feeClass/discountPercent").asInt()).isEqualTo(discount);
        assertThat(money(fee.at("/guideline/amount"))).isEqualTo(guideline);
        assertThat(money(fee.at("/percentOfGuideline"))).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            15960    | 350   | 10.00
            15960    | 50.01 | 10.00
            15960    | 50    | 10.00
            15960    | 49.95 | 9.99
            15960    | 5     | 1.00
            15960    | 0     | 0.00
            15960.01 | 350   | 70.00
            15960.01 | 0.03  | 0.01
            15960.01 | 0.02  | 0.00
            20000    | 350   | 140.00
            24000    | 350   | 210.00
            28000    | 350   | 280.00
            31920.01 | 350   | 350.00
            """)
    void workedFee(String income, String fullCharge, String pays) throws Exception {
        // when
        var answer = post("/api/sliding-fee", """
                {"annualIncome":%s,"householdSize":1,"region":"CONTIGUOUS","determinedOn":"2026-09-07","fullCharge":%s}""".formatted(income, fullCharge));

        // then
        var fee = JSON.readTree(answer.statusCode(200).extract().asString());
        assertThat(money(fee.get("patientPays"))).isEqualTo(pays);
    }

    @Test
    void theFeeClassSaysWhoseTableItIsAndWhereTheFiguresAreFrom() {
        // when
        var answer = post("/api/sliding-fee", feeOn("2026-09-07"));

        // then
        answer.statusCode(200)
                .body("version", equalTo("sliding-fee-1.0"))
                .body("policy", containsString("[P]"))
                .body("guideline.source", equalTo("91 FR 1797"))
                .body("guideline.effectiveOn", equalTo("2026-01-13"))
                .body("guideline.firstPersonCertainty", equalTo("SECONDARY"))
                .body("guideline.eachAdditionalCertainty", equalTo("UNCONFIRMED"))
                .body("notes", hasItem(containsString("Nobody is refused")))
                .body("notes", hasItem(containsString("confirm them")))
                .body("notes", not(hasItem(containsString("more than a year old"))));
    }

    @ParameterizedTest
    @CsvSource({"2027-01-13,false", "2027-01-14,true", "2028-01-13,true"})
    void anOldGuidelineIsUsedWithAWarning(String day, boolean warned) {
        // when
        var notes = post("/api/sliding-fee", feeOn(day))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("notes", String.class);

        // then
        assertThat(notes.stream().anyMatch(note -> note.contains("more than a year old")))
                .isEqualTo(warned);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /determinedOn  | {"determinedOn":"2024-01-10"}
            /determinedOn  | {"determinedOn":"2028-01-14"}
            /determinedOn  | {"determinedOn":"9999-12-31"}
            /determinedOn  | {"determinedOn":null}
            /householdSize | {"householdSize":0}
            /householdSize | {"householdSize":51}
            /annualIncome  | {"annualIncome":-1}
            /annualIncome  | {"annualIncome":1000000000}
            /annualIncome  | {"annualIncome":null}
            /fullCharge    | {"fullCharge":0.001}
            /region        | {"region":null}
            """)
    void aFeeThatCannotBeFoundIsRefusedAtItsPlace(String pointer, String change) throws Exception {
        // given
        var changed = merged((ObjectNode) JSON.readTree(feeOn("2026-09-07")), JSON.readTree(change));

        // when
        var refused = post("/api/sliding-fee", changed.toString());

        // then
        refused.statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1000.00 | 3 | MONTH     | 2026-10-31 | LAST  | 2026-10-31 333.33, 2026-11-30 333.33, 2026-12-31 333.34
            1000.00 | 3 | MONTH     | 2026-10-31 | FIRST | 2026-10-31 333.34, 2026-11-30 333.33, 2026-12-31 333.33
            1000.00 | 4 | WEEK      | 2026-12-28 |       | 2026-12-28 250.00, 2027-01-04 250.00, 2027-01-11 250.00, 2027-01-18 250.00
            0.05    | 3 | TWO_WEEKS | 2026-09-07 |       | 2026-09-07 0.01, 2026-09-21 0.01, 2026-10-05 0.03
            0.03    | 3 | WEEK      | 2026-09-07 | FIRST | 2026-09-07 0.01, 2026-09-14 0.01, 2026-09-21 0.01
            99.99   | 1 | MONTH     | 2026-09-07 | FIRST | 2026-09-07 99.99
            100.00  | 3 | MONTH     | 2027-12-31 |       | 2027-12-31 33.33, 2028-01-31 33.33, 2028-02-29 33.34
            """)
    void workedPaymentPlan(
            String amount, int installments, String every, String first, String remainder, String expected)
            throws Exception {
        // given
        var request = JSON.createObjectNode()
                .put("amount", new BigDecimal(amount))
                .put("installments", installments)
                .put("every", every)
                .put("firstDueOn", first)
                .put("remainderOn", remainder);

        // when
        var answer = post("/api/payment-plans/schedule", request.toString());

        // then
        var plan = JSON.readTree(answer.statusCode(200).extract().asString());
        var found = new ArrayList<String>();
        plan.get("installments").forEach(one -> found.add(one.get("dueOn").asText() + " " + money(one.get("amount"))));
        assertThat(String.join(", ", found)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /installments | {"amount":0.02}
            /installments | {"installments":0}
            /installments | {"installments":121}
            /installments | {"installments":1000000000}
            /amount       | {"amount":-3}
            /firstDueOn   | {"firstDueOn":"9999-12-31"}
            """)
    void aPaymentPlanThatCannotBeIsRefusedAtItsPlace(String pointer, String change) throws Exception {
        // given
        var request = (ObjectNode) JSON.readTree("""
                {"amount":1000,"installments":3,"every":"MONTH","firstDueOn":"2026-10-31"}""");

        // when
        var refused = post(
                "/api/payment-plans/schedule",
                merged(request, JSON.readTree(change)).toString());

        // then
        refused.statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    /** 7 September (Labor Day), 12 October, 11 and 26 November 2026 are holidays. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SCHEDULED | 2026-09-08 | 2026-09-22 | true  | 2026-09-11 | 10
            SCHEDULED | 2026-09-08 | 2026-09-21 | true  | 2026-09-09 | 9
            SCHEDULED | 2026-09-08 | 2026-09-11 | true  | 2026-09-09 | 3
            SCHEDULED | 2026-09-08 | 2026-09-10 | false |            | 2
            SCHEDULED | 2026-09-08 | 2026-09-08 | false |            | 0
            SCHEDULED | 2026-09-03 | 2026-09-09 | true  | 2026-09-04 | 3
            SCHEDULED | 2026-09-04 | 2026-09-10 | true  | 2026-09-08 | 3
            SCHEDULED | 2026-09-12 | 2026-09-28 | true  | 2026-09-16 | 10
            REQUESTED | 2026-11-20 |            | true  | 2026-11-25 |
            REQUESTED | 2026-11-24 |            | true  | 2026-11-30 |
            """)
    void workedDeadline(
            String trigger, String on, String serviceOn, boolean required, String dueOn, Integer businessDaysAhead) {
        // given
        var request = new HashMap<String, Object>(Map.of("trigger", trigger, "on", on));
        request.put("serviceOn", serviceOn);

        // when
        var answer = Desk.as(RIVERSIDE, "scheduler")
                .body(request)
                .post("/api/good-faith-estimates/deadline")
                .then();

        // then
        answer.statusCode(200)
                .body("required", equalTo(required))
                .body("dueOn", equalTo(dueOn))
                .body("businessDaysAhead", equalTo(businessDaysAhead))
                .body("disputableFrom", equalTo(400.0f))
                .body("businessDays", containsString("federal holidays"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /serviceOn | {"trigger":"SCHEDULED","on":"2026-09-08"}
            /serviceOn | {"trigger":"SCHEDULED","on":"2026-09-08","serviceOn":"2026-09-07"}
            /serviceOn | {"trigger":"SCHEDULED","on":"2026-09-08","serviceOn":"9999-12-31"}
            /on        | {"trigger":"REQUESTED","on":"9999-12-31"}
            /trigger   | {"on":"2026-09-08"}
            """)
    void aDeadlineThatCannotBeFoundIsRefusedAtItsPlace(String pointer, String request) {
        // when
        var refused = post("/api/good-faith-estimates/deadline", request);

        // then
        refused.statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    private static ValidatableResponse post(String path, String body) {
        return Desk.coordinator(RIVERSIDE).body(body).post(path).then();
    }

    private static String feeOn(String day) {
        return """
                {"annualIncome":15960,"householdSize":2,"region":"ALASKA","determinedOn":"%s"}""".formatted(day);
    }

    private static List<String> lines(JsonNode estimate) {
        var lines = new ArrayList<String>();
        estimate.get("lines")
                .forEach(line -> lines.add(Stream.of("deductible", "copay", "coinsurance", "spared", "patient")
                        .map(part -> money(line.get(part)))
                        .reduce((left, right) -> left + " " + right)
                        .orElseThrow()));
        return lines;
    }

    private static String money(JsonNode number) {
        return number.decimalValue().toPlainString();
    }

    /** Applies a JSON merge patch (RFC 7396). */
    private static ObjectNode merged(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                target.remove(change.getKey());
            } else if (change.getValue() instanceof ObjectNode inner
                    && target.get(change.getKey()) instanceof ObjectNode old) {
                merged(old, inner);
            } else {
                target.set(change.getKey(), change.getValue());
            }
        });
        return target;
    }
}
