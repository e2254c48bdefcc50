package care.iop.progress.assessment;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.instrument.Answers;
import care.iop.chassis.instrument.Score;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.ProgressProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One answered instrument of one person: the answers as given, and what the scorer of that version made of them. */
@Entity
class AssessmentResult {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @Version
    private long version = 1;

    /** A merge of patients changes it past this class. */
    @Column(updatable = false)
    private UUID patientId;

    private @Nullable UUID admissionId;
    private String instrument;
    private String scorerVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Integer> answers;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Integer> subscales;

    private @Nullable Integer total;
    private @Nullable String band;
    private boolean complete;
    private boolean prorated;
    private Instant takenAt;
    private Instant recordedAt;
    private Instant changedAt;
    private @Nullable UUID corrects;

    @Enumerated(EnumType.STRING)
    private @Nullable CorrectionReason correctionReason;

    private @Nullable UUID replacedBy;
    private @Nullable Instant voidedAt;
    private @Nullable String voidedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable VoidReason voidReason;

    @SuppressWarnings("NullAway.Init")
    protected AssessmentResult() {}

    AssessmentResult(
            UUID id,
            UUID patientId,
            @Nullable UUID admissionId,
            Answers answers,
            Score score,
            Instant takenAt,
            Instant recordedAt) {
        this.id = id;
        this.patientId = patientId;
        this.admissionId = admissionId;
        this.instrument = score.instrument();
        this.scorerVersion = score.scorerVersion();
        this.answers = answers.byItem();
        this.subscales = pointsOfSubscales(score);
        this.total = score.total();
        this.band = score.band();
        this.complete = score.complete();
        this.prorated = score.prorated();
        this.takenAt = takenAt;
        this.recordedAt = recordedAt;
        this.changedAt = recordedAt;
    }

    /**
     * The result that stands in place of this one, taken at the same time in the same episode. Refused with 409 when another
     * does already, and when it is void.
     */
    AssessmentResult correct(UUID newId, Answers right, Score score, CorrectionReason reason, Instant now) {
        refuseUnlessCounting();
        var correction = new AssessmentResult(newId, patientId, admissionId, right, score, takenAt, now);
        correction.corrects = id;
        correction.correctionReason = reason;
        replacedBy = newId;
        changedAt = now;
        return correction;
    }

    /** It should never have been recorded: it is kept and counts nowhere. Refused with 409 when it counts no more already. */
    void makeVoid(VoidReason reason, String by, Instant now) {
        refuseUnlessCounting();
        voidedAt = now;
        voidedBy = by;
        voidReason = reason;
        changedAt = now;
    }

    /** Refuses with 409 when another result stands in its place, or it is void. */
    void refuseUnlessCounting() {
        if (replacedBy != null) {
            throw new ProblemException(
                    ProgressProblem.ASSESSMENT_CORRECTED, "It was corrected by " + replacedBy + ". Use that one.");
        }
        if (voidedAt != null) {
            throw new ProblemException(
                    ProgressProblem.ASSESSMENT_VOIDED,
                    "It was voided at " + voidedAt + ". Record the right answers as a new result.");
        }
    }

    private static Map<String, Integer> pointsOfSubscales(Score score) {
        var points = new TreeMap<String, Integer>();
        score.subscales().forEach(subscale -> {
            if (subscale.points() != null) {
                points.put(subscale.code(), subscale.points());
            }
        });
        return points;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID patientId() {
        return patientId;
    }

    @Nullable
    UUID admissionId() {
        return admissionId;
    }

    String instrument() {
        return instrument;
    }

    String scorerVersion() {
        return scorerVersion;
    }

    Answers answers() {
        return new Answers(new TreeMap<>(answers));
    }

    /** The points of each subscale that has some, by its code. */
    Map<String, Integer> subscales() {
        return Map.copyOf(subscales);
    }

    @Nullable
    Integer total() {
        return total;
    }

    @Nullable
    String band() {
        return band;
    }

    boolean complete() {
        return complete;
    }

    boolean prorated() {
        return prorated;
    }

    Instant takenAt() {
        return takenAt;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    /** When it was recorded, another took its place, or it was voided. */
    Instant changedAt() {
        return changedAt;
    }

    /** The result that this one corrects; null when it was recorded first. */
    @Nullable
    UUID corrects() {
        return corrects;
    }

    @Nullable
    CorrectionReason correctionReason() {
        return correctionReason;
    }

    /** The result that stands in place of this one; null when none does. */
    @Nullable
    UUID replacedBy() {
        return replacedBy;
    }

    /** When it was found to be entered in error; null when it was not. */
    @Nullable
    Instant voidedAt() {
        return voidedAt;
    }

    @Nullable
    String voidedBy() {
        return voidedBy;
    }

    @Nullable
    VoidReason voidReason() {
        return voidReason;
    }

    boolean counts() {
        return replacedBy == null && voidedAt == null;
    }
}
