package care.iop.intake.estimate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The years of poverty guidelines that are held in {@code estimate/poverty-guidelines.json}; a new year is a new entry. */
final class PovertyGuidelines {

    private static final String FILE = "/estimate/poverty-guidelines.json";

    private final List<PovertyGuideline> years;

    PovertyGuidelines(List<PovertyGuideline> years) {
        this.years = List.copyOf(years);
    }

    static PovertyGuidelines load() {
        try (var stream = PovertyGuidelines.class.getResourceAsStream(FILE)) {
            return new PovertyGuidelines(new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .readValue(stream, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " can't be read", e);
        }
    }

    /** Those that held on a day: the latest that had begun. */
    Optional<PovertyGuideline> inForceOn(LocalDate day) {
        return years.stream()
                .filter(guideline -> !guideline.effectiveOn().isAfter(day))
                .max(Comparator.comparing(PovertyGuideline::effectiveOn));
    }
}
