package care.iop.intake.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The estimates of {@code estimate/worked-cases.json}, worked by hand. A line is deductible, copay, coinsurance, spared, patient. */
final class WorkedEstimates {

    private WorkedEstimates() {}

    /** One estimate, named for the report. */
    record WorkedEstimate(String name, JsonNode request, List<String> lines, String patient) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<WorkedEstimate> all() {
        try (var stream = WorkedEstimates.class.getResourceAsStream("/estimate/worked-cases.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(stream).spliterator(), false)
                    .map(one -> new WorkedEstimate(
                            one.get("name").asText(),
                            one.get("request"),
                            texts(one.get("lines")),
                            one.get("patient").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
