package care.iop.intake;

import static io.restassured.RestAssured.given;

import care.iop.chassis.testing.TestTokens;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The intake desk of two organizations with invented people: what has to be done before a test can begin. */
public final class Desk {

    public static final String RIVERSIDE = "riverside";
    public static final String LAKESIDE = "lakeside";
    public static final String PROGRAM_LIST = """
            external_id,name,levels,latitude,longitude,payers
            ACCESS-1,Example House,2.1,10,10,access-test
            """;
    public static final String MRN = "https://hospital.example.org/mrn";

    private Desk() {}

    public static RequestSpecification coordinator(String organization) {
        return as(organization, IntakeRoles.COORDINATOR);
    }

    public static RequestSpecification clinician(String organization) {
        return as(organization, IntakeRoles.CLINICIAN);
    }

    public static RequestSpecification as(String organization, String role) {
        return json(TestTokens.bearer(organization, role));
    }

    public static RequestSpecification json(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** Makes this a request that carries a list in CSV. */
    public static RequestSpecification csv(RequestSpecification request) {
        return request.config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("text/csv", ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("text/csv");
    }

    /** Puts one program into the directory and gives its identifier. */
    public static String list(String organization) {
        csv(given().auth().oauth2(TestTokens.bearer(organization, IntakeRoles.PROGRAM_DIRECTOR)))
                .body(PROGRAM_LIST)
                .post("/api/directory-programs/imports")
                .then()
                .statusCode(200);
        return as(organization, IntakeRoles.PROGRAM_DIRECTOR)
                .get("/api/directory-programs?payer=access-test")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    /** A new person, whom nothing but an identifier of their own tells from others. */
    public static Map<String, Object> person() {
        var person = new HashMap<String, Object>();
        person.put("givenName", "Avery");
        person.put("familyName", "Example");
        person.put("birthDate", "1988-04-17");
        person.put("administrativeGender", "FEMALE");
        person.put("identifiers", List.of(identifier("MRN-" + UUID.randomUUID())));
        return person;
    }

    public static Map<String, Object> identifier(String value) {
        return Map.of("system", MRN, "value", value);
    }

    /** Registers a new person and gives their identifier. */
    public static String register(String organization) {
        return coordinator(organization)
                .body(person())
                .post("/api/patients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A referral of a new person. */
    public static Map<String, Object> referral() {
        var referral = new HashMap<String, Object>();
        referral.put("patient", person());
        referral.put("source", "DISCHARGE_PLANNER");
        referral.put("urgency", "URGENT");
        referral.put("reason", "Leaves residential treatment on Friday.");
        return referral;
    }

    /** Receives a referral of a new person and gives its identifier. */
    public static String refer(String organization) {
        return coordinator(organization)
                .body(referral())
                .post("/api/referrals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Does one step of a referral, whatever its version; a screening is preceded by the acknowledgement that it needs. */
    public static ValidatableResponse step(String organization, String referralId, String step) {
        if (step.equals("screening")) {
            step(organization, referralId, "acknowledgement");
        }
        var body =
                switch (step) {
                    case "referral-elsewhere" -> Map.of("reason", "NO_CAPACITY", "referredTo", "Hillside program");
                    case "waitlisting" -> Map.of("pregnant", false, "injecting", false);
                    case "withdrawal" -> Map.of("reason", "PERSON_DECLINED");
                    case "loss" -> Map.of("reason", "NO_CONTACT");
                    default -> Map.of();
                };
        return coordinator(organization)
                .header("If-Match", "*")
                .body(body)
                .post("/api/referrals/{id}/" + step, referralId)
                .then();
    }

    /** Records a placement of the fourth edition. */
    public static ValidatableResponse place(String organization, String referralId, String levelOfCare) {
        return clinician(organization)
                .body(placement(levelOfCare))
                .post("/api/referrals/{id}/placements", referralId)
                .then();
    }

    public static Map<String, Object> placement(String levelOfCare) {
        return Map.of(
                "levelOfCare", levelOfCare,
                "criteriaEdition", "ASAM4",
                "rationale", "Needs more structure than weekly sessions give.");
    }

    /** A referral whose person a clinician has placed at a level. */
    public static String accepted(String organization, String levelOfCare) {
        return accept(organization, refer(organization), levelOfCare);
    }

    /** Another referral of a person who is known, accepted at a level. */
    public static String acceptedAgain(String organization, String patientId, String levelOfCare) {
        String id = coordinator(organization)
                .body(Map.of("patientId", patientId, "source", "SELF"))
                .post("/api/referrals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return accept(organization, id, levelOfCare);
    }

    private static String accept(String organization, String id, String levelOfCare) {
        step(organization, id, "screening").statusCode(200);
        place(organization, id, levelOfCare).statusCode(201);
        return id;
    }

    /** What admits the person of a referral today. */
    public static Map<String, Object> admission(String referralId) {
        var admission = new HashMap<String, Object>();
        admission.put("referralId", referralId);
        admission.put("programId", UUID.randomUUID().toString());
        admission.put("admittedOn", LocalDate.now(ZoneOffset.UTC).toString());
        return admission;
    }

    /** Admits the person of a new referral at level 2.1 and gives the admission's identifier. */
    public static String admit(String organization) {
        return coordinator(organization)
                .body(admission(accepted(organization, "2.1")))
                .post("/api/admissions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A PHQ-9 that was answered this minute: total 8. */
    public static Map<String, Object> screening() {
        var screening = screeningCorrection();
        screening.put("instrument", "PHQ-9");
        return screening;
    }

    /** What a PHQ-9 should have said: total 8. */
    public static Map<String, Object> screeningCorrection() {
        var correction = new HashMap<String, Object>();
        correction.put("takenAt", Instant.now().toString());
        correction.put("answers", Map.of("1", 1, "2", 1, "3", 1, "4", 1, "5", 1, "6", 1, "7", 1, "8", 1, "9", 0));
        return correction;
    }

    /** Records a PHQ-9 for a referral and gives the assessment's identifier. */
    public static String screened(String organization, String referralId) {
        return coordinator(organization)
                .body(screening())
                .post("/api/referrals/{id}/screening-assessments", referralId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Active coverage that somebody heard of by phone this minute. */
    public static Map<String, Object> verification() {
        var verification = benefitCorrection();
        verification.put("source", "PHONE");
        return verification;
    }

    /** What a benefit verification should have said: active coverage. */
    public static Map<String, Object> benefitCorrection() {
        var correction = new HashMap<String, Object>();
        correction.put("coverage", "ACTIVE");
        correction.put("referenceNumber", "REF-1");
        correction.put("verifiedAt", Instant.now().toString());
        correction.put("terms", Map.of("payer", Map.of("name", "Example Health Plan")));
        return correction;
    }

    /** Records that a person has active coverage, and gives the verification's identifier. */
    public static String verified(String organization, String patientId) {
        return coordinator(organization)
                .body(verification())
                .post("/api/patients/{id}/benefit-verifications", patientId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Map<String, Object> agreementToPay() {
        return Map.of("agreedOn", "2026-09-01", "agreedBy", "PATIENT", "estimateReference", "GFE-2026-0042");
    }

    /** Records that a person pays without insurance, and gives the agreement's identifier. */
    public static String agreedToPay(String organization, String patientId) {
        return coordinator(organization)
                .body(agreementToPay())
                .post("/api/patients/{id}/self-pay-agreements", patientId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Twelve days of H0015 from today on, asked of an invented payer. */
    public static Map<String, Object> authorization() {
        var today = LocalDate.now(ZoneId.of("America/New_York"));
        var authorization = new HashMap<String, Object>();
        authorization.put("payer", Map.of("name", "Example Health Plan", "electronicId", "EX001"));
        authorization.put("services", List.of(Map.of("code", "H0015", "units", 12)));
        authorization.put("requestedOn", today.toString());
        authorization.put("validFrom", today.toString());
        authorization.put("validTo", today.plusDays(89).toString());
        return authorization;
    }

    /** An approval of what was asked for. */
    public static Map<String, Object> approval() {
        var approval = new HashMap<String, Object>();
        approval.put("outcome", "APPROVED");
        approval.put("decidedOn", LocalDate.now(ZoneId.of("America/New_York")).toString());
        approval.put("number", "AUTH-77012");
        return approval;
    }

    /** Records that a payer was asked and allowed it, and gives the authorization's identifier. */
    public static String authorized(String organization, String patientId, Map<String, Object> request) {
        String id = coordinator(organization)
                .body(request)
                .post("/api/patients/{id}/authorizations", patientId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        coordinator(organization)
                .header("If-Match", "\"0\"")
                .body(approval())
                .post("/api/patients/{id}/authorizations/{authorizationId}/decision", patientId, id)
                .then()
                .statusCode(200);
        return id;
    }

    /** The subject of the tokens of an organization's one EHR. */
    public static String ehr(String organization) {
        return UUID.nameUUIDFromBytes(("ehr-" + organization).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The recipient whose machine is the organization's EHR, for treatment. */
    public static String ehrAsRecipient(String organization) {
        var officer = as(organization, IntakeRoles.COMPLIANCE_OFFICER);
        String known = officer.get("/api/recipients?clientSubject={subject}", ehr(organization))
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        return known != null
                ? known
                : as(organization, IntakeRoles.COMPLIANCE_OFFICER)
                        .body(Map.of(
                                "name", "Example Hospital",
                                "classes", List.of("TREATING_PROVIDERS"),
                                "purposes", List.of("TREATMENT"),
                                "clientSubject", ehr(organization)))
                        .post("/api/recipients")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    /** What a consent to tell a recipient of referral and enrollment says, complete. */
    public static Map<String, Object> consent(String... recipients) {
        var consent = new HashMap<String, Object>();
        consent.put("kind", "SPECIFIC");
        consent.put("discloser", "Riverside program");
        consent.put("information", "That I was referred, what became of it, and my level of care");
        consent.put("dataClasses", List.of("REFERRAL", "ENROLLMENT"));
        consent.put("recipients", List.of(recipients));
        consent.put("purposes", List.of("TREATMENT"));
        consent.put("expiry", Map.of("kind", "ON_EVENT", "event", "END_OF_TREATMENT"));
        consent.put("statements", List.of("RIGHT_TO_REVOKE"));
        return consent;
    }

    /** A signature of the person, a minute ago. */
    public static Map<String, Object> signature() {
        var signature = new HashMap<String, Object>();
        signature.put("signerName", "Avery Example");
        signature.put("signerRole", "PATIENT");
        signature.put("method", "ELECTRONIC");
        signature.put("identityKnownBy", "PHOTO_ID");
        signature.put("signedAt", Instant.now().minusSeconds(60).toString());
        return signature;
    }

    /** Drafts a consent and gives its identifier. */
    public static String draftConsent(String organization, String patientId, Map<String, Object> content) {
        return coordinator(organization)
                .body(content)
                .post("/api/patients/{id}/consents", patientId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Makes this a request that carries X12. */
    public static RequestSpecification x12(RequestSpecification request) {
        return request.config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/edi-x12", ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("application/edi-x12");
    }

    /** A question to an invented payer about today. */
    public static Map<String, Object> inquiry() {
        var inquiry = new HashMap<String, Object>();
        inquiry.put("payer", Map.of("name", "Example Health Plan", "electronicId", "EX001"));
        inquiry.put("memberNumber", "MEM-0001");
        inquiry.put("serviceOn", LocalDate.now(ZoneId.of("America/New_York")).toString());
        return inquiry;
    }

    /** Prepares a question to a payer and gives its identifier. */
    public static String inquired(String organization, String patientId) {
        return coordinator(organization)
                .body(inquiry())
                .post("/api/patients/{id}/eligibility-inquiries", patientId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Drafts and signs a consent and gives its identifier. */
    public static String signConsent(String organization, String patientId, Map<String, Object> content) {
        var id = draftConsent(organization, patientId, content);
        coordinator(organization)
                .header("If-Match", "*")
                .body(signature())
                .post("/api/consents/{id}/signature", id)
                .then()
                .statusCode(200);
        return id;
    }

    /** Whom a referral is about. */
    public static String patientOf(String organization, String referralId) {
        return coordinator(organization)
                .get("/api/referrals/{id}", referralId)
                .then()
                .statusCode(200)
                .extract()
                .path("patientId");
    }
}
