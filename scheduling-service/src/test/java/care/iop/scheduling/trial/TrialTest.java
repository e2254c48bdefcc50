package care.iop.scheduling.trial;

import static care.iop.scheduling.Clinic.LAKESIDE;
import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.director;
import static care.iop.scheduling.Clinic.scheduler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.ServiceTest;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.exchange.RosterExchange;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An exchange document becomes a program with invented clients, and comes out of it with the same content. */
@ServiceTest
class TrialTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode eightClients() {
        try (var document = TrialTest.class.getResourceAsStream("/roster/eight-clients.json")) {
            return JSON.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response open(String organization, UUID id, String document) {
        return director(organization)
                .queryParam("weekStartingOn", Clinic.weekAhead().toString())
                .queryParam("zone", "America/New_York")
                .body(document)
                .put("/api/programs/{id}/trial", id);
    }

    private static <T> List<String> alike(Stream<T> all, Function<T, List<?>> facts) {
        return all.map(each -> facts.apply(each).toString()).sorted().toList();
    }

    /** A pair that is said on one side of the document holds for both. */
    private static long pairs(RosterProblem week, RosterClient client) {
        return week.clients().stream()
                .filter(other -> other.noContact().contains(client.id())
                        || client.noContact().contains(other.id()))
                .count();
    }

    private static List<?> facts(RosterProblem week, RosterClient client) {
        return Stream.of(
                        client.gender(),
                        client.trauma(),
                        client.teleOnly(),
                        client.telehealth(),
                        client.priority(),
                        client.needsGroup(),
                        client.preferences(),
                        client.limits().maxDays(),
                        client.limits().maxDayMinutes(),
                        client.availability(),
                        client.careTeam().size(),
                        pairs(week, client),
                        alike(client.sessions().stream(), session -> List.of(session.kind(), session.minutes())))
                .map(String::valueOf)
                .toList();
    }

    private static List<?> facts(RosterCohort cohort) {
        return List.of(
                cohort.trackId(),
                cohort.slots(),
                cohort.capacity(),
                cohort.minSize(),
                cohort.gender(),
                cohort.traumaTrack(),
                cohort.modality(),
                cohort.tele());
    }

    private static void requireSameContent(RosterProblem week, RosterProblem given) {
        assertThat(alike(week.clients().stream(), client -> facts(week, client)))
                .isEqualTo(alike(given.clients().stream(), client -> facts(given, client)));
        assertThat(alike(week.cohorts().stream(), TrialTest::facts))
                .isEqualTo(alike(given.cohorts().stream(), TrialTest::facts));
        assertThat(alike(
                        week.clinicians().stream(),
                        k -> List.of(
                                k.availability(),
                                k.maxMinutes(),
                                k.targetMinutes(),
                                k.credentials().size())))
                .isEqualTo(alike(
                        given.clinicians().stream(),
                        k -> List.of(
                                k.availability(),
                                k.maxMinutes(),
                                k.targetMinutes(),
                                k.credentials().size())));
        assertThat(alike(week.rooms().stream(), room -> List.of(room.type())))
                .isEqualTo(alike(given.rooms().stream(), room -> List.of(room.type())));
    }

    @Test
    void goesInAndComesOutWithTheSameContentAndCanBeSolved() throws IOException {
        // given
        var id = UUID.randomUUID();
        var document = eightClients();

        // when
        var opened = open(RIVERSIDE, id, document.toString());

        // then
        opened.then().log().ifValidationFails().statusCode(201).body("clients", equalTo(8));
        var exported = scheduler(RIVERSIDE)
                .queryParam("weekStartingOn", Clinic.weekAhead().toString())
                .get("/api/programs/{id}/week-instance", id);
        exported.then().statusCode(200);
        requireSameContent(
                RosterExchange.readProblem(JSON.readTree(exported.asString())), RosterExchange.readProblem(document));
        Clinic.solved(new DemoProgram(RIVERSIDE, id, Map.of(), Map.of(), Map.of()), Clinic.weekAhead())
                .then()
                .body("status", equalTo("SOLVED"));
        open(RIVERSIDE, id, document.toString())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/program-exists"));
    }

    @Test
    void faultIsNamedByItsPlaceAndNothingIsOpened() {
        // given
        var document = eightClients();
        ((ObjectNode) document.at("/cohorts/1")).put("track", "N");
        var id = UUID.randomUUID();

        // when
        var response = open(LAKESIDE, id, document.toString());

        // then
        response.then().statusCode(422).body("errors.pointer", contains("/cohorts/1/track"));
        scheduler(LAKESIDE).get("/api/programs/{id}", id).then().statusCode(404);
    }
}
