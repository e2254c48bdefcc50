package care.iop.scheduling.fhir;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.fhir.Machines.ehr;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever no consent covers can't be told apart from who does not exist: every read and every search parameter that the
 * capability statement names is asked for a covered, an uncovered and an absent person. A new parameter fails until it has
 * values to probe with.
 */
@ServiceTest
class LeakTest {

    private static final LocalDate SATURDAY = Clinic.lastWeek().plusDays(5);

    @Inject
    Database database;

    private Client covered;
    private Client uncovered;
    private String bookingOfCovered;
    private String bookingOfUncovered;
    private int probes;

    @BeforeEach
    void bookForBoth() {
        Machines.register(database, RIVERSIDE, true);
        var program = Clinic.demoProgram(RIVERSIDE);
        covered = Clinic.admitAvailable(program, "08:00", "13:00");
        uncovered = Clinic.admitAvailable(program, "08:00", "13:00");
        bookingOfCovered = book(covered);
        bookingOfUncovered = book(uncovered);
        Machines.consent(database, RIVERSIDE, covered.patientId());
    }

    /** A session of last week that the client came to: told as every type. */
    private static String book(Client client) {
        String booking = Clinic.book(client, client.program().series().get("CHECK_IN"), SATURDAY)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Clinic.clinician(RIVERSIDE)
                .body(Map.of("code", "ATTENDED"))
                .post("/api/bookings/{id}/attendance", booking)
                .then()
                .statusCode(201);
        return booking;
    }

    /** Values that would find the person's booking, if it may be found. */
    private static List<String> values(String type, String parameter, Client client, String booking) {
        return switch (parameter) {
            case "patient" -> List.of(client.patientId().toString(), "Patient/" + client.patientId());
            case "date" -> List.of(SATURDAY.toString(), "ge" + SATURDAY, "le" + SATURDAY + "T23:59:59Z", "lt2999");
            case "status" ->
                type.equals("Encounter")
                        ? List.of("finished")
                        : List.of("fulfilled", "booked,cancelled,noshow,fulfilled");
            case "_id" -> List.of(booking);
            case "_lastUpdated" -> List.of("gt2026-01-01T00:00:00Z", "lt2999-01-01T00:00:00Z");
            default -> throw new AssertionError("a new search parameter needs values to probe with: " + parameter);
        };
    }

    @Test
    void uncoveredCanNotBeToldFromAbsent() {
        // given
        List<Map<String, Object>> resources =
                given().get("/fhir/metadata").then().statusCode(200).extract().path("rest[0].resource");
        assertThat(resources).isNotEmpty();

        for (var resource : resources) {
            // when, then
            var type = String.valueOf(resource.get("type"));
            probeReads(type);
            for (var parameter : names(resource)) {
                probeSearch(type, parameter);
            }
        }
        assertThat(probes).isGreaterThanOrEqualTo(20);
    }

    private static List<String> names(Map<String, Object> resource) {
        var names = new ArrayList<String>();
        if (resource.get("searchParam") instanceof List<?> parameters) {
            for (var parameter : parameters) {
                names.add(String.valueOf(((Map<?, ?>) parameter).get("name")));
            }
        }
        return names;
    }

    private void probeReads(String type) {
        probes++;
        var absent = UUID.randomUUID().toString();
        assertThat(ehr(RIVERSIDE)
                        .get("/fhir/{type}/{id}", type, bookingOfCovered)
                        .statusCode())
                .isEqualTo(200);
        assertThat(shape(ehr(RIVERSIDE).get("/fhir/{type}/{id}", type, bookingOfUncovered), bookingOfUncovered))
                .as("read of " + type)
                .isEqualTo(shape(ehr(RIVERSIDE).get("/fhir/{type}/{id}", type, absent), absent));
    }

    private void probeSearch(String type, String parameter) {
        var nobody = new Client(covered.program(), UUID.randomUUID(), UUID.randomUUID());
        var absent = UUID.randomUUID().toString();
        var found = values(type, parameter, covered, bookingOfCovered);
        var hidden = values(type, parameter, uncovered, bookingOfUncovered);
        var missing = values(type, parameter, nobody, absent);
        for (int i = 0; i < found.size(); i++) {
            probes++;
            var as = type + "?" + parameter + "=" + found.get(i);
            assertThat(search(type, covered, parameter, found.get(i)).<List<?>>path("entry"))
                    .as(as)
                    .hasSize(1);
            assertThat(search(type, covered, parameter, found.get(i)).asString())
                    .as(as)
                    .doesNotContain(uncovered.patientId().toString(), bookingOfUncovered);
            assertThat(shape(
                            search(type, uncovered, parameter, hidden.get(i)),
                            uncovered.patientId().toString(),
                            bookingOfUncovered))
                    .as(as)
                    .isEqualTo(shape(
                            search(type, nobody, parameter, missing.get(i)),
                            nobody.patientId().toString(),
                            absent));
        }
    }

    private static Response search(String type, Client client, String parameter, String value) {
        var request = ehr(RIVERSIDE).queryParam(parameter, value);
        return (parameter.equals("patient") ? request : request.queryParam("patient", client.patientId()))
                .get("/fhir/{type}", type);
    }

    /** Status, headers and body without what the question itself said and what is made anew for each answer. */
    private static String shape(Response response, String... asked) {
        var text = new StringBuilder().append(response.statusCode());
        response.headers().asList().stream()
                .filter(header -> !List.of("X-Request-Id", "Date").contains(header.getName()))
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .forEach(header -> text.append('\n').append(header));
        var requestId = response.header("X-Request-Id");
        var body = response.asString().replace(requestId, "REQUEST");
        for (var said : asked) {
            body = body.replace(said, "ASKED");
        }
        return text.append('\n').append(body).toString();
    }
}
