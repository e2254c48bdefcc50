package care.iop.chassis.instrument;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The instruments that can be scored, read and checked once, when the service starts. */
@ApplicationScoped
@Startup
public class Instruments {

    private static final List<String> DEFINITIONS = List.of(
            "c-ssrs",
            "ciwa-ar",
            "cows",
            "audit",
            "audit-c",
            "dast-10",
            "phq-2",
            "phq-9",
            "gad-7",
            "bam-30",
            "bam-7",
            "pcl-5",
            "pacs",
            "tea",
            "craving-nrs");

    private final List<InstrumentDefinition> all;

    public Instruments() {
        this.all = DEFINITIONS.stream().map(Instruments::read).toList();
    }

    /** All instruments, always in the same order. */
    public List<InstrumentDefinition> all() {
        return all;
    }

    /** The instrument of this code, in capitals or not. */
    public Optional<InstrumentDefinition> find(String code) {
        return all.stream()
                .filter(instrument -> instrument.code().equalsIgnoreCase(code))
                .findFirst();
    }

    /**
     * Reads one definition.
     *
     * @param name the name of its file without the ending
     */
    public static InstrumentDefinition read(String name) {
        return read(name, new TypeReference<>() {});
    }

    /** Instruments that are known by their code only, because their terms don't let us ship or score them. */
    public static List<UnshippedInstrument> byCodeOnly() {
        return read("by-id-only", new TypeReference<>() {});
    }

    private static <T> T read(String name, TypeReference<T> type) {
        var path = "/instruments/" + name + ".json";
        try (var definition = Instruments.class.getResourceAsStream(path)) {
            if (definition == null) {
                throw new IllegalStateException("no definition at " + path);
            }
            return new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .readValue(definition, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
