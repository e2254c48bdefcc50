package care.iop.local.story;

import care.iop.local.story.StoryApi.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One person's way through the suite. It plays in last week, so that the week's sessions are over and attendance can be
 * marked; every run admits a new person into the same program.
 */
public final class Story {

    private static final String EHR = "ehr-demo";
    private static final String COORDINATOR = "dana.coordinator";
    private static final String CLINICIAN = "casey.clinician";
    private static final String SCHEDULER = "sam.scheduler";
    private static final String COMPLIANCE = "cody.compliance";
    private static final String PATIENT = "pat.patient";

    private static final String APPOINTMENTS = "/scheduling/fhir/Appointment?patient=";

    private static final String BUNDLE = """
            {
              "resourceType": "Bundle",
              "type": "transaction",
              "entry": [
                {
                  "fullUrl": "urn:uuid:%1$s",
                  "resource": {
                    "resourceType": "Patient",
                    "identifier": [{"system": "https://hospital.example.org/mrn", "value": "%1$s"}],
                    "name": [{"family": "Example", "given": ["Avery"]}],
                    "gender": "female",
                    "birthDate": "1988-04-17",
                    "telecom": [{"system": "phone", "value": "+1 555 010 0199"}]
                  },
                  "request": {"method": "POST", "url": "Patient"}
                },
                {
                  "fullUrl": "urn:uuid:%2$s",
                  "resource": {
                    "resourceType": "ServiceRequest",
                    "identifier": [{"system": "https://hospital.example.org/order", "value": "%2$s"}],
                    "status": "active",
                    "intent": "order",
                    "code": {"text": "Intensive outpatient treatment"},
                    "subject": {"reference": "urn:uuid:%1$s"}
                  },
                  "request": {"method": "POST", "url": "ServiceRequest"}
                },
                {
                  "resource": {
                    "resourceType": "Observation",
                    "identifier": [{"system": "https://hospital.example.org/observation", "value": "%3$s"}],
                    "status": "final",
                    "code": {"coding": [{"system": "http://loinc.org", "code": "75626-2"}]},
                    "subject": {"reference": "urn:uuid:%1$s"},
                    "effectiveDateTime": "%4$s",
                    "valueQuantity": {"value": 9, "unit": "{score}", "system": "http://unitsofmeasure.org", "code": "{score}"}
                  },
                  "request": {"method": "POST", "url": "Observation"}
                }
              ]
            }
            """;

    /** What a clinician found: the time of the last use, the day of the interview, and the ratings of D3 and D5. */
    private final StoryApi api;

    private final PatientLogin login;
    private final Clock clock;
    private final Consumer<String> out;

    /** A story told to {@code out}, one line for each thing that happened. */
    public Story(URI origin, TokenSource tokens, PatientLogin login, Clock clock, Consumer<String> out) {
        this.api = new StoryApi(origin, tokens);
        this.login = login;
        this.clock = clock;
        this.out = out;
    }

    /** Plays it from the referral to the caseload; fails with {@link StoryFailed} at the first step that goes wrong. */
    public StoryOutcome play() {
        var monday = LocalDate.now(clock.withZone(DemoProgram.ZONE))
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(1);
        var program = new DemoProgram(api).ready();
        out.accept("scheduling  the demo program is set up: three tracks, 15 hours over 5 days a week");

        var referral = refer();
        var patient = UUID.fromString(referral.text("patientId"));
        var consent = consentToTellTheSender(referral.id(), patient);
        sendElsewhere();
        estimate(monday);
        var admission = admit(referral, patient, program, monday);
        tellTheSender(referral.id());
        var payer = new PayerChapter(api, COORDINATOR, out);
        var authorization = payer.authorize(patient, monday, LocalDate.now(clock.withZone(DemoProgram.ZONE)));
        var week = roster(admission, program, monday);
        login.belongsTo(patient);
        seeOwnWeek(admission, monday);
        tellTheAppointments(patient, week.required("sessions").size());
        markAttendance(week);
        payer.tellWhatIsLeft(authorization);
        var assessment = checkInAndAnswer(patient);
        revoke(consent, patient, referral.id());
        return caseload(patient, referral.id(), admission, program, monday, week, assessment);
    }

    private Answer refer() {
        var bundle = BUNDLE.formatted(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                clock.instant().minusSeconds(86_400));
        var answer = api.postFhir(EHR, "/intake/fhir", bundle);
        var location = location(answer, "/referrals/");
        var referral = api.get(COORDINATOR, "/intake/api/referrals/" + location);
        out.accept("intake      an EHR referred patient " + referral.text("patientId")
                + " with a FHIR bundle; referral " + referral.id());
        return referral;
    }

    /** The identifier that follows this part of a path in the first location or text that names it. */
    private static UUID location(Answer answer, String part) {
        for (var entry : answer.body().required("entry")) {
            var text = entry.toString();
            int at = text.indexOf(part);
            if (at >= 0) {
                return UUID.fromString(text.substring(at + part.length(), at + part.length() + 36));
            }
        }
        throw new StoryFailed("The answer to the bundle names no referral: " + answer.body());
    }

    /** Without a consent even who sent the referral learns nothing; with one, what it covers. */
    private UUID consentToTellTheSender(UUID referral, UUID patient) {
        api.getFhir(EHR, "/intake/fhir/Task/" + referral, 404);
        var draft =
                api.post(COORDINATOR, "/intake/api/patients/" + patient + "/consents", """
                {"kind": "SPECIFIC", "discloser": "Riverside Intensive Outpatient Program",
                 "information": "That I was referred, what became of it, my level of care and my appointments",
                 "dataClasses": ["REFERRAL", "ENROLLMENT", "ATTENDANCE"], "recipients": ["%s"], "purposes": ["TREATMENT"],
                 "expiry": {"kind": "ON_EVENT", "event": "END_OF_TREATMENT"}, "statements": ["RIGHT_TO_REVOKE"]}
                """.formatted(hospital()), 201);
        api.move(COORDINATOR, "/intake/api/consents/" + draft.id() + "/signature", signature(), draft.etag());
        out.accept(
                "intake      the hospital asked what became of its referral and was told nothing, as of a person whom nobody"
                        + " knows; the patient then signed a consent for it");
        tellTheSender(referral);
        return draft.id();
    }

    /** The demo EHR as a recipient that consents can name; registered once. */
    private UUID hospital() {
        var subject = api.subject(EHR);
        var known = api.get(COMPLIANCE, "/intake/api/recipients?clientSubject=" + subject)
                .body()
                .at("/items/0/id");
        return known.isTextual()
                ? UUID.fromString(known.asText())
                : api.post(COMPLIANCE, "/intake/api/recipients", """
                        {"name": "Example Hospital", "classes": ["TREATING_PROVIDERS"], "purposes": ["TREATMENT"],
                         "clientSubject": "%s"}
                        """.formatted(subject), 201)
                        .id();
    }

    private void tellTheSender(UUID referral) {
        var task = api.getFhir(EHR, "/intake/fhir/Task/" + referral, 200).body();
        out.accept("intake      under the consent the hospital reads that its referral is "
                + task.at("/businessStatus/text").asText());
    }

    /** The hospital reads the appointments from scheduling, which knows of the consent by intake's events. */
    private void tellTheAppointments(UUID patient, int sessions) {
        var found = api.await(
                EHR,
                APPOINTMENTS + patient,
                "the appointments for the hospital",
                answer -> answer.body().path("entry").size() == sessions);
        out.accept("scheduling  under the same consent the hospital finds "
                + found.body().required("entry").size() + " appointments over FHIR");
    }

    private void revoke(UUID consent, UUID patient, UUID referral) {
        api.move(
                PATIENT,
                "/intake/api/me/consents/" + consent + "/revocation",
                "{\"signerName\": \"Avery Example\"}",
                "*");
        api.getFhir(EHR, "/intake/fhir/Task/" + referral, 404);
        if (!api.getFhir(EHR, APPOINTMENTS + patient, 200).body().path("entry").isEmpty()) {
            throw new StoryFailed("Scheduling still discloses appointments after the revocation was answered.");
        }
        var account = api.get(PATIENT, "/intake/api/me/disclosures").body().required("items");
        out.accept(
                "intake      the patient revoked the consent, and from then on the hospital is told nothing again; the patient's"
                        + " account of disclosures has " + account.size() + " rows");
    }

    /** Two days at 350 dollars, 500 of the deductible left, 20 percent after it: 350, then 150 and 20 percent of 200. */
    private void estimate(LocalDate monday) {
        var estimate = api.post(COORDINATOR, "/intake/api/estimates", """
                {"network": "IN_NETWORK",
                 "costShares": [{"service": "INTENSIVE_OUTPATIENT", "coinsurancePercent": 20, "deductibleApplies": true}],
                 "accumulators": {"asOf": "%1$s", "deductible": {"individual": {"remaining": 500.00}}},
                 "services": [
                   {"on": "%1$s", "service": "INTENSIVE_OUTPATIENT", "code": "H0015", "allowed": 350.00},
                   {"on": "%2$s", "service": "INTENSIVE_OUTPATIENT", "code": "H0015", "allowed": 350.00}]}
                """.formatted(monday, monday.plusDays(1)), 200)
                .body();
        out.accept("intake      two days of treatment will cost a member of this plan about "
                + estimate.at("/total/patient").asText() + " "
                + estimate.required("currency").asText()
                + ": 350 and 150 of the deductible, then 20 percent of 200");
    }

    private String signature() {
        return """
                {"signerName": "Avery Example", "signerRole": "PATIENT", "method": "ELECTRONIC",
                 "identityKnownBy": "PHOTO_ID", "signedAt": "%s"}
                """.formatted(Instant.now(clock).minusSeconds(60));
    }

    private UUID admit(Answer referral, UUID patient, UUID program, LocalDate monday) {
        var path = "/intake/api/referrals/" + referral.id();
        var acknowledged = api.move(COORDINATOR, path + "/acknowledgement", null, referral.etag());
        api.move(COORDINATOR, path + "/screening", null, acknowledged.etag());
        var recommendation = recommend(path, PlacementFacts.now(clock, 2, 2));
        api.post(CLINICIAN, path + "/placements", """
                {"levelOfCare": "2.1", "criteriaEdition": "ASAM4", "recommendationId": "%s",
                 "rationale": "Stable at home, needs more structure than weekly sessions give."}
                """.formatted(recommendation), 201);
        var person = "/intake/api/patients/" + patient;
        api.post(COORDINATOR, person + "/treatment-consents", signature(), 201);
        api.post(COORDINATOR, person + "/self-pay-agreements", """
                {"agreedOn": "%s", "agreedBy": "PATIENT", "estimateReference": "estimate of the first week"}
                """.formatted(monday), 201);
        var readiness = api.get(COORDINATOR, path + "/admission-readiness?startsOn=" + monday)
                .body();
        out.accept("intake      what has to be settled before treatment:");
        for (var gate : readiness.required("gates")) {
            out.accept("              " + gate.required("gate").asText() + ": "
                    + gate.required("reason").asText());
        }
        var admission =
                api.post(COORDINATOR, "/intake/api/admissions", """
                {"referralId": "%s", "programId": "%s", "admittedOn": "%s", "prescribedMinutesPerWeek": 900}
                """.formatted(referral.id(), program, monday), 201);
        out.accept("intake      acknowledged, placed at level 2.1 by a clinician and admitted on " + monday
                + "; admission " + admission.id());
        return admission.id();
    }

    /** Somebody else asks for help and needs more than the program gives: overridden by a clinician, and sent on. */
    private void sendElsewhere() {
        var referral = api.post(COORDINATOR, "/intake/api/referrals", """
                {"patient": {"givenName": "Jordan", "familyName": "Sample", "birthDate": "1988-04-17",
                  "administrativeGender": "OTHER"},
                 "source": "FAMILY", "urgency": "URGENT", "reason": "Asked for by a sister."}
                """, 201);
        var path = "/intake/api/referrals/" + referral.id();
        var acknowledged = api.move(COORDINATOR, path + "/acknowledgement", null, referral.etag());
        api.move(COORDINATOR, path + "/screening", null, acknowledged.etag());
        var recommendation = recommend(path, PlacementFacts.now(clock, 3, 2));
        api.post(CLINICIAN, path + "/placements", """
                {"levelOfCare": "3.5", "criteriaEdition": "ASAM4", "recommendationId": "%s",
                 "rationale": "Could not stay away from alcohol for a day outside a protected setting.",
                 "overrideReason": "Two attempts at day treatment failed within a month."}
                """.formatted(recommendation), 201);
        var placed = api.get(COORDINATOR, path);
        api.move(COORDINATOR, path + "/referral-elsewhere", """
                {"reason": "NEEDS_HIGHER_LEVEL", "referredTo": "Hillside residential program"}
                """, placed.etag());
        out.accept(
                "intake      a second person was placed at level 3.5, against the rules and with the clinician's reason,"
                        + " and referred to a residential program");
    }

    /** Asks for a level of care and tells the reasons; the recommendation decides nothing. */
    private UUID recommend(String referralPath, String facts) {
        var answer = api.post(CLINICIAN, referralPath + "/placement-recommendations", facts, 201);
        var advice = answer.body().required("advice");
        var level = advice.path("recommendedLevel").asText("none");
        out.accept("intake      the rules " + advice.required("ruleSetVersion").asText() + " say "
                + advice.required("decision").asText() + ", level " + level + ", because");
        for (var reason : advice.required("reasons")) {
            out.accept("              " + reason.required("ruleId").asText() + " "
                    + reason.required("text").asText());
        }
        return answer.id();
    }

    private JsonNode roster(UUID admission, UUID program, LocalDate monday) {
        var path = "/scheduling/api/enrollments/" + admission;
        var enrollment = api.await(SCHEDULER, path, "the enrollment in scheduling", a -> true);
        out.accept("scheduling  heard of the admission: the enrollment has the same identifier");
        api.put(SCHEDULER, path + "/availability", """
                {"available": [
                   {"day": "MONDAY", "from": "08:00", "until": "13:00"}, {"day": "TUESDAY", "from": "08:00", "until": "13:00"},
                   {"day": "WEDNESDAY", "from": "08:00", "until": "13:00"}, {"day": "THURSDAY", "from": "08:00", "until": "13:00"},
                   {"day": "FRIDAY", "from": "08:00", "until": "13:00"}, {"day": "SATURDAY", "from": "09:00", "until": "12:00"}],
                 "busy": []}
                """, enrollment.etag());
        var run = api.post(SCHEDULER, "/scheduling/api/roster-runs", """
                {"programId": "%s", "weekStartingOn": "%s", "seed": 1, "timeLimitSeconds": 5}
                """.formatted(program, monday), 202);
        var runPath = "/scheduling/api/roster-runs/" + run.id();
        var solved = api.await(
                SCHEDULER,
                runPath,
                "the solved roster",
                a -> !a.text("status").equals("QUEUED") && !a.text("status").equals("RUNNING"));
        if (!solved.text("status").equals("SOLVED")) {
            throw new StoryFailed("The roster run ended as " + solved.body());
        }
        api.move(SCHEDULER, runPath + "/publication", "{}", solved.etag());
        var week = api.get(SCHEDULER, path + "/week?startingOn=" + monday).body();
        out.accept("scheduling  the published week holds "
                + week.required("plannedMinutes").asInt() / 60.0 + " hours over "
                + week.required("days").asInt() + " days:");
        for (var session : week.required("sessions")) {
            out.accept("              " + session.required("sessionOn").asText() + " "
                    + session.required("localStart").asText().substring(0, 5) + "–"
                    + session.required("localEnd").asText().substring(0, 5) + "  "
                    + session.required("kind").asText());
        }
        return week;
    }

    private void seeOwnWeek(UUID admission, LocalDate monday) {
        api.get(PATIENT, "/scheduling/api/enrollments/" + admission + "/week?startingOn=" + monday);
        out.accept("scheduling  the patient signed in and saw the week too");
    }

    /** The second session came late, the last was missed; all others were attended. */
    private void markAttendance(JsonNode week) {
        var sessions = week.required("sessions");
        for (int i = 0; i < sessions.size(); i++) {
            var mark = i == 1
                    ? "{\"code\": \"LATE\", \"minutesLate\": 10}"
                    : i == sessions.size() - 1 ? "{\"code\": \"NO_SHOW\"}" : "{\"code\": \"ATTENDED\"}";
            api.post(
                    CLINICIAN,
                    "/scheduling/api/bookings/"
                            + sessions.get(i).required("bookingId").asText() + "/attendance",
                    mark,
                    201);
        }
        out.accept("scheduling  a clinician marked attendance: one late by 10 minutes, one missed, the rest attended");
    }

    private Answer checkInAndAnswer(UUID patient) {
        var today = LocalDate.now(clock.withZone(DemoProgram.ZONE));
        var path = "/progress/api/patients/" + patient;
        api.await(CLINICIAN, path + "/check-ins", "the episode in progress", a -> true);
        api.post(PATIENT, path + "/check-ins", """
                {"forOn": "%s", "mood": 5, "craving": 6, "substanceUse": false, "sleepHours": 6.5,
                 "note": "Long day, but I called my sponsor.", "noteShared": false}
                """.formatted(today), 201);
        out.accept("progress    the patient checked in for " + today + ": mood 5, craving 6");
        var assessment = api.post(
                PATIENT, path + "/assessments", """
                {"instrument": "PHQ-9", "takenAt": "%s",
                 "answers": {"1": 2, "2": 1, "3": 2, "4": 2, "5": 1, "6": 1, "7": 1, "8": 0, "9": 1, "10": 1}}
                """.formatted(Instant.now(clock).minusSeconds(60)), 201);
        out.accept("progress    the patient answered the PHQ-9: total " + assessment.text("total") + ", "
                + assessment.text("band") + "; item 9 was not 0");
        return assessment;
    }

    private StoryOutcome caseload(
            UUID patient,
            UUID referral,
            UUID admission,
            UUID program,
            LocalDate monday,
            JsonNode week,
            Answer assessment) {
        var isoWeek = "%d-W%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        int units = week.required("sessions").size();
        var line = api.await(
                        CLINICIAN,
                        "/progress/api/episodes/" + admission + "/weeks?from=" + isoWeek + "&to=" + isoWeek,
                        "the attendance of " + units + " sessions in progress",
                        a -> !a.body().required("items").isEmpty()
                                && a.body().at("/items/0/countedUnits").asInt() == units
                                && a.body().at("/items/0/unmarkedUnits").asInt() == 0)
                .body()
                .at("/items/0");
        var entry = caseloadEntry(admission, program, isoWeek);
        var alerts = entry.required("openAlerts").required("count").asInt();
        var delivered = line.required("deliveredMinutes").asInt();
        out.accept("progress    the caseload shows the same person: " + delivered + " of "
                + entry.required("prescribedMinutesPerWeek").asInt() + " prescribed minutes delivered in " + isoWeek
                + ", "
                + line.required("attendedUnits").asInt() + " of " + units + " sessions attended, " + alerts
                + (alerts == 1 ? " open alert (" : " open alerts, the most severe one (")
                + entry.required("openAlerts").required("highestSeverity").asText() + ")");
        var person = api.get(COORDINATOR, "/intake/api/patients/" + patient).body();
        out.accept("            one person, three services: intake knows the name ("
                + person.required("givenName").asText() + " "
                + person.required("familyName").asText() + "), scheduling and progress only " + patient);
        return new StoryOutcome(
                patient,
                referral,
                admission,
                program,
                isoWeek,
                week.required("plannedMinutes").asInt(),
                week.required("days").asInt(),
                delivered,
                line.required("attendedUnits").asInt(),
                units,
                assessment.body().required("total").asInt(),
                alerts);
    }

    private JsonNode caseloadEntry(UUID admission, UUID program, String week) {
        var path = "/progress/api/caseload?limit=200&programId=" + program + "&week=" + week;
        while (!path.isEmpty()) {
            var page = api.get(CLINICIAN, path);
            for (var entry : page.body().required("items")) {
                if (entry.required("admissionId").asText().equals(admission.toString())) {
                    return entry;
                }
            }
            path = page.next();
        }
        throw new StoryFailed("The caseload of " + week + " does not show admission " + admission);
    }
}
