package care.iop.progress.change;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All criteria of change, read and checked once, when the service starts. */
@ApplicationScoped
@Startup
public class ChangeCriteria {

    private static final String FILE = "/change-criteria.json";

    private final List<ChangeCriterion> all;
    private final Map<String, String> primary;

    /** Refuses a setting that names a criterion that doesn't exist. */
    public ChangeCriteria(ChangePolicy policy) {
        this.all = read();
        this.primary = Map.copyOf(policy.primary());
        primary.forEach((instrument, code) -> {
            var known = of(instrument, all);
            if (known.stream().noneMatch(criterion -> criterion.code().equals(code))) {
                throw new IllegalStateException("iop.progress.change.primary." + instrument + " is " + code
                        + ", which is no criterion of " + instrument + ". Maybe one of "
                        + known.stream().map(ChangeCriterion::code).toList());
            }
        });
    }

    /** The criteria of an instrument; empty when nobody has published one. */
    public List<ChangeCriterion> of(String instrument) {
        return of(instrument, all);
    }

    private static List<ChangeCriterion> of(String instrument, List<ChangeCriterion> all) {
        return all.stream()
                .filter(criterion -> criterion.instrument().equals(instrument))
                .toList();
    }

    /** The one criterion that figures and alerts go by. */
    public Optional<ChangeCriterion> primaryOf(String instrument) {
        return of(instrument).stream()
                .filter(criterion -> criterion.code().equals(primary.get(instrument)))
                .findFirst();
    }

    private static List<ChangeCriterion> read() {
        try (var file = ChangeCriteria.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("no " + FILE);
            }
            return new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .readValue(file, new TypeReference<List<ChangeCriterion>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
