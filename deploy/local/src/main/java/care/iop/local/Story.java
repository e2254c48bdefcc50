package care.iop.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One person's way from a hospital's referral to the caseload, played over the public origin with real tokens. Each telling
 * is about a new person; the program is made once. It plays in last week, so that attendance can be marked.
 */
final class Story {
    private static final String PATIENT_USER = "pat.patient";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
    /** Sum of items 1 to 9 of the answers below; item 9, thoughts of death, is answered "several days". */
    private static final Map<String, Integer> PHQ_9 =
            Map.of("1", 2, "2", 1, "3", 3, "4", 2, "5", 1, "6", 1, "7", 0, "8", 0, "9", 1, "10", 1);

    private final Settings settings;
    private final HttpClient http;
    private final SignIn signIn;
    private final Clock clock;
    private final Progress progress;

    Story(Settings settings, HttpClient http, Clock clock, Progress progress) {
        this.settings = settings;
        this.http = http;
        this.signIn = new SignIn(settings, http, clock);
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param week the Monday of the week that it plays in
     * @param plannedMinutes what the roster gave the person
     * @param caseload the person's line in the caseload
     */
    record Told(
            UUID patientId,
            UUID referralId,
            UUID admissionId,
            LocalDate week,
            int plannedMinutes,
            int deliveredMinutes,
            JsonNode assessment,
            JsonNode caseload) {}

    private record Referred(UUID patientId, UUID referralId, String medicalRecordNumber) {}

    Told tell() {
        progress.say("\nThe story, over " + settings.origin());
        DemoProgram program = new DemoProgram(as("sam.scheduler"));
        boolean created = program.load();
        say("Program", (created ? "created: " : "there already: ") + program.description() + ".");
        LocalDate today = LocalDate.ofInstant(clock.instant(), program.zone());
        LocalDate week =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);

        Referred referred = refer(today);
        UUID admissionId = admit(referred, week);
        JsonNode plan = schedule(admissionId, week);
        int delivered = attend(plan);
        signIn.linkPatient(PATIENT_USER, referred.patientId());
        JsonNode assessment = report(referred.patientId(), today);
        JsonNode caseload = follow(referred.patientId(), admissionId, week, delivered);
        sumUp(referred, admissionId);
        return new Told(
                referred.patientId(),
                referred.referralId(),
                admissionId,
                week,
                plan.get("plannedMinutes").intValue(),
                delivered,
                assessment,
                caseload);
    }

    /** A hospital sends a bundle, and sends it again; another organization sees nothing of it. */
    private Referred refer(LocalDate today) {
        String number = "MRN-" + UUID.randomUUID();
        ObjectNode bundle = Resources.json("ehr-bundle.json");
        identify(bundle.at("/entry/0/resource"), number);
        identify(bundle.at("/entry/1/resource"), "ORDER-" + UUID.randomUUID());
        ((ObjectNode) bundle.at("/entry/3/resource"))
                .put("effectiveDateTime", today.minusDays(2).toString());
        ((ObjectNode) bundle.at("/entry/4/resource"))
                .put("effectiveDateTime", today.minusDays(2).toString());

        Api ehr = api(signIn.ehr("system/ServiceRequest.c"));
        JsonNode first =
                ehr.post("/intake/fhir", "application/fhir+json", bundle).body();
        UUID patientId = idAt(first, 0);
        UUID referralId = idAt(first, 1);
        say(
                "Referral",
                "a hospital's EHR sent Avery Example (" + number + "): " + countOf(first, "201") + " entries taken, "
                        + countOf(first, "204") + " not kept here.");
        JsonNode again =
                ehr.post("/intake/fhir", "application/fhir+json", bundle).body();
        say("", "The same bundle again changed nothing: " + countOf(again, "200") + " entries were there already.");

        int elsewhere =
                as("lee.coordinator").ask("/intake/api/patients/" + patientId).status();
        say("", "To another organization the person does not exist (" + elsewhere + ").");
        return new Referred(patientId, referralId, number);
    }

    private static void identify(JsonNode resource, String value) {
        ((ObjectNode) resource.at("/identifier/0")).put("value", value);
    }

    private static UUID idAt(JsonNode answer, int entry) {
        String location = answer.at("/entry/" + entry + "/response/location").asText();
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private static long countOf(JsonNode answer, String status) {
        return StreamSupport.stream(answer.get("entry").spliterator(), false)
                .filter(entry -> entry.at("/response/status").asText().startsWith(status))
                .count();
    }

    private UUID admit(Referred referred, LocalDate firstDay) {
        Api coordinator = as("dana.coordinator");
        String referral = "/intake/api/referrals/" + referred.referralId();
        coordinator.postIfMatch(referral + "/acknowledgement", coordinator.get(referral));
        coordinator.postIfMatch(referral + "/screening", coordinator.get(referral));
        say("Screening", "Dana acknowledged the referral and began the screening.");

        as("casey.clinician")
                .post(
                        referral + "/placements",
                        Resources.object()
                                .put("levelOfCare", "2.1")
                                .put("criteriaEdition", "ASAM4")
                                .put("rationale", "Stable at home, needs more structure than weekly sessions give."));
        say("Placement", "Casey, a clinician, decided for level 2.1 (intensive outpatient).");

        coordinator.postIfMatch(referral + "/acceptance", coordinator.get(referral));
        Api.Answer admission = coordinator.post(
                "/intake/api/admissions",
                Resources.object()
                        .put("referralId", referred.referralId().toString())
                        .put("programId", DemoProgram.ID.toString())
                        .put("admittedOn", firstDay.toString()));
        say(
                "Admission",
                "Dana admitted Avery as of " + firstDay + " with "
                        + hours(admission.body().get("prescribedMinutesPerWeek").intValue()) + " a week.");
        return UUID.fromString(admission.text("id"));
    }

    /** Returns the person's published week. */
    private JsonNode schedule(UUID admissionId, LocalDate week) {
        Api scheduler = as("sam.scheduler");
        String path = "/scheduling/api/enrollments/" + admissionId;
        Api.Answer enrollment =
                scheduler.await(path, "The admission's way to scheduling", answer -> answer.status() == 200);
        scheduler.put(path + "/availability", enrollment, availability());
        say("Enrollment", "the admission reached scheduling over Kafka; Sam noted when Avery can come.");

        Api.Answer asked = scheduler.post(
                "/scheduling/api/roster-runs",
                Resources.object()
                        .put("programId", DemoProgram.ID.toString())
                        .put("weekStartingOn", week.toString())
                        .put("timeLimitSeconds", 2));
        String run = "/scheduling/api/roster-runs/" + asked.text("id");
        Api.Answer solved = scheduler.await(
                run, "The roster", answer -> List.of("SOLVED", "FAILED").contains(answer.text("status")));
        if (solved.text("status").equals("FAILED")) {
            throw new CannotContinue("The roster failed: " + solved.text("failure"));
        }
        scheduler.post(run + "/publication");
        JsonNode plan = scheduler.get(path + "/week?startingOn=" + week).body();
        say(
                "Roster",
                "published: " + hours(plan.get("plannedMinutes").intValue()) + " over "
                        + plan.get("days").intValue() + " days, "
                        + solved.body().at("/result/unassigned").size() + " sessions without a place.");
        for (JsonNode session : plan.get("sessions")) {
            say("", line(session));
        }
        return plan;
    }

    /** Weekdays from eight to six, but for lunch on Tuesdays. */
    private static ObjectNode availability() {
        ObjectNode availability = Resources.object();
        ArrayNode windows = availability.putArray("available");
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
                windows.addObject().put("day", day.name()).put("from", "08:00").put("until", "18:00");
            }
        }
        availability
                .putArray("busy")
                .addObject()
                .put("day", "TUESDAY")
                .put("from", "12:00")
                .put("until", "13:00")
                .put("reason", "WORK");
        return availability;
    }

    private static String line(JsonNode session) {
        return String.format(
                Locale.ROOT,
                "  %-10s %s–%s  %s",
                LocalDate.parse(session.get("sessionOn").textValue()).format(DAY),
                time(session.get("localStart").textValue()),
                time(session.get("localEnd").textValue()),
                session.get("kind").textValue().toLowerCase(Locale.ROOT));
    }

    private static String time(String localTime) {
        return localTime.substring(0, "00:00".length());
    }

    /** Marks every session of the week; returns the minutes of treatment that were delivered. */
    private int attend(JsonNode plan) {
        Api clinician = as("casey.clinician");
        int delivered = 0;
        int groups = 0;
        int individuals = 0;
        List<String> marks = new ArrayList<>();
        for (JsonNode session : plan.get("sessions")) {
            String kind = session.get("kind").textValue();
            ObjectNode mark = Resources.object().put("code", "ATTENDED");
            if (kind.equals("GROUP") && ++groups == 2) {
                mark.put("code", "LATE").put("minutesLate", 10);
            } else if (kind.equals("GROUP") && groups == 3) {
                mark.put("code", "PARTIAL").put("minutesPresent", 120);
            } else if (kind.equals("INDIVIDUAL") && ++individuals == 2) {
                mark.put("code", "NO_SHOW");
            }
            JsonNode marked = clinician
                    .post("/scheduling/api/bookings/" + session.get("bookingId").textValue() + "/attendance", mark)
                    .body();
            if (!kind.equals("CHECK_IN")) {
                delivered += marked.get("deliveredMinutes").intValue();
            }
            marks.add(mark.get("code").textValue());
        }
        say(
                "Attendance",
                marks.stream()
                                .collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()))
                                .entrySet()
                                .stream()
                                .map(count -> count.getValue() + " × " + count.getKey())
                                .collect(Collectors.joining(", "))
                        + ": " + hours(delivered) + " delivered.");
        return delivered;
    }

    /** The person checks in and answers the PHQ-9; returns the result. */
    private JsonNode report(UUID patientId, LocalDate today) {
        Api patient = as(PATIENT_USER);
        String path = "/progress/api/patients/" + patientId;
        patient.post(
                path + "/check-ins",
                Resources.object()
                        .put("forOn", today.toString())
                        .put("mood", 6)
                        .put("craving", 4)
                        .put("substanceUse", false)
                        .put("sleepHours", 7.5)
                        .put("note", "Long day, but I called my sponsor."));
        say(
                "Check-in",
                "Avery, signed in as " + PATIENT_USER
                        + ": mood 6, craving 4, no use, 7.5 h of sleep; the note stays private.");

        ObjectNode answers = Resources.object()
                .put("instrument", "PHQ-9")
                .put(
                        "takenAt",
                        clock.instant()
                                .minus(Duration.ofMinutes(1))
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
        PHQ_9.forEach(answers.putObject("answers")::put);
        JsonNode assessment = patient.post(path + "/assessments", answers).body();
        say(
                "PHQ-9",
                "total " + assessment.get("total") + ", "
                        + assessment.path("band").asText()
                        + "; item 9 was above \"not at all\", so the answer shows: "
                        + StreamSupport.stream(
                                        assessment.at("/crisisSupport/contacts").spliterator(), false)
                                .map(contact -> contact.get("name").textValue())
                                .collect(Collectors.joining(", "))
                        + ".");
        return assessment;
    }

    /** Returns the person's line in the caseload once every event has arrived. */
    private JsonNode follow(UUID patientId, UUID admissionId, LocalDate week, int delivered) {
        Api clinician = as("casey.clinician");
        clinician.await(
                "/progress/api/episodes/" + admissionId + "/weeks?from=" + week + "&to=" + week.plusDays(6),
                "The attendance's way to progress",
                answer -> answer.body().at("/items/0/deliveredMinutes").asInt(-1) == delivered
                        && answer.body().at("/items/0/unmarkedUnits").asInt(-1) == 0);
        String isoWeek = String.format(
                Locale.ROOT,
                "%d-W%02d",
                week.get(IsoFields.WEEK_BASED_YEAR),
                week.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        JsonNode line =
                clinician
                        .all("/progress/api/caseload?limit=200&week=" + isoWeek + "&programId=" + DemoProgram.ID)
                        .stream()
                        .filter(entry -> entry.path("admissionId").asText().equals(admissionId.toString()))
                        .findFirst()
                        .orElseThrow(() ->
                                new CannotContinue("The caseload has no line for admission " + admissionId + "."));
        long alerts = clinician
                .all("/progress/api/alerts?limit=200&status=OPEN&patientId=" + patientId)
                .size();
        JsonNode attendance = line.get("attendance");
        say(
                "Caseload",
                "Casey sees " + hours(attendance.get("deliveredMinutes").intValue()) + " of "
                        + hours(line.get("prescribedMinutesPerWeek").intValue()) + ", attended "
                        + attendance.get("attendedUnits") + " of " + attendance.get("countedUnits")
                        + ", last check-in mood "
                        + line.at("/lastCheckIn/mood") + ", PHQ-9 " + line.at("/lastScore/total") + ", " + alerts
                        + " open alert, "
                        + line.at("/openAlerts/highestSeverity").asText() + ".");
        return line;
    }

    private void sumUp(Referred referred, UUID admissionId) {
        progress.say("\nThe same person in all three services (deploy/local/token USER gives the token):");
        progress.say("  " + settings.origin() + "/intake/api/patients/" + referred.patientId());
        progress.say("  " + settings.origin() + "/scheduling/api/enrollments/" + admissionId);
        progress.say("  " + settings.origin() + "/progress/api/episodes/" + admissionId);
    }

    private Api as(String user) {
        return api(signIn.user(user));
    }

    private Api api(String token) {
        return new Api(http, settings.origin(), token);
    }

    private void say(String step, String text) {
        progress.say(String.format(Locale.ROOT, "  %-11s %s", step, text));
    }

    private static String hours(int minutes) {
        return minutes % 60 == 0 ? minutes / 60 + " h" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
