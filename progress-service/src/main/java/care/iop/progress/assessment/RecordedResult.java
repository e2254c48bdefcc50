package care.iop.progress.assessment;

import care.iop.chassis.instrument.InstrumentDefinition;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A result as other features may tell of it.
 *
 * @param answers the value of each answered item
 * @param subscales the points of each subscale that has some, by its code
 * @param total null when there is none
 * @param band what the total, or the level, is called; null when nobody has named it
 * @param prorated whether the mean of the answered items stands in for left out ones
 * @param changedAt when it was recorded, another took its place, or it was voided
 * @param corrects the result that this one stands in place of; null when it corrects none
 * @param replacedBy the result that stands in place of this one; null when none does
 * @param voided whether it was entered in error
 */
public record RecordedResult(
        UUID id,
        long version,
        UUID patientId,
        InstrumentDefinition instrument,
        Map<String, Integer> answers,
        Map<String, Integer> subscales,
        @Nullable Integer total,
        @Nullable String band,
        boolean prorated,
        Instant takenAt,
        Instant recordedAt,
        Instant changedAt,
        @Nullable UUID corrects,
        @Nullable UUID replacedBy,
        boolean voided) {

    /** Keeps copies. */
    public RecordedResult {
        answers = Map.copyOf(answers);
        subscales = Map.copyOf(subscales);
    }

    /** Which of the versions of a result this is. */
    public enum Standing {
        /** It counts, and was recorded first. */
        FIRST,
        /** It counts, in place of another. */
        CORRECTION,
        /** Another stands in its place. */
        REPLACED,
        /** It was entered in error, and nothing stands in its place. */
        VOIDED
    }

    /** Which of its versions this is. */
    public Standing standing() {
        if (voided) {
            return Standing.VOIDED;
        }
        if (replacedBy != null) {
            return Standing.REPLACED;
        }
        return corrects == null ? Standing.FIRST : Standing.CORRECTION;
    }
}
