package care.iop.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirRoutesTest {

    @ParameterizedTest
    @CsvSource({
        "/fhir, /intake/fhir",
        "/fhir/, /intake/fhir",
        "/fhir/metadata, /intake/fhir/suite/metadata",
        "/fhir/.well-known/smart-configuration, /intake/fhir/suite/.well-known/smart-configuration",
        "/fhir/Slot?status=free, /scheduling/fhir/Slot?status=free",
        "/fhir/Appointment/1, /scheduling/fhir/Appointment/1",
        "/fhir/Goal/_search, /progress/fhir/Goal/_search",
        "/fhir/Nothing/1, /fhir/Nothing/1",
        "/fhirs/Goal, /fhirs/Goal",
        "/intake/fhir/Task/1, /intake/fhir/Task/1"
    })
    void typeGoesToTheServiceThatKnowsIt(String address, String passedOn) {
        assertEquals(passedOn, FhirRoutes.passedOn(address));
    }

    @Test
    void everyTypeOfEveryServiceIsPassedOn() throws IOException {
        // given
        Map<String, String> known = new TreeMap<>();
        for (String service : new String[] {"intake", "scheduling", "progress"}) {
            Path statement = Path.of("..", "..", service + "-service", "contracts", "capability-statement.json");
            for (var resource : new ObjectMapper().readTree(statement.toFile()).at("/rest/0/resource")) {
                // The program's own services and places, which scheduling has, come before a directory of others'.
                known.put(resource.path("type").asText(), service);
            }
        }
        // What is no type of a statement: an operation for staff.
        known.put("CoverageEligibilityResponse", "intake");

        // when, then
        assertEquals(known, new TreeMap<>(FhirRoutes.services()));
    }
}
