package care.iop.scheduling.roster;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.json;
import static care.iop.scheduling.Clinic.scheduler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import care.iop.chassis.testing.TestTokens;
import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.SchedulingRoles;
import care.iop.scheduling.ServiceTest;
import care.iop.scheduling.booking.BookingCalls;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program says of its groups, clinicians and clients reaches the search. */
@ServiceTest
class RosterFactsTest {

    private static final LocalDate WEEK = Clinic.weekAhead();

    private static Response bestWeeks(Client client, int count) {
        return scheduler(RIVERSIDE)
                .queryParam("week", WEEK.toString())
                .queryParam("count", count)
                .get("/api/enrollments/{id}/best-weeks", client.enrollmentId());
    }

    private static String created(String path, Map<String, Object> body) {
        return scheduler(RIVERSIDE)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void put(String path, Object id, Map<String, Object> body) {
        json(TestTokens.bearer(RIVERSIDE, SchedulingRoles.SCHEDULER, SchedulingRoles.CLINICIAN))
                .header("If-Match", "*")
                .body(body)
                .put(path, id)
                .then()
                .statusCode(200);
    }

    private static void teach(Object series, LocalDate from, String... modules) {
        put(
                "/api/session-series/{id}/curriculum",
                series,
                Map.of(
                        "startsOn",
                        from.toString(),
                        "modules",
                        Stream.of(modules)
                                .map(code -> Map.of("code", code, "title", code))
                                .toList()));
    }

    private static String group(DemoProgram program, String name, Map<String, Object> otherwise) {
        var data = new HashMap<>(Clinic.series(program.id(), "GROUP", "MORNING", "09:00"));
        data.put("name", name);
        data.putAll(otherwise);
        return created("/api/session-series", data);
    }

    @Test
    void clientWhoseStayEndsIsOfferedTheGroupThatTeachesWhatIsMissing() {
        // given: A, B and C had in the week before; in the week MORNING goes on with D, E and F, the other group begins
        // with A
        var program = Clinic.demoProgram(RIVERSIDE);
        created(
                "/api/clinicians",
                Clinic.clinicianData(program.id(), "Harper Sample", List.of("THERAPIST", "GROUP"), "08:00", "17:00"));
        created("/api/rooms", Map.of("programId", program.id(), "name", "Blue room", "type", "GROUP", "capacity", 14));
        var morning = program.series().get("MORNING");
        var other = group(program, "OTHER GROUP", Map.of());
        teach(morning, WEEK.minusWeeks(1), "A", "B", "C", "D", "E", "F");
        teach(other, WEEK, "A", "B", "C", "D", "E", "F");
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        for (var day : List.of(0, 2, 4)) {
            Clinic.book(client, morning, WEEK.minusWeeks(1).plusDays(day))
                    .then()
                    .statusCode(201);
        }
        var openEnd = bestWeeks(client, 20);
        put(
                "/api/enrollments/{id}/planned-end",
                client.enrollmentId(),
                Map.of("plannedEndOn", WEEK.plusDays(6).toString()));

        // when
        var offered = bestWeeks(client, 20);

        // then
        openEnd.then().body("weeks.prices.flatten().findAll { it.rule == 'CURRICULUM' }", hasSize(0));
        offered.then()
                .body("weeks.prices.flatten().findAll { it.rule == 'CURRICULUM' }", hasSize(0))
                .body(
                        "weeks.sessions.flatten().findAll { it.kind == 'GROUP' }.seriesId",
                        everyItem(equalTo(morning.toString())));
    }

    @Test
    void moduleThatIsNotReachedBeforeTheStayEndsHasItsPrice() {
        // given: of nine modules three were had, three are taught in the last week and three after it
        var program = Clinic.demoProgram(RIVERSIDE);
        var morning = program.series().get("MORNING");
        teach(morning, WEEK.minusWeeks(1), "A", "B", "C", "D", "E", "F", "G", "H", "I");
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        Clinic.book(client, morning, WEEK.minusWeeks(1)).then().statusCode(201);
        put(
                "/api/enrollments/{id}/planned-end",
                client.enrollmentId(),
                Map.of("plannedEndOn", WEEK.plusDays(6).toString()));

        // when
        var offered = bestWeeks(client, 1);

        // then: B and C were given without the client
        offered.then()
                .body(
                        "weeks[0].prices.find { it.rule == 'CURRICULUM' }.text",
                        containsString("would not have B, C, G, H, I in group MORNING GROUP"));
    }

    @ParameterizedTest
    @CsvSource({"60, 2", "75, 1"})
    void weekendCheckInIsNoDayOfTreatment(int minutesOnSaturday, int placed) {
        // given: who may come on one day a week, and is free for one session on Monday and one on Saturday
        var program = Clinic.demoProgram(RIVERSIDE);
        var data = new HashMap<>(Clinic.clinicianData(program.id(), "Harper Sample", List.of("MED"), "08:00", "17:00"));
        data.put("workingHours", List.of(Map.of("day", "SATURDAY", "from", "08:00", "until", "17:00")));
        created("/api/clinicians", data);
        var client = Clinic.admit(program);
        Clinic.putAvailability(
                        client,
                        List.of(
                                Map.of("day", "MONDAY", "from", "08:00", "until", "09:00"),
                                Map.of("day", "SATURDAY", "from", "08:00", "until", "09:15")))
                .then()
                .statusCode(200);
        put("/api/enrollments/{id}/preferences", client.enrollmentId(), Map.of("maxDays", 1));
        put(
                "/api/enrollments/{id}/prescription",
                client.enrollmentId(),
                Map.of(
                        "sessions",
                        List.of(
                                Map.of("kind", "INDIVIDUAL", "minutes", 60, "timesPerWeek", 1),
                                Map.of("kind", "MEDICATION", "minutes", minutesOnSaturday, "timesPerWeek", 1)),
                        "modalities",
                        List.of()));

        // when
        var offered = bestWeeks(client, 1);

        // then
        offered.then().statusCode(200).body("weeks[0].sessions", hasSize(placed));
    }

    @ParameterizedTest
    @CsvSource({"false, 2", "true, 1"})
    void clinicianKeepsTheDailyBreak(boolean breaks, int placed) {
        // given: a therapist from 12:00 to 14:00, and who needs the therapist and the medication visit of the same
        // hours
        var program = Clinic.demoProgram(RIVERSIDE);
        var data = new HashMap<>(
                Clinic.clinicianData(program.id(), "Harper Sample", List.of("MED", "THERAPIST"), "12:00", "14:00"));
        data.put("workingHours", List.of(Map.of("day", "TUESDAY", "from", "12:00", "until", "14:00")));
        if (breaks) {
            data.put("dailyBreak", Map.of("from", "12:00", "until", "14:00", "minutes", 30));
        }
        var harper = created("/api/clinicians", data);
        var client = Clinic.admit(program);
        Clinic.putAvailability(client, Clinic.windows("12:00", "14:00")).then().statusCode(200);
        put("/api/enrollments/{id}/preferences", client.enrollmentId(), Map.of("careTeam", List.of(harper)));
        put(
                "/api/enrollments/{id}/prescription",
                client.enrollmentId(),
                Map.of(
                        "sessions",
                        List.of(
                                Map.of("kind", "INDIVIDUAL", "minutes", 60, "timesPerWeek", 1),
                                Map.of("kind", "MEDICATION", "minutes", 60, "timesPerWeek", 1)),
                        "modalities",
                        List.of()));

        // when
        var offered = bestWeeks(client, 1);

        // then
        offered.then().statusCode(200).body("weeks[0].sessions", hasSize(placed));
    }

    @Test
    void clientIsTreatedInTheirLanguage() {
        // given: a morning group in Spanish, and two therapists in the morning
        var program = Clinic.demoProgram(RIVERSIDE);
        var rowan = new HashMap<>(
                Clinic.clinicianData(program.id(), "Rowan Sample", List.of("THERAPIST", "GROUP"), "08:00", "17:00"));
        rowan.put("languages", List.of("en"));
        put("/api/clinicians/{id}", program.clinicians().get("Rowan Sample"), rowan);
        var harper = new HashMap<>(
                Clinic.clinicianData(program.id(), "Harper Sample", List.of("THERAPIST", "GROUP"), "08:00", "17:00"));
        harper.put("languages", List.of("es"));
        var spanish = UUID.fromString(created("/api/clinicians", harper));
        created("/api/rooms", Map.of("programId", program.id(), "name", "Blue room", "type", "GROUP", "capacity", 14));
        var group = group(program, "GRUPO", Map.of("language", "es"));
        var one = Clinic.admitAvailable(program, "08:00", "13:00");
        put("/api/enrollments/{id}/preferences", one.enrollmentId(), Map.of("languages", List.of("es")));
        var other = Clinic.admitAvailable(program, "08:00", "13:00");
        put("/api/enrollments/{id}/preferences", other.enrollmentId(), Map.of("languages", List.of("en")));

        // when
        var forOne = bestWeeks(one, 20);
        var forOther = bestWeeks(other, 20);

        // then
        forOne.then()
                .body(
                        "weeks.sessions.flatten().findAll { it.kind == 'INDIVIDUAL' }.clinicianId",
                        everyItem(equalTo(spanish.toString())));
        assertThat(forOne.<List<String>>path("weeks.sessions.flatten().seriesId"))
                .contains(group);
        forOther.then()
                .body(
                        "weeks.sessions.flatten().findAll { it.kind == 'INDIVIDUAL' }.clinicianId",
                        everyItem(
                                equalTo(program.clinicians().get("Rowan Sample").toString())));
        assertThat(forOther.<List<String>>path("weeks.sessions.flatten().seriesId"))
                .doesNotContain(group);
    }

    @Test
    void checkInOfOneClientTakesTimeAndNothingElse() {
        // given: a check-in of a client by appointment, on Tuesday morning
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        var checkIn = BookingCalls.appointment(program.clinicians().get("Rowan Sample"), null, "08:00");
        checkIn.put("kind", "CHECK_IN");
        BookingCalls.book(client, WEEK.plusDays(1), checkIn).then().statusCode(201);

        // when
        var run = Clinic.solved(program, WEEK);
        var again = Clinic.solved(program, WEEK);

        // then
        run.then().body("status", equalTo("SOLVED")).body("result.weeks[0].sessions", hasSize(7));
        again.then().body("status", equalTo("SOLVED"));
        List<String> starts = run.path(
                "result.weeks[0].sessions.findAll { it.sessionOn == '%s' }.localStart".formatted(WEEK.plusDays(1)));
        assertThat(starts).isNotEmpty().noneMatch(start -> start.startsWith("08:"));
    }
}
