package care.iop.intake.patient;

import static care.iop.intake.Desk.LAKESIDE;
import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.ServiceTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class PatientResourceTest {

    @Inject
    Database database;

    @Test
    void everythingThatIsSentIsKeptAsItWasWritten() {
        // given
        var person = Desk.person();
        person.put("givenName", "Zoë 小龍");
        person.put("familyName", "O’Example-Núñez");
        person.put("sexAtBirth", "UNKNOWN");
        person.put("phone", "(555) 010-0199 x12");
        person.put("email", "avery@example.org");
        person.put(
                "emergencyContact",
                Map.of("name", "Robin Example", "phone", "+1 555 010 0188", "relationship", "sister"));
        person.put("preferredLanguage", "es-MX");
        person.put("timeZone", "America/Chicago");

        // when
        var created = Desk.coordinator(RIVERSIDE).body(person).post("/api/patients");

        // then
        created.then().statusCode(201).header("ETag", "\"0\"");
        Map<String, Object> read = Desk.clinician(RIVERSIDE)
                .get(created.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .extract()
                .path("");
        assertThat(read).containsAllEntriesOf(person).containsEntry("id", created.path("id"));
    }

    @Test
    void onlyNameBirthDateAndGenderAreDemanded() {
        // given
        var person = Map.of("familyName", "Example", "birthDate", "1900-01-01", "administrativeGender", "UNKNOWN");

        // when
        var created =
                Desk.coordinator(RIVERSIDE).body(person).post("/api/patients").then();

        // then
        created.statusCode(201).body("identifiers", hasSize(0)).body("givenName", nullValue());
    }

    static Stream<Arguments> unsound() {
        var tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
        return Stream.of(
                Arguments.of("familyName", null, 422, "/familyName"),
                Arguments.of("familyName", " ", 422, "/familyName"),
                Arguments.of("familyName", "Line\nbreak", 422, "/familyName"),
                Arguments.of("familyName", "nul\u0000", 422, "/familyName"),
                Arguments.of("givenName", "x".repeat(201), 422, "/givenName"),
                Arguments.of("birthDate", null, 422, "/birthDate"),
                Arguments.of("birthDate", tomorrow, 422, "/birthDate"),
                Arguments.of("birthDate", "1899-12-31", 422, "/birthDate"),
                Arguments.of("birthDate", "1988-02-30", 400, "/birthDate"),
                Arguments.of("birthDate", 19880417, 400, "/birthDate"),
                Arguments.of("administrativeGender", "F", 400, "/administrativeGender"),
                Arguments.of("phone", "none", 422, "/phone"),
                Arguments.of("email", "avery at example", 422, "/email"),
                Arguments.of("preferredLanguage", "en_US", 422, "/preferredLanguage"),
                Arguments.of("timeZone", "EST5", 422, "/timeZone"),
                Arguments.of("emergencyContact", Map.of("name", "Robin"), 422, "/emergencyContact/phone"),
                Arguments.of(
                        "identifiers", List.of(Map.of("system", "not a uri", "value", "1")), 422, "/identifiers/0"),
                Arguments.of("identifiers", List.of(Map.of("system", Desk.MRN)), 422, "/identifiers/0"),
                Arguments.of("identifiers", new ArrayList<>(Arrays.asList((Object) null)), 422, "/identifiers/0"),
                Arguments.of("nickname", "Ave", 400, "/nickname"));
    }

    @ParameterizedTest
    @MethodSource("unsound")
    void whatIsUnsoundIsRefusedByItsPointer(String property, Object value, int status, String pointer) {
        // given
        var person = Desk.person();
        person.put(property, value);

        // when
        var refused =
                Desk.coordinator(RIVERSIDE).body(person).post("/api/patients").then();

        // then
        refused.statusCode(status).body("errors.pointer", hasItem(containsString(pointer)));
    }

    @Test
    void noRefusalRepeatsWhatWasSent() {
        // given
        var person = Desk.person();
        person.put("familyName", "Secretname\u0001");
        person.put("phone", "secretphone");
        person.put("email", "secretmail");

        // when
        var refused = Desk.coordinator(RIVERSIDE).body(person).post("/api/patients");

        // then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString().toLowerCase(Locale.ROOT)).doesNotContain("secret");
    }

    @Test
    void anIdentifierNamesOnePatientOfAnOrganization() {
        // given
        var person = Desk.person();
        Desk.coordinator(RIVERSIDE).body(person).post("/api/patients").then().statusCode(201);

        // when
        var again =
                Desk.coordinator(RIVERSIDE).body(person).post("/api/patients").then();

        // then
        again.statusCode(409).body("type", equalTo("/problems/identifier-taken"));
        Desk.coordinator(LAKESIDE).body(person).post("/api/patients").then().statusCode(201);
    }

    @Test
    void patientIsFoundByIdentifier() {
        // given
        var person = Desk.person();
        String id = Desk.coordinator(RIVERSIDE)
                .body(person)
                .post("/api/patients")
                .then()
                .extract()
                .path("id");
        var token = Desk.MRN + "|" + ((Map<?, ?>) ((List<?>) person.get("identifiers")).get(0)).get("value");

        // when
        var found = Desk.clinician(RIVERSIDE)
                .queryParam("identifier", token)
                .get("/api/patients")
                .then();

        // then
        found.statusCode(200).body("items.id", contains(id));
        Desk.clinician(LAKESIDE)
                .queryParam("identifier", token)
                .get("/api/patients")
                .then()
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MRN-1", "|MRN-1", "https://x.example|", "https://x.example|\u0000"})
    void identifierOfAnotherFormIsRefused(String token) {
        // when
        var refused = Desk.clinician(RIVERSIDE)
                .queryParam("identifier", token)
                .get("/api/patients")
                .then();

        // then
        refused.statusCode(422).body("errors[0].pointer", equalTo("identifier"));
    }

    @Test
    void listIsPagedInOrderOfRegistration() {
        // given
        var organization = "pages-" + UUID.randomUUID();
        var registered =
                Stream.generate(() -> Desk.register(organization)).limit(5).toList();

        // when
        var seen = new ArrayList<String>();
        var next = "/api/patients?limit=2";
        var pages = 0;
        while (next != null) {
            var page = Desk.clinician(organization).urlEncodingEnabled(false).get(next);
            assertThat(page.statusCode()).isEqualTo(200);
            seen.addAll(page.jsonPath().getList("items.id"));
            next = page.header("Link") == null
                    ? null
                    : page.header("Link").replaceAll("^<([^>]*)>.*", "$1").replaceFirst("^.*/intake", "");
            pages++;
        }

        // then
        assertThat(seen).containsExactlyElementsOf(registered);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void changeReplacesAllAndKeepsIdentifiersThatStay() {
        // given
        var person = new HashMap<>(Desk.person());
        var stays = Desk.identifier("STAYS-" + UUID.randomUUID());
        person.put("identifiers", List.of(stays, Desk.identifier("GOES-" + UUID.randomUUID())));
        person.put("phone", "+1 555 010 0199");
        String id = Desk.coordinator(RIVERSIDE)
                .body(person)
                .post("/api/patients")
                .then()
                .extract()
                .path("id");
        person.remove("phone");
        person.put("familyName", "Sample");
        var comes = Desk.identifier("COMES-" + UUID.randomUUID());
        person.put("identifiers", List.of(stays, comes));

        // when
        var changed = Desk.coordinator(RIVERSIDE)
                .header("If-Match", "\"0\"")
                .body(person)
                .put("/api/patients/{id}", id)
                .then();

        // then
        changed.statusCode(200).header("ETag", "\"1\"");
        Desk.clinician(RIVERSIDE)
                .get("/api/patients/{id}", id)
                .then()
                .header("ETag", "\"1\"")
                .body("familyName", equalTo("Sample"))
                .body("phone", nullValue())
                .body("identifiers", contains(stays, comes));
    }

    @Test
    void changeNeedsThePresentVersion() {
        // given
        var id = Desk.register(RIVERSIDE);
        var person = Desk.person();
        Desk.coordinator(RIVERSIDE)
                .header("If-Match", "\"0\"")
                .body(person)
                .put("/api/patients/{id}", id)
                .then()
                .statusCode(200);

        // when
        var blind = Desk.coordinator(RIVERSIDE)
                .body(person)
                .put("/api/patients/{id}", id)
                .then();
        var stale = Desk.coordinator(RIVERSIDE)
                .header("If-Match", "\"0\"")
                .body(person)
                .put("/api/patients/{id}", id)
                .then();

        // then
        blind.statusCode(428).body("type", equalTo("/problems/precondition-required"));
        stale.statusCode(412).body("type", equalTo("/problems/stale-version"));
    }

    @Test
    void changeCannotTakeAnothersIdentifier() {
        // given
        var other = Desk.person();
        Desk.coordinator(RIVERSIDE).body(other).post("/api/patients").then().statusCode(201);
        var id = Desk.register(RIVERSIDE);

        // when
        var refused = Desk.coordinator(RIVERSIDE)
                .header("If-Match", "*")
                .body(other)
                .put("/api/patients/{id}", id)
                .then();

        // then
        refused.statusCode(409).body("type", equalTo("/problems/identifier-taken"));
    }

    @Test
    void everyAccessIsNoted() {
        // given
        var id = Desk.register(RIVERSIDE);

        // when
        Desk.clinician(RIVERSIDE).header("Purpose-Of-Use", "HOPERAT").get("/api/patients/{id}", id);
        Desk.coordinator(RIVERSIDE).header("If-Match", "*").body(Desk.person()).put("/api/patients/{id}", id);

        // then
        assertThat(database.rows(
                        "select action, resource, purpose, operation from access_log where person_id = ? order by id",
                        UUID.fromString(id)))
                .containsExactly(
                        "WRITE Patient TREAT POST PatientResource#register",
                        "READ Patient HOPERAT GET PatientResource#get",
                        "WRITE Patient TREAT PUT PatientResource#change");
    }
}
