package care.iop.chassis.testing.fhir;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Whoever no consent covers can't be told apart from who does not exist: every read, every search parameter and every
 * write that the capability statement names is asked for a covered, an uncovered and an absent person. A new parameter or
 * interaction fails until it has values to probe with.
 */
public abstract class LeakTests {

    /** A person of whom each type tells exactly one resource, by its identifier. */
    public record Person(UUID patientId, Map<String, String> resources) {

        String resource(String type) {
            var id = resources.get(type);
            if (id == null) {
                throw new AssertionError("a new type needs a resource to probe: " + type);
            }
            return id;
        }
    }

    private static final Set<String> READING = Set.of("read", "search-type");

    private int probes;

    /** A request of the EHR of a registered hospital. */
    protected abstract RequestSpecification ehr();

    /** Has the person consent to all that the hospital may be told. */
    protected abstract void consent(UUID patientId);

    /** How many probes there have to be at the least: fewer would mean that the statement lost something. */
    protected abstract int leastProbes();

    /** Whether a type tells of persons; what tells of places is for everybody. */
    protected boolean isOfPersons(String type) {
        return true;
    }

    /** The parameter that says whom a search is about. */
    protected String personParameter(String type) {
        return "patient";
    }

    /** Someone of whom there is one resource of each type, and whom no consent covers yet. */
    protected abstract Person somebody();

    /** An identifier of the form that this type's have, which is nobody's. */
    protected String absentId(String type) {
        return UUID.randomUUID().toString();
    }

    /** Values of a parameter that would find the resource, if it may be found. */
    protected abstract List<String> values(String type, String parameter, Person person);

    @Test
    void uncoveredCanNotBeToldFromAbsent() {
        // given
        var covered = somebody();
        var uncovered = somebody();
        consent(covered.patientId());
        List<Map<String, Object>> resources =
                given().get("/fhir/metadata").then().statusCode(200).extract().path("rest[0].resource");
        assertThat(resources).isNotEmpty();

        for (var resource : resources) {
            // when, then
            var type = String.valueOf(resource.get("type"));
            if (!isOfPersons(type)) {
                continue;
            }
            probeReads(type, covered, uncovered);
            for (var parameter : values(resource, "searchParam", "name")) {
                probeSearch(type, parameter, covered, uncovered);
            }
            for (var interaction : values(resource, "interaction", "code")) {
                if (!READING.contains(interaction)) {
                    probeWrite(type, interaction, uncovered);
                }
            }
        }
        assertThat(probes).isGreaterThanOrEqualTo(leastProbes());
    }

    private static List<String> values(Map<String, Object> resource, String list, String key) {
        var values = new ArrayList<String>();
        if (resource.get(list) instanceof List<?> entries) {
            for (var entry : entries) {
                values.add(String.valueOf(((Map<?, ?>) entry).get(key)));
            }
        }
        return values;
    }

    private void probeReads(String type, Person covered, Person uncovered) {
        probes++;
        var absent = absentId(type);
        var hidden = uncovered.resource(type);
        var shown = read(type, covered.resource(type));
        assertThat(shown.statusCode()).as(type).isEqualTo(200);
        Answers.keep(type, shown.asString());
        assertThat(shape(read(type, hidden), hidden))
                .as("read of " + type)
                .isEqualTo(shape(read(type, absent), absent));
    }

    /** Sends what would be taken for a covered person: for whoever is not covered, the answer is that for whoever does not exist. */
    private void probeWrite(String type, String interaction, Person uncovered) {
        probes++;
        var nobody = new Person(UUID.randomUUID(), Map.of(type, absentId(type)));
        var refused = write(type, interaction, uncovered);
        assertThat(refused.statusCode()).as(interaction + " of " + type).isIn(404, 422);
        assertThat(shape(refused, uncovered.patientId().toString(), uncovered.resource(type)))
                .as(interaction + " of " + type)
                .isEqualTo(shape(
                        write(type, interaction, nobody), nobody.patientId().toString(), nobody.resource(type)));
    }

    /** A write about a person that would be taken if a consent covered it. */
    protected Response write(String type, String interaction, Person person) {
        throw new AssertionError("a new interaction needs a request to probe with: " + interaction + " of " + type);
    }

    private Response read(String type, String id) {
        return ehr().get("/fhir/{type}/{id}", type, id);
    }

    private void probeSearch(String type, String parameter, Person covered, Person uncovered) {
        var nobody = new Person(UUID.randomUUID(), Map.of(type, absentId(type)));
        var found = values(type, parameter, covered);
        var hidden = values(type, parameter, uncovered);
        var missing = values(type, parameter, nobody);
        for (int i = 0; i < found.size(); i++) {
            probes++;
            var as = type + "?" + parameter + "=" + found.get(i);
            var shown = search(type, covered, parameter, found.get(i));
            assertThat(shown.<List<?>>path("entry")).as(as).hasSize(1);
            Answers.keep(type + "-found-by-" + parameter, shown.asString());
            assertThat(shown.asString())
                    .as(as)
                    .contains(covered.resource(type))
                    .doesNotContain(uncovered.patientId().toString(), uncovered.resource(type));
            assertThat(shape(
                            search(type, uncovered, parameter, hidden.get(i)),
                            uncovered.patientId().toString(),
                            uncovered.resource(type),
                            hidden.get(i)))
                    .as(as)
                    .isEqualTo(shape(
                            search(type, nobody, parameter, missing.get(i)),
                            nobody.patientId().toString(),
                            nobody.resource(type),
                            missing.get(i)));
        }
    }

    private Response search(String type, Person person, String parameter, String value) {
        var request = ehr().queryParam(parameter, value);
        var whose = personParameter(type);
        return (parameter.equals(whose) ? request : request.queryParam(whose, person.patientId()))
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
            body = body.replace(URLEncoder.encode(said, StandardCharsets.UTF_8), "ASKED")
                    .replace(said, "ASKED");
        }
        return text.append('\n').append(body).toString();
    }
}
