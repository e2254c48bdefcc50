package care.iop.progress.assessment;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.id.Ids;
import care.iop.chassis.instrument.Answers;
import care.iop.chassis.instrument.Score;
import care.iop.chassis.instrument.SexAtBirth;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.episode.PatientAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Puts a result with the right answers in place of a mistaken one, which is kept. */
@ApplicationScoped
class CorrectAssessment {

    private final OfferedInstruments instruments;
    private final AssessmentResults results;
    private final LatestScores latest;
    private final JudgeResult judgeResult;
    private final PatientAccess access;
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    CorrectAssessment(
            OfferedInstruments instruments,
            AssessmentResults results,
            LatestScores latest,
            JudgeResult judgeResult,
            PatientAccess access,
            Outbox outbox,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.instruments = instruments;
        this.results = results;
        this.latest = latest;
        this.judgeResult = judgeResult;
        this.access = access;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Corrects the answers of a result. Alerts that the mistaken answers raised are marked and never closed. Refused with 404
     * for a person the caller may not see, with 409 when it was corrected or voided before, with 422 for what the instrument doesn't know.
     */
    @Transactional
    AssessmentResult correct(UUID named, UUID assessmentId, CorrectAssessmentRequest request) {
        var patientId = access.require(named);
        var mistaken = results.find(patientId, assessmentId).orElseThrow(() -> ProblemException.notFound("assessment"));
        var instrument = instruments.find(mistaken.instrument()).orElseThrow();
        var answers = Answers.of(instrument, request.answers());
        var correction = mistaken.correct(
                ids.next(),
                answers,
                Score.of(instrument, answers, SexAtBirth.UNKNOWN),
                request.reason(),
                clock.instant());
        results.persist(correction);
        results.flush();
        latest.findAnew(patientId);
        outbox.add(AssessmentRecorded.event(correction));
        judgeResult.judgeAnew(correction);
        audit.wrote("AssessmentResult", mistaken.id(), patientId);
        audit.wrote("AssessmentResult", correction.id(), patientId);
        return correction;
    }
}
