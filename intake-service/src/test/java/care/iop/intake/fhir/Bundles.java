package care.iop.intake.fhir;

import care.iop.chassis.testing.TestTokens;
import care.iop.intake.Desk;
import care.iop.intake.IntakeRoles;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** FHIR bundles about invented people. Each new one is about another person. */
public final class Bundles {

    public static final String FHIR_JSON = "application/fhir+json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATIENT_URL = "urn:uuid:019a2b3c-0000-7000-8000-00000000000a";

    private Bundles() {}

    /** A bundle under construction. */
    public static final class Draft {

        private final ObjectNode bundle;

        private Draft(String type) {
            bundle = JSON.createObjectNode().put("resourceType", "Bundle").put("type", type);
            bundle.putArray("entry");
        }

        /** Adds a resource, written with single quotes. */
        public Draft with(String fullUrl, String resource) {
            var entry = bundle.withArray("entry").addObject();
            if (!fullUrl.isEmpty()) {
                entry.put("fullUrl", fullUrl);
            }
            entry.set("resource", read(resource.replace('\'', '"')));
            entry.putObject("request")
                    .put("method", "POST")
                    .put("url", entry.path("resource").path("resourceType").asText());
            return this;
        }

        public Draft with(String resource) {
            return with("", resource);
        }

        /** Changes the bundle as a whole. */
        public Draft change(Consumer<ObjectNode> change) {
            change.accept(bundle);
            return this;
        }

        /** Changes the entry at this place. */
        public Draft changeEntry(int index, Consumer<ObjectNode> change) {
            change.accept((ObjectNode) bundle.path("entry").path(index));
            return this;
        }

        /** Changes the resource at this place. */
        public Draft changeResource(int index, Consumer<ObjectNode> change) {
            return changeEntry(index, entry -> change.accept((ObjectNode) entry.path("resource")));
        }

        public String json() {
            return bundle.toString();
        }
    }

    /** An empty bundle of a type. */
    public static Draft of(String type) {
        return new Draft(type);
    }

    /** A transaction with a new person alone. */
    public static Draft person() {
        return of("transaction").with(PATIENT_URL, """
                        {'resourceType': 'Patient',
                         'identifier': [{'system': '%s', 'value': 'MRN-%s'}],
                         'name': [{'use': 'official', 'family': 'Example', 'given': ['Avery', 'Lee']}],
                         'telecom': [{'system': 'phone', 'use': 'mobile', 'value': '+1 555 010 0199'}],
                         'gender': 'female', 'birthDate': '1988-04-17'}""".formatted(Desk.MRN, UUID.randomUUID()));
    }

    /** A transaction with a new person, a request, a coverage, a PHQ-9 total of 14, and a condition that is not kept. */
    public static Draft complete() {
        return person().with(request())
                .with(coverage())
                .with(total("44261-6", "14"))
                .with("""
                {'resourceType': 'Condition', 'subject': {'reference': '%s'},
                 'recorder': {'reference': 'Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|9999999999'},
                 'code': {'text': 'Alcohol use disorder'}}""".formatted(PATIENT_URL));
    }

    /** An urgent request, under an identifier of its own. */
    public static String request() {
        return """
                {'resourceType': 'ServiceRequest',
                 'identifier': [{'system': 'https://hospital.example.org/orders', 'value': '%s'}],
                 'status': 'active', 'intent': 'order', 'priority': 'urgent',
                 'category': [{'coding': [{'system': 'http://snomed.info/sct', 'code': '3457005'}]}],
                 'subject': {'reference': '%s'},
                 'requester': {'reference': 'Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|9999999999'},
                 'reasonCode': [{'text': 'Relapse after residential treatment'}]}""".formatted(UUID.randomUUID(), PATIENT_URL);
    }

    public static String coverage() {
        return """
                {'resourceType': 'Coverage', 'status': 'active', 'type': {'text': 'PPO'}, 'subscriberId': 'MEM-0001',
                 'beneficiary': {'reference': '%s'}, 'period': {'start': '2026-01-01', 'end': '2026-12-31'},
                 'payor': [{'display': 'Example Health Plan'}]}""".formatted(PATIENT_URL);
    }

    /** A total score. */
    public static String total(String loinc, String value) {
        return """
                {'resourceType': 'Observation', 'status': 'final',
                 'code': {'coding': [{'system': 'http://loinc.org', 'code': '%s'}]},
                 'subject': {'reference': '%s'}, 'effectiveDateTime': '2026-08-20T09:30:00-04:00',
                 'valueQuantity': {'value': %s, 'system': 'http://unitsofmeasure.org', 'code': '{score}'}}""".formatted(loinc, PATIENT_URL, value);
    }

    /** Sends a bundle as an EHR does. */
    public static ValidatableResponse post(String organization, String bundle) {
        return Desk.json(TestTokens.system(organization, IntakeRoles.SENDS_REFERRALS))
                .contentType(FHIR_JSON)
                .body(bundle)
                .post("/fhir")
                .then();
    }

    /** Sends a bundle that is taken. */
    public static Sent send(String organization, Draft bundle) {
        return new Sent(
                post(organization, bundle.json()).statusCode(200).extract().jsonPath());
    }

    /** The answer to a bundle that was taken. */
    public record Sent(JsonPath answer) {

        public String status(int entry) {
            return answer.getString("entry[" + entry + "].response.status");
        }

        public String location(int entry) {
            return answer.getString("entry[" + entry + "].response.location");
        }

        /** What the OperationOutcome of the Patient's entry says, in all its issues. */
        public List<String> summary() {
            return answer.getList("entry[0].response.outcome.issue.details.text");
        }

        public String patientId() {
            return lastPart(location(0));
        }

        public String referralId() {
            return lastPart(summary().get(0));
        }

        public String insurancePolicyId() {
            return lastPart(location(2));
        }

        public String screeningResultId() {
            return lastPart(location(3));
        }

        private static String lastPart(String url) {
            return url.substring(url.lastIndexOf('/') + 1);
        }
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
