package care.iop.scheduling.roster.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import care.iop.scheduling.roster.engine.Limits;
import care.iop.scheduling.roster.engine.RosterEngine;
import care.iop.scheduling.roster.engine.RosterResult;
import care.iop.scheduling.roster.engine.constraint.RosterConstraints;
import care.iop.scheduling.roster.engine.problem.Modality;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterExchangeTest {

    private static ObjectNode document() {
        try (InputStream file = RosterExchangeTest.class.getResourceAsStream("/roster/eight-clients.json")) {
            return (ObjectNode) new ObjectMapper().readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RosterResult solve(RosterProblem problem) {
        return new RosterEngine().solve(problem, new Limits(200, Duration.ofMinutes(1), 1));
    }

    private static void put(ObjectNode document, String pointer, String json) throws IOException {
        int last = pointer.lastIndexOf('/');
        JsonNode parent = document.at(pointer.substring(0, last));
        JsonNode value = new ObjectMapper().readTree(json);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(pointer.substring(last + 1)), value);
        } else {
            ((ObjectNode) parent).set(pointer.substring(last + 1), value);
        }
    }

    @Test
    void readsWhatTheDocumentSays() {
        // when
        RosterProblem problem = RosterExchange.readProblem(document());

        // then
        assertEquals(60, problem.startStepMinutes(), "everything is on whole hours");
        assertEquals(8, problem.clients().size());
        RosterClient third = problem.clients().get(2);
        assertEquals("C3", third.id());
        assertTrue(third.trauma());
        assertTrue(third.needsGroup());
        assertEquals("M", third.preferences().trackId());
        assertEquals(Modality.TRAUMA_INFORMED, third.preferences().modality());
        assertEquals(
                SampleWeek.window("Mon 10:00-20:00"),
                third.availability().windows().get(0));
        assertEquals(120, third.sessions().get(1).minutes());
        assertEquals(Set.of("C6"), problem.clients().get(3).noContact());
        assertEquals(32 * 60, problem.clinicians().get(0).maxMinutes());
    }

    @Test
    void aWeekWrittenAndReadAgainIsTheSame() {
        // given
        RosterProblem problem = RosterExchange.readProblem(document());

        // when
        RosterProblem again = RosterExchange.readProblem(RosterExchange.write("again", problem));

        // then
        assertEquals(problem, again);
    }

    @Test
    void aRosterWrittenAndReadAgainIsTheSame() {
        // given
        RosterProblem problem = RosterExchange.readProblem(document());
        RosterResult result = solve(problem);

        // when
        Roster again = RosterExchange.readRoster(problem, RosterExchange.write(problem, result.roster()));

        // then
        assertEquals(result.roster(), again);
        assertEquals(result.score(), RosterConstraints.score(problem, again));
        assertEquals(0, result.score().hard());
        assertEquals(0, result.score().medium());
    }

    @Test
    void quarterHoursMakeAFinerGrid() throws IOException {
        // given
        ObjectNode document = document();
        put(document, "/clients/0/avail", "[[0, 9.25, 13.5], [2, 9, 14]]");

        // when
        RosterProblem problem = RosterExchange.readProblem(document);

        // then
        assertEquals(15, problem.startStepMinutes());
        assertEquals(
                SampleWeek.window("Mon 09:15-13:30"),
                problem.clients().get(0).availability().windows().get(0));
        assertEquals(problem, RosterExchange.readProblem(RosterExchange.write("again", problem)));
    }

    @Test
    void whatTheFormatLacksIsOptional() throws IOException {
        // given
        ObjectNode document = document();
        put(document, "/clients/0/needsGroup", "false");
        put(document, "/clients/0/minHours", "9");
        put(document, "/clients/0/maxHours", "20");
        put(document, "/cohorts/0/facilitator", "\"T1\"");

        // when
        RosterProblem problem = RosterExchange.readProblem(document);

        // then
        assertEquals(9 * 60, problem.clients().get(0).limits().band().minMinutes());
        assertEquals(20 * 60, problem.clients().get(0).limits().band().maxMinutes());
        assertEquals("T1", problem.cohorts().get(0).facilitatorId());
        assertEquals(problem, RosterExchange.readProblem(RosterExchange.write("again", problem)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "/clients/1/priority | null | is missing.",
                "/clients/1/priority | \"high\" | must be a whole number.",
                "/clients/1/gender | \"W\" | must be one of F, M, X, but is W.",
                "/clients/1/prefTrack | \"N\" | must be M (morning), A (afternoon) or E (evening), but is N.",
                "/clients/1/avail/0 | [0, 9] | must be a day, an hour to start and an hour to end",
                "/clients/1/avail/0/0 | 7 | must be 0 (Monday) to 6 (Sunday), but is 7.",
                "/clients/1/avail/0/1 | 9.1 | must be hours of a week in steps of a quarter, for example 9.25.",
                "/clients/1/sessions/0/hours | \"1\" | must be a number of hours.",
                "/cohorts/0/tele | 1 | must be true or false.",
                "/cohorts/0/id | \"\" | must be a text that is not empty.",
                "/clients | {} | must be a list.",
                "/rooms/0 | 3 | must be an object."
            })
    void aFaultNamesItsPlace(String pointer, String json, String fault) throws IOException {
        // given
        ObjectNode document = document();
        put(document, pointer, json);

        // when
        ExchangeException refused = assertThrows(ExchangeException.class, () -> RosterExchange.readProblem(document));

        // then
        assertEquals(pointer, refused.pointer());
        assertTrue(refused.getMessage().startsWith(pointer + " " + fault), refused.getMessage());
    }

    @Test
    void whatTheRosterItselfRefusesIsToldWithItsPlace() throws IOException {
        // given
        ObjectNode document = document();
        put(document, "/clients/2/maxDays", "9");

        // when
        ExchangeException refused = assertThrows(ExchangeException.class, () -> RosterExchange.readProblem(document));

        // then
        assertEquals("/clients/2", refused.pointer());
    }

    @Test
    void aReferenceToNobodyIsRefused() throws IOException {
        // given
        ObjectNode document = document();
        put(document, "/clients/2/primary", "\"T9\"");

        // when
        ExchangeException refused = assertThrows(ExchangeException.class, () -> RosterExchange.readProblem(document));

        // then
        assertTrue(refused.getMessage().contains("names primary therapist T9"), refused.getMessage());
    }

    @Test
    void aRosterOfAnUnknownSessionIsRefused() throws IOException {
        // given
        RosterProblem problem = RosterExchange.readProblem(document());
        ObjectNode roster = RosterExchange.write(problem, Roster.EMPTY);
        put(roster, "/sessions/C1.9", "{\"clinician\": \"T1\", \"day\": 0, \"start\": 9}");

        // when
        ExchangeException refused =
                assertThrows(ExchangeException.class, () -> RosterExchange.readRoster(problem, roster));

        // then
        assertEquals("/sessions/C1.9", refused.pointer());
    }
}
