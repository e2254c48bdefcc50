package care.iop.progress.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes over answers that a machine sends for a person of whom it may be told: scored here, and judged by the alert rules, like
 * answers that are given here. The same answers of the same moment are taken once.
 */
@ApplicationScoped
public class ReceiveAnswers {

    private final RecordAssessment recordAssessment;
    private final AssessmentResults results;

    ReceiveAnswers(RecordAssessment recordAssessment, AssessmentResults results) {
        this.recordAssessment = recordAssessment;
        this.results = results;
    }

    /** A result, and whether it was made of these answers just now. */
    public record Received(UUID id, boolean isNew) {}

    /**
     * Takes the answers over; 422 for what the instrument doesn't know.
     *
     * @param answers the value of each item that was answered, by the item's id
     */
    @Transactional
    public Received receive(
            UUID patientId, String instrument, Instant takenAt, Map<String, @Nullable Integer> answers) {
        results.keepInTurn(patientId);
        var same = results.takenAt(patientId, instrument, takenAt.truncatedTo(ChronoUnit.MICROS)).stream()
                .filter(result -> result.answers().byItem().equals(answers))
                .findFirst();
        return same.map(result -> new Received(result.id(), false))
                .orElseGet(() -> new Received(
                        recordAssessment
                                .keep(patientId, new RecordAssessmentRequest(instrument, takenAt, answers))
                                .id(),
                        true));
    }
}
