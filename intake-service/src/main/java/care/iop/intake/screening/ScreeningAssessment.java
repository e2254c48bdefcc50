package care.iop.intake.screening;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.instrument.Answers;
import care.iop.chassis.instrument.Score;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of one instrument, answered for one referral. Answers and score never change: a correction is a new version,
 * and the old one then names it.
 */
@Entity
@Table(name = "screening_assessment")
class ScreeningAssessment {

    /** What was answered and what it amounts to. */
    record Scored(Answers answers, Score score, Instant takenAt) {}

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID referralId;

    private UUID patientId;

    private String instrument;

    @Convert(converter = StoredJson.OfAnswers.class)
    private Answers answers;

    @Convert(converter = StoredJson.OfScore.class)
    private Score score;

    private Instant takenAt;

    private String recordedBy;

    private Instant recordedAt;

    private @Nullable UUID supersedes;

    private @Nullable UUID supersededBy;

    @SuppressWarnings("NullAway.Init")
    protected ScreeningAssessment() {}

    /** A first version. */
    ScreeningAssessment(
            UUID id, UUID referralId, UUID patientId, Scored scored, String recordedBy, Instant recordedAt) {
        this.id = id;
        this.referralId = referralId;
        this.patientId = patientId;
        this.instrument = scored.score().instrument();
        this.answers = scored.answers();
        this.score = scored.score();
        this.takenAt = scored.takenAt();
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    /** The version that takes this one's place. Only the last version can be corrected. */
    ScreeningAssessment corrected(UUID correctionId, Scored scored, String correctedBy, Instant correctedAt) {
        if (supersededBy != null) {
            throw new ProblemException(
                    IntakeProblem.SCREENING_ALREADY_CORRECTED,
                    "This version was superseded by " + supersededBy
                            + ". Read that one, and correct it if it is wrong.");
        }
        var correction = new ScreeningAssessment(correctionId, referralId, patientId, scored, correctedBy, correctedAt);
        correction.supersedes = id;
        supersededBy = correctionId;
        return correction;
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    String instrument() {
        return instrument;
    }

    ScreeningAssessments.Latest latest() {
        return new ScreeningAssessments.Latest(id, instrument, takenAt, answers, score);
    }

    ScreeningAssessmentView view() {
        return new ScreeningAssessmentView(
                id,
                referralId,
                patientId,
                instrument,
                takenAt,
                answers.byItem(),
                score,
                recordedBy,
                recordedAt,
                supersedes,
                supersededBy);
    }
}
