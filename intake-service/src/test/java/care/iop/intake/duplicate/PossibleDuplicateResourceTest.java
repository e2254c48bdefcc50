package care.iop.intake.duplicate;

import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.ServiceTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class PossibleDuplicateResourceTest {

    private static final int MANY = 20_000;

    @Inject
    Database database;

    @Test
    void typingSlipIsFoundWhenThePersonIsRegisteredAgainAndExplained() {
        // given
        var family = Twins.familyName();
        var slip = family.substring(0, 6) + family.charAt(7) + family.charAt(6) + family.substring(8);
        var first = Twins.register(RIVERSIDE, Twins.person("Avery", family, "1961-07-19"));

        // when
        var second = Twins.register(
                RIVERSIDE, Twins.person("Avery", slip.equals(family) ? family + "x" : slip, "1961-07-19"));

        // then
        pairsOf(first)
                .body("items", hasSize(1))
                .body("items[0].strength", equalTo("POSSIBLE"))
                .body("items[0].score", equalTo(68))
                .body(
                        "items[0].explanation",
                        equalTo("same birth date; family name differs by one letter; same given name"))
                .body("items[0].evidence.points", contains(30, 18, 20))
                .body("items[0].status", equalTo("OPEN"));
        List<String> both = pairsOf(second)
                .extract()
                .path("items.collect { [it.first.patient.id, it.second.patient.id] }.flatten()");
        assertThat(both).containsExactlyInAnyOrder(first, second);
        assertThat(database.number(
                        "select count(*) from access_log where person_id = ? and action = 'READ'",
                        UUID.fromString(second)))
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "Zoë, NÚÑEZ-%s, zoe, Nunez %s",
        "Ｊｏ, O’Brien%s, JO, o'brien%s",
        "Ćo, Đ%s, ćO, đ%s",
    })
    void caseAccentsAndWidthDontCount(String given, String family, String otherGiven, String otherFamily) {
        // given
        var unique = Twins.familyName();
        var first = Twins.register(RIVERSIDE, Twins.person(given, family.formatted(unique), "1990-11-30"));

        // when
        Twins.register(RIVERSIDE, Twins.person(otherGiven, otherFamily.formatted(unique), "1990-11-30"));

        // then
        pairsOf(first)
                .body("items[0].strength", equalTo("LIKELY"))
                .body("items[0].explanation", equalTo("same birth date; same family name; same given name"));
    }

    @Test
    void peopleAreFoundByContactAndBySwappedNamesAndDates() {
        // given
        var family = Twins.familyName();
        var given = Twins.familyName();
        var phone = "555" + (1_000_000 + Math.abs(family.hashCode() % 9_000_000));
        var person = Twins.with(Twins.person(given, family, "1988-04-07"), "phone", "+1 " + phone + " x12");
        var first = Twins.register(RIVERSIDE, person);

        // when
        Twins.register(RIVERSIDE, Twins.person(family, given, "1988-04-07"));
        Twins.register(RIVERSIDE, Twins.person(given, family, "1988-07-04"));
        Twins.register(RIVERSIDE, Twins.with(Twins.person(given, family, "1961-01-01"), "phone", phone));
        Twins.register(RIVERSIDE, Twins.person("Other", Twins.familyName(), "1961-01-01"));

        // then
        pairsOf(first)
                .body(
                        "items.explanation",
                        containsInAnyOrder(
                                "same birth date; family name and given name are swapped",
                                "day and month of the birth date are swapped; same family name; same given name"));
    }

    @Test
    void twinsAreOnlyPossible() {
        // given
        var family = Twins.familyName();
        var twin = Twins.with(Twins.person("Mia", family, "2001-02-03"), "phone", "+1 555 010 0142");
        var first = Twins.register(RIVERSIDE, Twins.with(twin, "email", family + "@example.org"));

        // when
        Twins.register(RIVERSIDE, Twins.with(Twins.with(twin, "givenName", "Lea"), "email", family + "@example.org"));

        // then
        pairsOf(first)
                .body("items", hasSize(1))
                .body("items[0].strength", equalTo("POSSIBLE"))
                .body(
                        "items[0].explanation",
                        startsWith("same birth date; same family name; given names differ, as those of twins do"));
    }

    @Test
    void pairThatIsKeptApartComesBackOnlyWhenSomethingComparedChanges() {
        // given
        var person = Twins.person("Robin", Twins.familyName(), "1979-03-05");
        var first = Twins.register(RIVERSIDE, person);
        Twins.register(RIVERSIDE, person);
        String pair = pairsOf(first).extract().path("items[0].id");

        // when
        var decided = keepApart(pair, "\"0\"");

        // then
        decided.statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("KEPT_APART"))
                .body("reason", equalTo("Cousins."));
        keepApart(pair, "\"1\"").statusCode(409).body("type", equalTo("/problems/duplicate-already-decided"));
        change(first, Twins.with(person, "preferredLanguage", "es"));
        pairsOf(first).body("items", empty());
        search(first).body("items", empty());
        change(first, Twins.with(person, "phone", "+1 555 010 0177"));
        pairsOf(first).body("items.id", contains(pair));
    }

    @Test
    void decisionNeedsThePresentVersionAndAReason() {
        // given
        var pair = Twins.registerPair(RIVERSIDE);

        // when / then
        keepApart(pair, null).statusCode(428);
        keepApart(pair, "\"7\"").statusCode(412);
        Desk.coordinator(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("reason", " "))
                .post("/api/possible-duplicates/{id}/keep-apart", pair)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
    }

    @Test
    void openPairGoesWhenACorrectionTellsThemApart() {
        // given
        var person = Twins.person("Robin", Twins.familyName(), "1979-03-05");
        var first = Twins.register(RIVERSIDE, person);
        Twins.register(RIVERSIDE, person);
        pairsOf(first).body("items", hasSize(1));

        // when
        change(first, Twins.person("Sasha", Twins.familyName(), "1950-12-24"));

        // then
        pairsOf(first).body("items", empty());
    }

    @Test
    void searchOnDemandFindsWhatWasNotComparedBefore() {
        // given
        var person = Twins.person("Robin", Twins.familyName(), "1979-03-05");
        var first = Twins.register(RIVERSIDE, person);
        Twins.register(RIVERSIDE, person);
        database.execute("delete from possible_duplicate where first_id = ?1 or second_id = ?1"
                .replace("?1", "'" + first + "'"));

        // when
        var found = search(first);

        // then
        found.statusCode(200).body("items", hasSize(1)).body("items[0].strength", equalTo("LIKELY"));
    }

    @Test
    void theSamePersonRegisteredTwiceAtTheSameMomentIsFoundOnce() throws Exception {
        // given
        var person = Twins.person("Robin", Twins.familyName(), "1979-03-05");

        var desks = Executors.newFixedThreadPool(4);

        // when
        var registered = new ArrayList<String>();
        for (var one :
                desks.invokeAll(Collections.<Callable<String>>nCopies(4, () -> Twins.register(RIVERSIDE, person)))) {
            registered.add(one.get());
        }
        var searches = registered.stream()
                .map(id -> (Callable<ValidatableResponse>) () -> search(id).statusCode(200))
                .toList();
        for (var one : desks.invokeAll(searches)) {
            one.get();
        }
        desks.shutdown();

        // then
        for (var one : registered) {
            pairsOf(one).body("items", hasSize(3));
        }
    }

    @Test
    void thePeopleWorthComparingAreFoundByIndexesAlone() {
        // given
        var organization = "crowd-" + UUID.randomUUID();
        database.execute("""
                insert into patient (organization_id, id, given_name, family_name, birth_date, administrative_gender, phone,
                    email, registered_at, changed_at, version)
                select ?, gen_random_uuid(), chr(97 + n % 26) || substr(md5(n::text), 1, 6), substr(md5((n / 7)::text), 1, 9),
                    date '1940-01-01' + n % 25000, 'UNKNOWN', '555' || n, n || '@example.org', now(), now(), 0
                  from generate_series(1000000, ?) n
                """, organization, 1_000_000 + MANY - 1);
        database.execute("analyze patient");
        var person = database.rows("select id from patient where organization_id = ? limit 1", organization)
                .get(0);

        // when
        var plan = String.join(
                "\n",
                database.rows("explain "
                        + PersonIndex.NEAR
                                .replace("any (?)", "any (array['" + person + "']::uuid[])")
                                .replace("limit ?", "limit 200")
                                .replace("organization_id = ?", "organization_id = '" + organization + "'")));

        // then
        assertThat(plan)
                .contains("patient_birth_date", "patient_names", "patient_phone", "patient_email")
                .doesNotContain("Seq Scan on patient ", "Seq Scan on patient_identifier");
    }

    private ValidatableResponse pairsOf(String patientId) {
        await().until(() -> database.number("select count(*) from person_to_compare") == 0);
        return Desk.coordinator(RIVERSIDE)
                .get("/api/possible-duplicates?patientId={id}", patientId)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse search(String patientId) {
        return Desk.coordinator(RIVERSIDE)
                .body(Map.of("patientId", patientId))
                .post("/api/possible-duplicates/search")
                .then();
    }

    private static ValidatableResponse keepApart(String pair, String ifMatch) {
        var request = Desk.coordinator(RIVERSIDE).body(Map.of("reason", "Cousins."));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post("/api/possible-duplicates/{id}/keep-apart", pair)
                .then();
    }

    private static void change(String patientId, Map<String, Object> person) {
        Desk.coordinator(RIVERSIDE)
                .header("If-Match", "*")
                .body(person)
                .put("/api/patients/{id}", patientId)
                .then()
                .statusCode(200);
    }
}
