package care.iop.intake.duplicate;

import static org.awaitility.Awaitility.await;

import care.iop.intake.Desk;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Invented people who are hard to tell apart. */
public final class Twins {

    private Twins() {}

    /** A family name that nobody else in the tests has. */
    static String familyName() {
        var letters = new StringBuilder("Ex");
        UUID.randomUUID()
                .toString()
                .chars()
                .filter(c -> c != '-')
                .limit(14)
                .forEach(c -> letters.append((char) (c < 'a' ? 'k' + c - '0' : c)));
        return letters.toString();
    }

    /** A person without identifiers. */
    static Map<String, Object> person(String given, String family, String birthDate) {
        var person = new HashMap<String, Object>();
        person.put("givenName", given);
        person.put("familyName", family);
        person.put("birthDate", birthDate);
        person.put("administrativeGender", "UNKNOWN");
        return person;
    }

    static Map<String, Object> with(Map<String, Object> person, String field, Object value) {
        var changed = new HashMap<>(person);
        changed.put(field, value);
        return changed;
    }

    static String register(String organization, Map<String, Object> person) {
        return Desk.coordinator(organization)
                .body(person)
                .post("/api/patients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Registers one person twice and gives the pair that was found. */
    public static String registerPair(String organization) {
        var person = person("Robin", familyName(), "1979-03-05");
        var first = register(organization, person);
        register(organization, person);
        return await().until(
                        () -> Desk.coordinator(organization)
                                .get("/api/possible-duplicates?patientId={id}", first)
                                .then()
                                .statusCode(200)
                                .extract()
                                .<String>path("items[0].id"),
                        Objects::nonNull);
    }

    /** Registers one person twice, merges them and gives the merge. */
    public static String mergeTwo(String organization) {
        var person = person("Sasha", familyName(), "1979-03-05");
        return post(organization, merge(register(organization, person), 0, register(organization, person), 0))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Map<String, Object> merge(String survivor, long version, String merged, long mergedVersion) {
        return Map.of(
                "survivorId", survivor,
                "survivorVersion", version,
                "mergedId", merged,
                "mergedVersion", mergedVersion,
                "reason", "Registered twice.");
    }

    static Response post(String organization, Map<String, Object> merge) {
        return Desk.coordinator(organization).body(merge).post("/api/patient-merges");
    }
}
