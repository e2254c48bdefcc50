package care.iop.scheduling.fhir;

import static care.iop.scheduling.Clinic.LAKESIDE;
import static care.iop.scheduling.Clinic.RIVERSIDE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import care.iop.chassis.testing.TestTokens;
import care.iop.chassis.testing.fhir.Answers;
import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs, their places, clinicians and free meetings as an EHR reads them; none tells of a person in treatment. */
@ServiceTest
class PlacesTest {

    private static final LocalDate SATURDAY = Clinic.weekAhead().plusDays(5);

    private DemoProgram program;

    @BeforeEach
    void enter() {
        program = Clinic.demoProgram(RIVERSIDE);
    }

    private static RequestSpecification ehr(String organization) {
        return given().auth()
                .oauth2(TestTokens.system(
                        organization,
                        "system/HealthcareService.rs",
                        "system/Location.rs",
                        "system/PractitionerRole.rs",
                        "system/Slot.rs"));
    }

    private Response read(String type, Object id) {
        return ehr(RIVERSIDE).get("/fhir/{type}/{id}", type, id);
    }

    private ValidatableResponse search(String type, Object... parameters) {
        var request = ehr(RIVERSIDE);
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(String.valueOf(parameters[i]), String.valueOf(parameters[i + 1]));
        }
        return request.get("/fhir/{type}", type).then().statusCode(200);
    }

    @Test
    void programIsAHealthcareService() {
        // when
        var read = read("HealthcareService", program.id());

        // then
        Answers.keep("HealthcareService", read.asString());
        read.then()
                .statusCode(200)
                .body("active", equalTo(true))
                .body("location[0].reference", equalTo("Location/" + program.id()))
                .body("characteristic.coding.code.flatten()", hasItems("MORNING", "AFTERNOON", "EVENING"));
        ehr(RIVERSIDE)
                .header("If-None-Match", read.header("ETag"))
                .get("/fhir/HealthcareService/{id}", program.id())
                .then()
                .statusCode(304);
        search("HealthcareService", "_id", program.id() + ",nobody").body("entry", hasSize(1));
    }

    @Test
    void sitesAndRoomsAreLocations() {
        // given
        var room = program.rooms().get("Garden room");

        // when
        var site = read("Location", program.id());
        var read = read("Location", room);

        // then
        Answers.keep("Location-site", site.asString());
        Answers.keep("Location-room", read.asString());
        site.then().statusCode(200).body("physicalType.coding[0].code", equalTo("si"));
        read.then()
                .statusCode(200)
                .body("name", equalTo("Garden room"))
                .body("physicalType.coding[0].code", equalTo("ro"))
                .body("partOf.reference", equalTo("Location/" + program.id()));
        search("Location", "partof", "Location/" + program.id())
                .body("entry.resource.name", hasItems("Garden room", "Office 1", "Office 2"))
                .body("entry.resource.id", not(hasItem(program.id().toString())));
        search("Location", "partof", program.id(), "name", "office").body("entry", hasSize(2));
        search("Location", "partof", program.id(), "status", "inactive").body("entry", equalTo(null));
    }

    @Test
    void cliniciansAreToldByTheirRole() {
        // given
        var clinician = program.clinicians().get("Rowan Sample");

        // when
        var read = read("PractitionerRole", clinician);

        // then
        Answers.keep("PractitionerRole", read.asString());
        read.then()
                .statusCode(200)
                .body("practitioner.display", equalTo("Rowan Sample"))
                .body("code.coding.code.flatten()", equalTo(List.of("GROUP", "THERAPIST")))
                .body("healthcareService[0].reference", equalTo("HealthcareService/" + program.id()));
        search("PractitionerRole", "service", "HealthcareService/" + program.id(), "active", "true")
                .body("entry", hasSize(3));
        search("PractitionerRole", "service", program.id(), "name", "marlow").body("entry", hasSize(1));
    }

    @Test
    void changeIsANewVersion() {
        // given
        var before = read("HealthcareService", program.id()).header("ETag");
        var changed = Clinic.program(program.id());
        changed.put("name", "Renamed " + program.id());

        // when
        Clinic.scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(changed)
                .put("/api/programs/{id}", program.id())
                .then()
                .statusCode(200);

        // then
        read("HealthcareService", program.id())
                .then()
                .header("ETag", not(equalTo(before)))
                .body("name", equalTo("Renamed " + program.id()));
    }

    @Test
    void meetingIsASlotThatIsFreeUntilItIsFull() {
        // given
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        var id = program.series().get("CHECK_IN") + "." + SATURDAY;
        var free = read("Slot", id);

        // when
        Clinic.book(client, program.series().get("CHECK_IN"), SATURDAY).then().statusCode(201);

        // then
        Answers.keep("Slot", free.asString());
        free.then()
                .statusCode(200)
                .body("status", equalTo("free"))
                .body("serviceType[0].coding[0].code", equalTo("CHECK_IN"))
                .body("contained[0].actor[0].reference", equalTo("HealthcareService/" + program.id()));
        read("Slot", id).then().body("status", equalTo("free")).header("ETag", not(equalTo(free.header("ETag"))));
    }

    @Test
    void lastSeatMakesItBusy() {
        // given
        var one = Clinic.series(program.id(), "CHECK_IN", "MORNING", "08:00");
        one.putAll(Map.of(
                "rrule", "FREQ=WEEKLY;BYDAY=SA", "durationMinutes", 60, "tele", true, "capacity", 1, "minimumSize", 1));
        String series = Clinic.scheduler(RIVERSIDE)
                .body(one)
                .post("/api/session-series")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var client = Clinic.admitAvailable(program, "08:00", "13:00");

        // when
        Clinic.book(client, UUID.fromString(series), SATURDAY).then().statusCode(201);

        // then
        read("Slot", series + "." + SATURDAY).then().body("status", equalTo("busy"));
        search("Slot", "schedule.actor", program.id(), "start", SATURDAY, "status", "busy")
                .body("entry.resource.id", equalTo(List.of(series + "." + SATURDAY)));
    }

    @Test
    void meetingThatHasBegunIsUnavailable() {
        read("Slot", program.series().get("CHECK_IN") + "." + Clinic.lastWeek().plusDays(5))
                .then()
                .statusCode(200)
                .body("status", equalTo("busy-unavailable"));
    }

    @Test
    void slotsAreFoundByProgramTimeKindAndStatusInPages() {
        // given
        var day = SATURDAY.minusDays(5);

        // when
        var first = search(
                "Slot",
                "schedule.actor",
                "HealthcareService/" + program.id(),
                "start",
                "ge" + day,
                "start",
                "le" + SATURDAY,
                "_count",
                4);

        // then
        String next = first.body("entry", hasSize(4))
                .body("entry.resource.status", everyItem(equalTo("free")))
                .extract()
                .path("link.find { it.relation == 'next' }.url");
        var rest = ehr(RIVERSIDE).urlEncodingEnabled(false).get(next).then().statusCode(200);
        // Three tracks on three days, and the check-in.
        rest.body("entry", hasSize(4));
        search("Slot", "schedule.actor", program.id(), "start", SATURDAY, "service-type", "CHECK_IN")
                .body("entry.resource.id", equalTo(List.of(program.series().get("CHECK_IN") + "." + SATURDAY)));
        search("Slot", "schedule.actor", program.id(), "start", SATURDAY, "service-type", "GROUP")
                .body("entry", equalTo(null));
        search("Slot", "schedule.actor", program.id(), "start", "lt2020-01-01").body("entry", equalTo(null));
        ehr(RIVERSIDE)
                .formParam("schedule.actor", program.id())
                .formParam("start", SATURDAY.toString())
                .post("/fhir/Slot/_search")
                .then()
                .statusCode(200)
                .body("entry", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "Slot, start, ge2026-01-01T00:00:00, 422",
        "Slot, start, lt2999, 422",
        "Slot, status, perhaps, 422",
        "Slot, service-type, INDIVIDUAL, 422",
        "Slot, patient, 1, 400",
        "Location, status, closed, 422",
        "PractitionerRole, active, perhaps, 422",
        "HealthcareService, _lastUpdated, 2026, 422",
        "HealthcareService, _count, 0, 422",
        "HealthcareService, _format, xml, 406"
    })
    void whatCanNotBeMeantIsRefused(String type, String parameter, String value, int status) {
        ehr(RIVERSIDE)
                .queryParam(parameter, value)
                .get("/fhir/{type}", type)
                .then()
                .statusCode(status)
                .body("resourceType", equalTo("OperationOutcome"));
    }

    @ParameterizedTest
    @CsvSource({"HealthcareService", "Location", "PractitionerRole", "Slot"})
    void anotherOrganizationsAreNotThere(String type) {
        // given
        var id =
                switch (type) {
                    case "PractitionerRole" ->
                        program.clinicians().get("Rowan Sample").toString();
                    case "Slot" -> program.series().get("CHECK_IN") + "." + SATURDAY;
                    default -> program.id().toString();
                };

        // when, then
        read(type, id).then().statusCode(200).body("id", equalTo(id));
        ehr(LAKESIDE).get("/fhir/{type}/{id}", type, id).then().statusCode(404);
        ehr(LAKESIDE)
                .queryParam("_id", id)
                .get("/fhir/{type}", type)
                .then()
                .statusCode(200)
                .body("entry", equalTo(null));
        read(type, "nonsense").then().statusCode(404);
    }

    @Test
    void searchNamesWhatItFound() {
        search("HealthcareService", "_id", program.id())
                .body("entry[0].fullUrl", endsWith("/scheduling/fhir/HealthcareService/" + program.id()))
                .body("entry[0].search.mode", equalTo("match"));
    }
}
