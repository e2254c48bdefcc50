package care.iop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import care.iop.chassis.testing.backend.FreePort;
import care.iop.local.story.Story;
import care.iop.local.story.StoryOutcome;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged services on real PostgreSQL, Kafka and Keycloak, each a process of its own, driven through the single origin with
 * tokens of the real token endpoint.
 */
class EndToEndTest {

    @TempDir
    static Path home;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Settings settings;
    private static Suite suite;
    private static SignIn signIn;

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("IOP_HOME", home.toString());
        for (Port port : Port.values()) {
            environment.put(port.variable(), Integer.toString(FreePort.find()));
        }
        settings = Settings.from(Path.of("../..").toAbsolutePath().normalize(), environment);
        Files.createDirectories(settings.logs());
        Files.createDirectories(settings.run());
        Preflight.requireBuilt(settings, true);
        suite = new Suite(settings, new Progress(System.out), HTTP);
        suite.start(true);
        signIn = new SignIn(settings, HTTP, Clock.systemUTC());
    }

    @AfterAll
    static void nothingIsLeftRunning() throws Exception {
        var processes = new ArrayList<>(suite.parts().values());
        suite.close();
        for (ProcessHandle process : processes) {
            process.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aReferredPersonBecomesAClientWithAWeekAttendanceAndProgress() {
        // given
        var told = new ArrayList<String>();
        var story = story(told::add);
        // when
        var first = story.play();
        var second = story.play();
        // then
        assertEquals(900, first.plannedMinutes());
        assertEquals(5, first.days());
        assertEquals(7, first.countedUnits());
        assertEquals(6, first.attendedUnits());
        assertEquals(11, first.score());
        assertEquals(expectedAlerts(first), first.openAlerts());
        assertTrue(first.deliveredMinutes() > 0 && first.deliveredMinutes() < 900);
        assertEquals(first.programId(), second.programId());
        assertFalse(first.patientId().equals(second.patientId()));
        assertEquals(900, second.plannedMinutes());
        assertTrue(
                told.stream().anyMatch(line -> line.contains(first.patientId().toString())));
    }

    private static Story story(Consumer<String> told) {
        return new Story(
                URI.create(settings.origin()),
                signIn::anybody,
                patient -> signIn.linkPatient("pat.patient", patient),
                Clock.systemUTC(),
                told);
    }

    @Test
    void guideForEhrDevelopersWorksAsItIsWritten(@TempDir Path scripts) throws Exception {
        // given
        assumeTrue(isOnPath("curl"), "the guide is about curl, which is not installed here");
        var guide = Files.readString(settings.repository().resolve("deploy/local/ehr-guide.md"));
        var pieces = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL)
                .matcher(guide)
                .results()
                .map(piece -> piece.group(1))
                .toList();
        assertTrue(pieces.size() >= 7);
        var script = Files.writeString(scripts.resolve("guide"), String.join("\n", pieces));
        var tokens = new StringBuilder("#!/usr/bin/env bash\ncase \"$1\" in\n");
        for (var name : List.of(EhrKey.CLIENT, "dana.coordinator", "cody.compliance")) {
            tokens.append(name).append(") echo ").append(signIn.anybody(name)).append(";;\n");
        }
        var token = Files.writeString(scripts.resolve("token"), tokens + "esac\n");
        assertTrue(token.toFile().setExecutable(true));
        var process = new ProcessBuilder("bash", script.toString()).redirectErrorStream(true);
        process.environment().put("IOP_ORIGIN", settings.origin());
        process.environment().put("IOP_TOKEN", token.toString());

        // when
        var run = process.start();
        var said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertEquals(0, run.waitFor(), said);
        assertTrue(said.contains("can be followed"), said);
    }

    private static boolean isOnPath(String command) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    /** Item 9 of the PHQ-9, and Friday's missed session while outreach is due: up to 7 days back. */
    private static int expectedAlerts(StoryOutcome outcome) {
        var missedOn = LocalDate.parse(outcome.week() + "-5", DateTimeFormatter.ISO_WEEK_DATE);
        return ChronoUnit.DAYS.between(missedOn, LocalDate.now(ZoneOffset.UTC)) <= 7 ? 2 : 1;
    }

    /** What a clinician knows of somebody who needs intensive outpatient treatment, besides the emotional state, as the page asks for it. */
    private static List<Map.Entry<String, String>> stable() {
        return List.of(
                Map.entry("Intoxication and withdrawal", "1"),
                Map.entry("Physical health", "0"),
                Map.entry("Readiness to change", "1"),
                Map.entry("Risk of relapse or continued use", "2"),
                Map.entry("Home and recovery environment", "1"),
                Map.entry("Overdose", "false"),
                Map.entry("Altered consciousness", "false"),
                Map.entry("Chest pain", "false"),
                Map.entry("Unstable vital signs", "false"),
                Map.entry("Active risk of violence", "false"),
                Map.entry("Needs supervision around the clock", "false"),
                Map.entry("What the person uses", "some"),
                Map.entry("Which", "ALCOHOL"),
                Map.entry("Criteria of a use disorder that are met, 0 to 11", "6"),
                Map.entry(
                        "Last used",
                        LocalDate.now(ZoneOffset.UTC).minusDays(2).atTime(18, 0).toString()),
                Map.entry("CIWA-Ar total, 0 to 67", "6"),
                Map.entry("A seizure in an earlier withdrawal", "false"),
                Map.entry("Delirium in an earlier withdrawal", "false"),
                Map.entry("Hallucination, confusion or seizure, new in this one", "false"),
                Map.entry("Daily benzodiazepines, barbiturates or similar", "false"),
                Map.entry("Pregnant (no where it does not apply)", "false"),
                Map.entry("Question 1, past month", "false"),
                Map.entry("Question 2, past month", "false"),
                Map.entry("Question 6, lifetime", "false"),
                Map.entry("Answer, 0 to 3", "0"),
                Map.entry("Nobody there threatens or harms the person", "true"),
                Map.entry("Somebody there supports the recovery", "true"),
                Map.entry("Nobody there drinks or uses", "true"),
                Map.entry("A safe and supportive place is arranged", "false"),
                Map.entry("Hours a week", "15"),
                Map.entry("monday", ""),
                Map.entry("wednesday", ""),
                Map.entry("friday", ""),
                Map.entry("Every day of a withdrawal treatment", "false"));
    }

    @Test
    void staffWorkInTheBrowser() throws Exception {
        // given
        var told = story(line -> {}).play();

        try (var chromium = Chromium.start()) {
            // when, then: a clinician sees how the person does, and answers an alert
            try (var clinician = new StaffPages(chromium.browser(), settings.origin())) {
                clinician.open("/progress/dashboard/caseload", "casey.clinician");
                clinician.look("caseload");
                clinician.follow(
                        "tbody th a[href$='" + told.admissionId() + "']", "Avery Example", "PHQ-9", "15 h a week");
                assertThat(clinician.page().url())
                        .doesNotContain("Avery")
                        .doesNotContain(told.patientId().toString());
                clinician.look("client");
                clinician.acknowledgeFirstAlert("safety assessed");
                clinician.refusesWritingWithoutItsHeader("/progress/api/alerts/" + told.admissionId() + "/outcome");
                clinician.isRefused("/progress/dashboard/outcomes");
            }

            // a coordinator takes up a referral, a clinician asks the rules and decides the level of care, the
            // coordinator admits
            String referral;
            try (var coordinator = new StaffPages(chromium.browser(), settings.origin())) {
                coordinator.open("/intake/dashboard/board", "dana.coordinator");
                coordinator.unfold("New referral");
                coordinator.look("referring");
                coordinator.refer("Robin", "Example", "1988-04-17");
                coordinator.open("/intake/dashboard/board", "dana.coordinator");
                coordinator.look("board");
                coordinator.follow("#main li a", "Robin Example", "No clinician has recorded a placement.");
                assertThat(coordinator.page().url()).doesNotContain("Robin");
                coordinator.look("referral");
                coordinator.move("Acknowledge", "acknowledged");
                coordinator.move("Start screening", "screening");
                referral = URI.create(coordinator.page().url()).getPath();
                assertThat(coordinator.complaints()).isEmpty();
            }
            try (var clinician = new StaffPages(chromium.browser(), settings.origin())) {
                clinician.open(referral, "casey.clinician");
                clinician.assess(
                        List.of(Map.entry("Answer, 0 to 3", "1"), Map.entry("Filled in on", "2099-01-01")),
                        "must not lie after the day of the assessment");
                assertThat(clinician.isMarked("Filled in on")).isTrue();
                assertThat(clinician.isMarked("Answer, 0 to 3")).isFalse();
            }
            try (var clinician = new StaffPages(chromium.browser(), settings.origin())) {
                clinician.open(referral, "casey.clinician");
                clinician.unfold("Ask the placement rules");
                clinician.look("assessing");
                clinician.assess(List.of(Map.entry("Emotional, behavioral and cognitive state", "2")), "incomplete");
                assertThat(clinician.text()).contains("Not known", "Risk of relapse or continued use");
                clinician.assess(
                        List.of(Map.entry("Answer, 0 to 3", "1")), "A clinician assesses the suicide risk today");
                clinician.complete("Seen in person, no intent.");
                clinician.assess(stable(), "Recommended: level 2.1");
                clinician.page().getByLabel("Level of care, ASAM 4th edition").selectOption("2.1");
                clinician.page().getByLabel("Why it fits the person").fill("Stable at home.");
                clinician.look("placing");
                clinician.move("Record placement", "placed");
                assertThat(clinician.complaints()).isEmpty();
            }
            try (var coordinator = new StaffPages(chromium.browser(), settings.origin())) {
                coordinator.open(referral, "dana.coordinator");
                coordinator.unfold("Record a consent to treatment");
                coordinator.unfold("Record an agreement to pay without insurance");
                coordinator.look("settling");
                coordinator.recordConsent("Robin Example");
                coordinator.recordSelfPay("estimate of the first week");
                coordinator.look("admitting");
                coordinator.page().getByLabel("Program").selectOption(new SelectOption().setIndex(0));
                coordinator.move("Admit", "admitted");
                assertThat(coordinator.complaints()).isEmpty();
            }

            // a scheduler runs the engine and follows it
            try (var scheduler = new StaffPages(chromium.browser(), settings.origin())) {
                scheduler.open("/scheduling/dashboard/week", "sam.scheduler");
                scheduler.page().getByLabel("Seconds").fill("2");
                scheduler.press("Run the engine", "Hard rules broken 0");
                scheduler.press("Publish", "Attendance");
                scheduler.look("week");
                assertThat(scheduler.complaints()).isEmpty();
            }

            // a clinician marks a group of last week
            try (var clinician = new StaffPages(chromium.browser(), settings.origin())) {
                clinician.open("/scheduling/dashboard/week", "casey.clinician");
                clinician.press("Week before", "Attendance");
                clinician.press("Attendance", "Minutes given");
                clinician
                        .page()
                        .getByLabel("Attendance", new Page.GetByLabelOptions().setExact(true))
                        .first()
                        .selectOption("LATE");
                clinician.page().getByLabel("Minutes late or present").first().fill("10");
                clinician
                        .page()
                        .getByLabel("Reason", new Page.GetByLabelOptions().setExact(true))
                        .first()
                        .fill("Came after the bus.");
                clinician.look("attendance");
                clinician.press("Keep", "Attendance is kept");
                assertThat(clinician.complaints()).isEmpty();
            }

            // a director sees figures with their definitions, and those of one program of two
            post("sam.scheduler", "/scheduling/api/programs", """
                    {"name": "Hillside intensive outpatient program", "zone": "America/Chicago",
                     "tracks": [{"track": "MORNING", "from": "08:00", "until": "13:00"}],
                     "defaultPrescription": [{"kind": "GROUP", "minutes": 180, "timesPerWeek": 3}]}""");
            try (var director = new StaffPages(chromium.browser(), settings.origin())) {
                director.open("/progress/dashboard/outcomes", "drew.director");
                assertThat(director.text()).contains("Retention at 30 days", "Definition", "hidden");
                director.look("outcomes");
                director.chooseProgram("Hillside intensive outpatient program");
                assertThat(director.complaints()).isEmpty();
            }
        }
    }

    @Test
    void directorsExportEpisodesByColumns() throws Exception {
        // given
        story(line -> {}).play();
        var request = HttpRequest.newBuilder(
                        URI.create(settings.origin() + "/progress/api/exports/episodes.parquet?from="
                                + LocalDate.now(ZoneOffset.UTC)
                                        .minusMonths(1)
                                        .toString()
                                        .substring(0, 7) + "&to="
                                + LocalDate.now(ZoneOffset.UTC).toString().substring(0, 7)))
                .header("Authorization", "Bearer " + signIn.anybody("drew.director"))
                .build();

        // when
        var file = HTTP.send(request, BodyHandlers.ofByteArray());

        // then: Parquet begins and ends with its name
        assertEquals(200, file.statusCode());
        assertThat(file.body()).startsWith("PAR1".getBytes(StandardCharsets.US_ASCII));
        assertThat(file.body()).endsWith("PAR1".getBytes(StandardCharsets.US_ASCII));
        assertEquals(403, get("/progress/api/exports/episodes.csv?from=2026-01", "ari.analyst"));
    }

    @Test
    void withoutTokenNothingIsAnswered() throws Exception {
        for (var path : new String[] {"/intake/api/referrals", "/scheduling/api/programs", "/progress/api/caseload"}) {
            assertEquals(401, get(path, null), path);
        }
    }

    @Test
    void rolesAndOrganizationsHoldWithRealTokens() throws Exception {
        assertEquals(200, get("/intake/api/referrals", "dana.coordinator"));
        assertEquals(403, get("/intake/api/referrals", "pat.patient"));
        assertEquals(403, get("/intake/api/referrals", EhrKey.CLIENT));
        assertEquals(200, get("/scheduling/api/programs", "dana.coordinator"));
        assertEquals(403, get("/scheduling/api/enrollments", "dana.coordinator"));
        assertEquals(200, get("/progress/api/caseload?week=2026-W47", "drew.director"));
        assertEquals(403, get("/progress/api/caseload?week=2026-W47", "ari.analyst"));
        var patient = registerPatient();
        assertEquals(200, get("/intake/api/patients/" + patient, "casey.clinician"));
        assertEquals(404, get("/intake/api/patients/" + patient, "lou.clinician"));
    }

    private static UUID registerPatient() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(settings.origin() + "/intake/api/patients"))
                .header("Authorization", "Bearer " + signIn.user("dana.coordinator"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"givenName": "Robin", "familyName": "Example", "birthDate": "1988-04-17", "administrativeGender": "OTHER"}
                        """))
                .build();
        var response = HTTP.send(request, BodyHandlers.ofString());
        assertEquals(201, response.statusCode(), response.body());
        var location = response.headers().firstValue("Location").orElseThrow();
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private static void post(String user, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(settings.origin() + path))
                .header("Authorization", "Bearer " + signIn.user(user))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var response = HTTP.send(request, BodyHandlers.ofString());
        assertEquals(201, response.statusCode(), response.body());
    }

    private static int get(String path, String user) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(settings.origin() + path));
        if (user != null) {
            request.header("Authorization", "Bearer " + signIn.anybody(user));
        }
        return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
