package care.iop.progress.assessment;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The instruments that this service can score, read from their definitions when the service starts. */
@ApplicationScoped
@Startup
class Instruments {

    private static final List<String> DEFINITIONS = List.of("phq-9");

    private final List<Instrument> instruments;

    Instruments() {
        this.instruments = DEFINITIONS.stream().map(Instruments::read).toList();
    }

    Optional<Instrument> find(String code) {
        return instruments.stream()
                .filter(instrument -> instrument.code().equals(code))
                .findFirst();
    }

    List<String> codes() {
        return instruments.stream().map(Instrument::code).toList();
    }

    private static Instrument read(String name) {
        var path = "/instruments/" + name + ".json";
        try (var definition = Instruments.class.getResourceAsStream(path)) {
            if (definition == null) {
                throw new IllegalStateException("no definition at " + path);
            }
            return new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .readValue(definition, Instrument.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
