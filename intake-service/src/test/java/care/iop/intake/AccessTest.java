package care.iop.intake;

import static care.iop.intake.Desk.LAKESIDE;
import static care.iop.intake.Desk.RIVERSIDE;
import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COMPLIANCE_OFFICER;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;
import static care.iop.intake.IntakeRoles.READS_REFERRALS;
import static care.iop.intake.IntakeRoles.SENDS_REFERRALS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.testing.PlainCalls;
import care.iop.chassis.testing.PlainCalls.Answer;
import care.iop.chassis.testing.PlainCalls.Call;
import care.iop.chassis.testing.TestTokens;
import care.iop.intake.duplicate.Twins;
import care.iop.intake.fhir.Bundles;
import care.iop.intake.fhir.FhirAccessTest;
import care.iop.intake.notification.Receivers;
import care.iop.intake.placement.Recommendations;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who gets in where: each operation of the OpenAPI document, with and without a token, with each role, and from another
 * organization. An operation that the table below doesn't list fails the test.
 */
@ServiceTest
class AccessTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> ALL_ROLES = Set.of(
            COORDINATOR,
            CLINICIAN,
            "scheduler",
            PROGRAM_DIRECTOR,
            "analyst",
            "compliance-officer",
            "patient",
            SENDS_REFERRALS,
            READS_REFERRALS,
            "system/HealthcareService.rs",
            "system/Location.r");

    private static final Set<String> READERS = Set.of(COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR);

    private static final Set<String> PRIVACY_READERS =
            Set.of(COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR, COMPLIANCE_OFFICER);

    private static final Set<String> STAFF =
            Set.of(COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR, "scheduler", "analyst", "compliance-officer");

    private static final Set<String> STAFF_AND_PATIENTS =
            Set.of(COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR, "scheduler", "analyst", "compliance-officer", "patient");

    /** The operations that read or try what belongs to everybody. */
    private static final Set<String> ABOUT_NOBODY =
            Set.of("listInstruments", "getInstrument", "tryScore", "evaluateConsent");

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("registerPatient", Set.of(COORDINATOR)),
            Map.entry("getPatient", READERS),
            Map.entry("changePatient", Set.of(COORDINATOR)),
            Map.entry("listPatients", READERS),
            Map.entry("listPatientNames", Set.of(COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR, "scheduler")),
            Map.entry("listPossibleDuplicates", Set.of(COORDINATOR, PROGRAM_DIRECTOR)),
            Map.entry("getPossibleDuplicate", Set.of(COORDINATOR, PROGRAM_DIRECTOR)),
            Map.entry("keepApart", Set.of(COORDINATOR, PROGRAM_DIRECTOR)),
            Map.entry("searchDuplicates", Set.of(COORDINATOR, PROGRAM_DIRECTOR)),
            Map.entry("mergePatients", Set.of(COORDINATOR, PROGRAM_DIRECTOR)),
            Map.entry("getPatientMerge", Set.of(COORDINATOR, PROGRAM_DIRECTOR)),
            Map.entry("listPatientMerges", Set.of(COORDINATOR, PROGRAM_DIRECTOR)),
            Map.entry("undoPatientMerge", Set.of(COORDINATOR, PROGRAM_DIRECTOR)),
            Map.entry("receiveReferral", Set.of(COORDINATOR)),
            Map.entry("getReferral", READERS),
            Map.entry("listReferrals", READERS),
            Map.entry("acknowledgeReferral", Set.of(COORDINATOR)),
            Map.entry("startScreening", Set.of(COORDINATOR)),
            Map.entry("recordAccessTimes", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("waitlistReferral", Set.of(COORDINATOR)),
            Map.entry("recordInterimService", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("exportTedsAdmissions", Set.of(PROGRAM_DIRECTOR)),
            Map.entry("exportTedsDischarges", Set.of(PROGRAM_DIRECTOR)),
            Map.entry("exportOutcomeMeasures", Set.of(PROGRAM_DIRECTOR)),
            Map.entry("getWaitlist", READERS),
            Map.entry("referElsewhere", Set.of(COORDINATOR)),
            Map.entry("withdrawReferral", Set.of(COORDINATOR)),
            Map.entry("loseReferral", Set.of(COORDINATOR)),
            Map.entry("recordPlacement", Set.of(CLINICIAN)),
            Map.entry("getPlacement", READERS),
            Map.entry("listPlacements", READERS),
            Map.entry("evaluatePlacement", STAFF),
            Map.entry("estimateCosts", STAFF),
            Map.entry("determineSlidingFee", STAFF),
            Map.entry("schedulePaymentPlan", STAFF),
            Map.entry("findGoodFaithEstimateDeadline", STAFF),
            Map.entry("searchDirectory", STAFF_AND_PATIENTS),
            Map.entry("getDirectoryProgram", STAFF_AND_PATIENTS),
            Map.entry("importDirectory", Set.of(PROGRAM_DIRECTOR)),
            Map.entry("getAdmissionReadiness", READERS),
            Map.entry("recommendPlacement", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("getPlacementRecommendation", READERS),
            Map.entry("rerunPlacementRecommendation", READERS),
            Map.entry("listPlacementRecommendations", READERS),
            Map.entry("listPlacementActions", READERS),
            Map.entry("getPlacementAction", READERS),
            Map.entry("completePlacementAction", Set.of(CLINICIAN)),
            Map.entry("listPlacementReviews", READERS),
            Map.entry("getPlacementReview", READERS),
            Map.entry("admitPatient", Set.of(COORDINATOR)),
            Map.entry("changeLevelOfCare", Set.of(CLINICIAN)),
            Map.entry("startLeave", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("endLeave", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("dischargePatient", Set.of(CLINICIAN)),
            Map.entry("recordDataAtAdmission", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("recordDataAtDischarge", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("getReportingRecord", READERS),
            Map.entry("listPlannedContacts", READERS),
            Map.entry("completeContact", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("loseContact", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("getAdmission", READERS),
            Map.entry("listAdmissions", READERS),
            Map.entry("listInstruments", STAFF),
            Map.entry("getInstrument", STAFF),
            Map.entry("tryScore", STAFF),
            Map.entry("recordScreeningAssessment", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("correctScreeningAssessment", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("getScreeningAssessment", READERS),
            Map.entry("listScreeningAssessments", READERS),
            Map.entry("getScreeningResult", READERS),
            Map.entry("listScreeningResults", READERS),
            Map.entry("recordBenefitVerification", Set.of(COORDINATOR)),
            Map.entry("correctBenefitVerification", Set.of(COORDINATOR)),
            Map.entry("getBenefitVerification", READERS),
            Map.entry("listBenefitVerifications", READERS),
            Map.entry("listOverdueBenefitVerifications", READERS),
            Map.entry("receiveEligibilityResponse", Set.of(COORDINATOR)),
            Map.entry("receiveCoverageEligibilityResponse", Set.of(COORDINATOR)),
            Map.entry("prepareEligibilityInquiry", Set.of(COORDINATOR)),
            Map.entry("submitEligibilityInquiry", Set.of(COORDINATOR)),
            Map.entry("getEligibilityInquiry", READERS),
            Map.entry("listEligibilityInquiries", READERS),
            Map.entry("recordSelfPayAgreement", Set.of(COORDINATOR)),
            Map.entry("withdrawSelfPayAgreement", Set.of(COORDINATOR)),
            Map.entry("getSelfPayAgreement", READERS),
            Map.entry("listSelfPayAgreements", READERS),
            Map.entry("requestAuthorization", Set.of(COORDINATOR)),
            Map.entry("decideAuthorization", Set.of(COORDINATOR)),
            Map.entry("extendAuthorization", Set.of(COORDINATOR)),
            Map.entry("reviseAuthorization", Set.of(COORDINATOR)),
            Map.entry("closeAuthorization", Set.of(COORDINATOR)),
            Map.entry("getAuthorization", READERS),
            Map.entry("getAuthorizationBurnDown", READERS),
            Map.entry("listAuthorizations", READERS),
            Map.entry("listDueAuthorizations", READERS),
            Map.entry("getInsurancePolicy", READERS),
            Map.entry("listInsurancePolicies", READERS),
            Map.entry("registerRecipient", PRIVACY_READERS),
            Map.entry("changeRecipient", PRIVACY_READERS),
            Map.entry("getRecipient", PRIVACY_READERS),
            Map.entry("listRecipients", PRIVACY_READERS),
            Map.entry("registerNotificationReceiver", Set.of(COMPLIANCE_OFFICER)),
            Map.entry("changeNotificationReceiver", Set.of(COMPLIANCE_OFFICER)),
            Map.entry("renewNotificationReceiverKey", Set.of(COMPLIANCE_OFFICER)),
            Map.entry("getNotificationReceiver", Set.of(COMPLIANCE_OFFICER)),
            Map.entry("listNotificationReceivers", Set.of(COMPLIANCE_OFFICER)),
            Map.entry("draftConsent", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("changeConsentDraft", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("signConsent", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("revokeConsent", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("endConsent", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("voidConsent", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("getConsent", PRIVACY_READERS),
            Map.entry("listConsents", PRIVACY_READERS),
            Map.entry("printConsent", PRIVACY_READERS),
            Map.entry("evaluateConsent", STAFF),
            Map.entry("listOwnConsents", Set.of("patient")),
            Map.entry("revokeOwnConsent", Set.of("patient")),
            Map.entry("printOwnConsent", Set.of("patient")),
            Map.entry("recordTreatmentConsent", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("withdrawTreatmentConsent", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("listTreatmentConsents", PRIVACY_READERS),
            Map.entry("agreeRestriction", Set.of(COORDINATOR, CLINICIAN, COMPLIANCE_OFFICER)),
            Map.entry("endRestriction", Set.of(COORDINATOR, CLINICIAN, COMPLIANCE_OFFICER)),
            Map.entry("listRestrictions", PRIVACY_READERS),
            Map.entry("noteTreatingRelationship", Set.of(COORDINATOR, CLINICIAN, COMPLIANCE_OFFICER)),
            Map.entry("endTreatingRelationship", Set.of(COORDINATOR, CLINICIAN, COMPLIANCE_OFFICER)),
            Map.entry("listTreatingRelationships", PRIVACY_READERS),
            Map.entry("discloseByStaff", Set.of(COORDINATOR, CLINICIAN)),
            Map.entry("decideDisclosure", Set.of(COORDINATOR, CLINICIAN, COMPLIANCE_OFFICER)),
            Map.entry("listDisclosures", Set.of(COORDINATOR, PROGRAM_DIRECTOR, COMPLIANCE_OFFICER)),
            Map.entry("listRefusedDisclosures", Set.of(COMPLIANCE_OFFICER)),
            Map.entry("listOwnDisclosures", Set.of("patient")),
            Map.entry("readHealthcareService", everybodyAnd("HealthcareService")),
            Map.entry("searchHealthcareServices", everybodyAnd("HealthcareService")),
            Map.entry("readLocation", everybodyAnd("Location")),
            Map.entry("searchLocations", everybodyAnd("Location")),
            Map.entry("receiveReferralBundle", Set.of(COORDINATOR, SENDS_REFERRALS)));

    private static Set<String> everybodyAnd(String resource) {
        return Stream.concat(
                        STAFF_AND_PATIENTS.stream(),
                        Stream.of("system/" + resource + ".r", "system/" + resource + ".rs"))
                .collect(Collectors.toSet());
    }

    @Inject
    Database database;

    private String patientId;
    private String referralId;
    private String placementId;
    private String recommendationId;
    private String actionId;
    private String reviewId;
    private String admissionId;
    private String resultId;
    private String assessmentId;
    private String policyId;
    private String verificationId;
    private String agreementId;
    private String inquiryId;
    private String programId;
    private String authorizationId;
    private String recipientId;
    private String receiverId;
    private String consentId;
    private String signedConsentId;
    private String treatmentConsentId;
    private String restrictionId;
    private String relationshipId;
    private String pairId;
    private String mergeId;

    @BeforeEach
    void recordSomething() {
        var sent = Bundles.send(RIVERSIDE, Bundles.complete());
        patientId = sent.patientId();
        referralId = sent.referralId();
        resultId = sent.screeningResultId();
        policyId = sent.insurancePolicyId();
        verificationId = Desk.verified(RIVERSIDE, patientId);
        agreementId = Desk.agreedToPay(RIVERSIDE, patientId);
        inquiryId = Desk.inquired(RIVERSIDE, patientId);
        programId = Desk.list(RIVERSIDE);
        pairId = Twins.registerPair(RIVERSIDE);
        mergeId = Twins.mergeTwo(RIVERSIDE);
        assessmentId = Desk.screened(RIVERSIDE, referralId);
        Desk.step(RIVERSIDE, referralId, "screening").statusCode(200);
        placementId = Desk.place(RIVERSIDE, referralId, "2.1")
                .statusCode(201)
                .extract()
                .path("id");
        recommendationId = Recommendations.recommend(RIVERSIDE, referralId, "{\"dailySedativeUse\":true}")
                .statusCode(201)
                .extract()
                .path("id");
        actionId = database.rows(
                        "select id from placement_action where recommendation_id = ?",
                        UUID.fromString(recommendationId))
                .get(0);
        Desk.step(RIVERSIDE, referralId, "waitlisting").statusCode(204);
        admissionId = Desk.coordinator(RIVERSIDE)
                .body(Desk.admission(referralId))
                .post("/api/admissions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        authorizationId = Desk.authorized(RIVERSIDE, patientId, Desk.authorization());
        recipientId = Desk.ehrAsRecipient(RIVERSIDE);
        receiverId = Receivers.register(RIVERSIDE, "http://localhost:9/", "ADMISSION");
        consentId = Desk.draftConsent(RIVERSIDE, patientId, Desk.consent(recipientId));
        signedConsentId = Desk.signConsent(RIVERSIDE, patientId, Desk.consent(recipientId));
        treatmentConsentId = posted("treatment-consents", Desk.signature());
        restrictionId = posted("disclosure-restrictions", Map.of("dataClasses", List.of("MEASURES")));
        relationshipId = posted("treating-relationships", Map.of("recipientId", recipientId));
        reviewId = database.rows("""
                        insert into placement_review (organization_id, id, patient_id, admission_id, referral_id,
                            reason_codes, recommended_at, opened_at, version)
                        select organization_id, gen_random_uuid(), patient_id, id, referral_id, 'DAYS_30', now(), now(), 0
                        from admission where id = ? returning id
                        """, UUID.fromString(admissionId)).get(0);
    }

    private String posted(String collection, Map<String, Object> body) {
        return Desk.coordinator(RIVERSIDE)
                .body(body)
                .post("/api/patients/{id}/" + collection, patientId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void tableListsEveryOperationAndTheDocumentSaysTheSame() {
        // when
        var documented = new TreeMap<String, Set<String>>();
        operations().forEach((id, operation) -> documented.put(id, operation.roles()));

        // then
        assertThat(documented).containsExactlyInAnyOrderEntriesOf(ALLOWED);
    }

    @Test
    void nothingWithoutAValidToken() {
        // given
        var refused = List.of(
                TestTokens.expired(RIVERSIDE, COORDINATOR),
                TestTokens.wrongAudience(RIVERSIDE, COORDINATOR),
                TestTokens.wrongIssuer(RIVERSIDE, COORDINATOR),
                TestTokens.wrongKey(RIVERSIDE, COORDINATOR));
        operations().forEach((id, operation) -> {
            var without = call(operation, "{}");

            // when
            var answers = PlainCalls.sendAll(
                    Stream.concat(Stream.of(without), refused.stream().map(without::as))
                            .toList());

            // then
            assertThat(answers).as(id).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.contentType()).startsWith(operation.problemType());
            });
        });
    }

    @Test
    void nothingWithoutAnOrganization() {
        // given
        var token = TestTokens.withoutOrganization(COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR);

        // when
        var answers = PlainCalls.sendAll(operations().values().stream()
                .map(operation -> call(operation, "{}").as(token))
                .toList());

        // then
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(403));
    }

    @Test
    void onlyTheListedRolesGetIn() {
        // given
        var tokens = tokens(RIVERSIDE);
        operations().forEach((id, operation) -> {
            var allowed = ALLOWED.getOrDefault(id, Set.of());

            // when
            var answers = answersByRole(ALL_ROLES, role -> call(operation, "{}").as(tokens.get(role)));

            // then
            answers.forEach((role, answer) -> {
                if (allowed.contains(role)) {
                    assertThat(answer.status()).as(id + " as " + role).isNotIn(401, 403, 404, 500);
                } else {
                    assertThat(answer.status()).as(id + " as " + role).isEqualTo(403);
                    assertThat(answer.contentType()).as(id).startsWith(operation.problemType());
                }
            });
        });
    }

    @Test
    void anotherOrganizationSeesAndChangesNothing() {
        // given
        var before = everythingOf(RIVERSIDE);
        var tokens = tokens(LAKESIDE);

        operations().forEach((id, operation) -> {
            // when
            var answers = answersByRole(
                    ALLOWED.getOrDefault(id, Set.of()),
                    role -> call(operation, validBody(id)).as(tokens.get(role)).with("If-Match", "*"));

            // then
            answers.values().forEach(answer -> {
                assertThat(answer.body())
                        .as(id)
                        .doesNotContain(
                                patientId,
                                placementId,
                                recommendationId,
                                actionId,
                                reviewId,
                                admissionId,
                                resultId,
                                policyId,
                                verificationId,
                                agreementId,
                                inquiryId,
                                authorizationId,
                                assessmentId,
                                programId,
                                recipientId,
                                receiverId,
                                consentId,
                                signedConsentId,
                                treatmentConsentId,
                                restrictionId,
                                relationshipId,
                                pairId,
                                mergeId);
                if (ABOUT_NOBODY.contains(id)) {
                    assertThat(answer.status()).as(id).isEqualTo(200);
                } else if (operation.path().contains("{") || id.equals("receiveCoverageEligibilityResponse")) {
                    assertThat(answer.status()).as(id).isEqualTo(404);
                } else if (List.of(
                                "admitPatient",
                                "mergePatients",
                                "searchDuplicates",
                                "listPatientNames",
                                "registerNotificationReceiver")
                        .contains(id)) {
                    assertThat(answer.status()).as(id).isEqualTo(422);
                } else {
                    assertThat(answer.status()).as(id).isIn(200, 201);
                }
            });
        });

        // then
        assertThat(everythingOf(RIVERSIDE)).isEqualTo(before);
    }

    private static Map<String, Answer> answersByRole(Set<String> roles, Function<String, Call> call) {
        var inOrder = List.copyOf(roles);
        var answers = PlainCalls.sendAll(inOrder.stream().map(call).toList());
        return IntStream.range(0, inOrder.size()).boxed().collect(Collectors.toMap(inOrder::get, answers::get));
    }

    /** Valid everywhere, and naming what belongs to the first organization wherever a body can name anything. */
    private Object validBody(String operationId) {
        return switch (operationId) {
            case "registerPatient", "changePatient" -> Desk.person();
            case "keepApart", "undoPatientMerge" -> Map.of("reason", "Two people.");
            case "searchDuplicates" -> Map.of("patientId", patientId);
            case "mergePatients" -> Twins.merge(patientId, 0, UUID.randomUUID().toString(), 0);
            case "receiveReferral" -> Desk.referral();
            case "recordAccessTimes" -> Map.of("firstContactAt", "2026-09-01T13:00:00Z");
            case "waitlistReferral" -> Map.of("pregnant", true, "injecting", false);
            case "recordInterimService" -> Map.of("kind", "PRENATAL_CARE_REFERRAL", "givenOn", "2026-09-02");
            case "referElsewhere", "withdrawReferral", "loseReferral" -> Map.of("reason", "OTHER");
            case "recommendPlacement" -> Recommendations.facts("{}");
            case "completePlacementAction" -> Map.of("note", "Done.");
            case "evaluatePlacement" -> Map.of("criteriaEdition", "ASAM4");
            case "estimateCosts" -> """
                {"network":"IN_NETWORK","costShares":[{"service":"OTHER","copay":1,"deductibleApplies":false}],
                 "services":[{"on":"2026-09-07","service":"OTHER","allowed":1}]}""";
            case "determineSlidingFee" ->
                Map.of("annualIncome", 1, "householdSize", 1, "region", "ALASKA", "determinedOn", "2026-09-07");
            case "schedulePaymentPlan" ->
                Map.of("amount", 1, "installments", 1, "every", "WEEK", "firstDueOn", "2026-09-07");
            case "findGoodFaithEstimateDeadline" -> Map.of("trigger", "REQUESTED", "on", "2026-09-07");
            case "recordPlacement" -> Desk.placement("2.1");
            case "importDirectory" -> Desk.PROGRAM_LIST;
            case "tryScore" -> Map.of("answers", Map.of("1", 1));
            case "recordScreeningAssessment" -> Desk.screening();
            case "correctScreeningAssessment" -> Desk.screeningCorrection();
            case "recordBenefitVerification" -> Desk.verification();
            case "correctBenefitVerification" -> Desk.benefitCorrection();
            case "receiveCoverageEligibilityResponse" ->
                Map.of(
                        "resourceType",
                        "CoverageEligibilityResponse",
                        "status",
                        "active",
                        "outcome",
                        "complete",
                        "created",
                        "2026-11-01",
                        "patient",
                        Map.of("reference", "Patient/" + patientId),
                        "insurer",
                        Map.of("display", "Example Health Plan"));
            case "prepareEligibilityInquiry" -> Desk.inquiry();
            case "submitEligibilityInquiry" -> Map.of("recipientId", recipientId);
            case "requestAuthorization" -> Desk.authorization();
            case "decideAuthorization" -> Desk.approval();
            case "extendAuthorization" ->
                Map.of("outcome", "DENIED", "decidedOn", "2026-09-27", "reason", "NOT_MEDICALLY_NECESSARY");
            case "reviseAuthorization" ->
                Map.of(
                        "services",
                        List.of(Map.of("code", "H0015", "units", 1)),
                        "validFrom",
                        "2026-09-01",
                        "validTo",
                        "2026-09-30",
                        "note",
                        "As the letter says.");
            case "closeAuthorization" -> Map.of("closedOn", "2026-09-27", "reason", "USED_UP");
            case "recordSelfPayAgreement" -> Desk.agreementToPay();
            case "withdrawSelfPayAgreement" -> Map.of("withdrawnOn", "2026-09-27");
            case "admitPatient" -> Desk.admission(referralId);
            case "changeLevelOfCare" ->
                Map.of(
                        "levelOfCare", "1.5",
                        "criteriaEdition", "ASAM4",
                        "startsOn", "2026-10-19",
                        "rationale", "Works again.");
            case "startLeave" -> Map.of("startsOn", "2026-09-21", "reason", "MEDICAL");
            case "endLeave" -> Map.of("lastDayOn", "2026-09-27");
            case "dischargePatient" ->
                Map.of("dischargedOn", "2026-09-27", "lastContactOn", "2026-09-27", "reason", "COMPLETED");
            case "registerRecipient", "changeRecipient" -> Map.of("name", "Example Clinic");
            case "registerNotificationReceiver", "changeNotificationReceiver" ->
                Receivers.request(recipientId, "http://localhost:9/", "ADMISSION");
            case "draftConsent", "changeConsentDraft" -> Map.of("kind", "SPECIFIC");
            case "signConsent", "revokeConsent", "recordTreatmentConsent" -> Desk.signature();
            case "voidConsent" -> Map.of("reason", "Entered for the wrong person.");
            case "revokeOwnConsent" -> Map.of("signerName", "Avery Example");
            case "evaluateConsent" ->
                Map.of(
                        "consent", Map.of("content", Map.of("kind", "SPECIFIC")),
                        "question",
                                Map.of(
                                        "recipientId", UUID.randomUUID().toString(),
                                        "dataClass", "REFERRAL",
                                        "purpose", "TREATMENT"));
            case "agreeRestriction" -> Map.of("dataClasses", List.of("MEASURES"));
            case "noteTreatingRelationship" -> Map.of("recipientId", recipientId);
            case "discloseByStaff" ->
                Map.of(
                        "recipientId",
                        recipientId,
                        "dataClasses",
                        List.of("REFERRAL"),
                        "purpose",
                        "TREATMENT",
                        "what",
                        "Told.");
            case "completeContact", "loseContact" -> Map.of("closedOn", "2026-09-27");
            case "receiveReferralBundle" -> Bundles.complete().json();
            default -> "{}";
        };
    }

    private List<String> everythingOf(String organization) {
        return List.of(
                        "patient",
                        "possible_duplicate",
                        "patient_merge",
                        "referral",
                        "placement",
                        "placement_recommendation",
                        "placement_action",
                        "placement_review",
                        "admission",
                        "planned_contact",
                        "screening_result",
                        "screening_assessment",
                        "insurance_policy",
                        "benefit_verification",
                        "self_pay_agreement",
                        "eligibility_inquiry",
                        "service_authorization",
                        "authorization_step",
                        "directory_program",
                        "recipient",
                        "consent",
                        "treatment_consent",
                        "disclosure_restriction",
                        "treating_relationship",
                        "disclosure")
                .stream()
                .flatMap(
                        table -> database
                                .rows("select * from " + table + " where organization_id = ? order by id", organization)
                                .stream())
                .toList();
    }

    /** One token for each role, made once: a token takes longer to sign than most answers take. */
    private Map<String, String> tokens(String organization) {
        return Stream.concat(ALL_ROLES.stream(), ALLOWED.values().stream().flatMap(Set::stream))
                .distinct()
                .collect(Collectors.toMap(role -> role, role -> token(organization, role)));
    }

    private String token(String organization, String role) {
        if (role.startsWith("system/")) {
            return TestTokens.system(organization, role);
        }
        return role.equals("patient")
                ? TestTokens.forPatient(organization, UUID.fromString(patientId))
                : TestTokens.bearer(organization, role);
    }

    private Call call(Operation operation, Object body) {
        var path = (operation.path().endsWith("/disclosure-decision")
                        ? operation.path() + "?dataClass=REFERRAL&purpose=TREATMENT&recipientId=" + recipientId
                        : operation.path())
                .replace("{referralId}", referralId)
                .replace("{patientId}", patientId)
                .replace("{id}", idFor(operation.path()))
                .replace("{code}", "PHQ-9")
                .replace("{verificationId}", verificationId)
                .replace("{agreementId}", agreementId)
                .replace("{inquiryId}", inquiryId)
                .replace("{authorizationId}", authorizationId)
                .replace("{contactId}", UUID.randomUUID().toString());
        return new Call(
                operation.method(),
                path,
                Map.of("Content-Type", operation.bodyType()),
                operation.method().equals("GET") ? null : text(body));
    }

    private static String text(Object body) {
        if (body instanceof String text) {
            return text;
        }
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON can be made of " + body, e);
        }
    }

    private String idFor(String path) {
        if (path.startsWith("/api/notification-receivers")) {
            return receiverId;
        }
        if (path.startsWith("/api/recipients")) {
            return recipientId;
        }
        if (path.startsWith("/api/me/consents")) {
            return signedConsentId;
        }
        if (path.startsWith("/api/consents")) {
            return consentId;
        }
        if (path.contains("/treatment-consents/")) {
            return treatmentConsentId;
        }
        if (path.contains("/disclosure-restrictions/")) {
            return restrictionId;
        }
        if (path.contains("/treating-relationships/")) {
            return relationshipId;
        }
        if (path.startsWith("/api/possible-duplicates")) {
            return pairId;
        }
        if (path.startsWith("/api/patient-merges")) {
            return mergeId;
        }
        if (path.startsWith("/api/patients")) {
            return patientId;
        }
        if (path.startsWith("/api/directory-programs")
                || path.startsWith("/fhir/HealthcareService")
                || path.startsWith("/fhir/Location")) {
            return programId;
        }
        if (path.startsWith("/api/admissions")) {
            return admissionId;
        }
        if (path.contains("/placement-recommendations")) {
            return recommendationId;
        }
        if (path.startsWith("/api/placement-actions")) {
            return actionId;
        }
        if (path.startsWith("/api/placement-reviews")) {
            return reviewId;
        }
        if (path.contains("/placements")) {
            return placementId;
        }
        if (path.contains("/screening-assessments")) {
            return assessmentId;
        }
        if (path.contains("/screening-results")) {
            return resultId;
        }
        return path.contains("/insurance-policies") ? policyId : referralId;
    }

    private static Map<String, Operation> operations() {
        Map<String, Map<String, Map<String, Object>>> paths = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        var operations = new TreeMap<String, Operation>();
        // Machines that read of persons are FhirAccessTest's matter.
        paths.keySet().removeIf(path -> FhirAccessTest.ABOUT.matcher(path).matches());
        paths.forEach((path, methods) -> methods.forEach((method, operation) -> operations.put(
                String.valueOf(operation.get("operationId")),
                new Operation(
                        method.toUpperCase(Locale.ROOT),
                        path.replaceFirst("^/intake", ""),
                        roles(operation.get("security"))))));
        return operations;
    }

    private static Set<String> roles(Object security) {
        return security instanceof List<?> schemes
                        && schemes.get(0) instanceof Map<?, ?> scheme
                        && scheme.get("bearer") instanceof List<?> roles
                ? Set.copyOf(roles.stream().map(String::valueOf).toList())
                : Set.of();
    }

    /** One operation of the document. */
    private record Operation(String method, String path, Set<String> roles) {

        String bodyType() {
            if (path.endsWith("/imports")) {
                return "text/csv";
            }
            if (path.endsWith("/x12-271")) {
                return "application/edi-x12";
            }
            return isFhir() ? Bundles.FHIR_JSON : "application/json";
        }

        boolean isFhir() {
            return path.startsWith("/fhir");
        }

        String problemType() {
            return isFhir() ? Bundles.FHIR_JSON : "application/problem+json";
        }
    }
}
