package care.iop.progress.assessment;

import care.iop.chassis.instrument.Instruments;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds results for features that tell others of them. Who may be told is theirs to know. */
@ApplicationScoped
public class RecordedResults {

    private final AssessmentResults results;
    private final Instruments instruments;

    RecordedResults(AssessmentResults results, Instruments instruments) {
        this.results = results;
        this.instruments = instruments;
    }

    /**
     * Which results are wanted; null where anything will do. Each "from" is the first moment, each "before" the first no longer.
     *
     * @param after the result after which the page begins
     */
    public record Wanted(
            @Nullable Set<UUID> ids,
            @Nullable Set<String> instruments,
            @Nullable Set<RecordedResult.Standing> standings,
            @Nullable Instant takenFrom,
            @Nullable Instant takenBefore,
            @Nullable Instant changedFrom,
            @Nullable Instant changedBefore,
            @Nullable UUID after) {}

    /** The result of this identifier, whoever's it is. */
    public Optional<RecordedResult> find(UUID id) {
        return results.findByIdOptional(id).map(this::recorded);
    }

    /** The first of a person's results that fit, in the order of recording. */
    public List<RecordedResult> of(UUID patientId, Wanted wanted, int most) {
        return results.wanted(patientId, wanted, most).stream()
                .map(this::recorded)
                .toList();
    }

    private RecordedResult recorded(AssessmentResult result) {
        return new RecordedResult(
                result.id(),
                result.version(),
                result.patientId(),
                instruments.find(result.instrument()).orElseThrow(),
                result.answers().byItem(),
                result.subscales(),
                result.total(),
                result.band(),
                result.prorated(),
                result.takenAt(),
                result.recordedAt(),
                result.changedAt(),
                result.corrects(),
                result.replacedBy(),
                result.voidedAt() != null);
    }
}
