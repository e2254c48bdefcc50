package care.iop.progress.assessment;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.episode.PatientAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes back a result that was entered in error: it is kept and counts nowhere any more. */
@ApplicationScoped
class VoidAssessment {

    private final AssessmentResults results;
    private final LatestScores latest;
    private final JudgeResult judgeResult;
    private final PatientAccess access;
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Caller caller;
    private final Clock clock;

    VoidAssessment(
            AssessmentResults results,
            LatestScores latest,
            JudgeResult judgeResult,
            PatientAccess access,
            Outbox outbox,
            AccessAudit audit,
            Caller caller,
            Clock clock) {
        this.results = results;
        this.latest = latest;
        this.judgeResult = judgeResult;
        this.access = access;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Voids it when {@code ifMatch} names its present version: 428 when absent, 412 when stale, 409 when it was corrected or
     * voided before. Alerts that it raised are marked and never closed.
     */
    @Transactional
    AssessmentResult makeVoid(UUID named, UUID assessmentId, VoidReason reason, @Nullable String ifMatch) {
        var patientId = access.require(named);
        var result = results.find(patientId, assessmentId).orElseThrow(() -> ProblemException.notFound("assessment"));
        IfMatch.require(ifMatch, result.version());
        var now = clock.instant();
        result.makeVoid(reason, caller.subject(), now);
        results.flush();
        latest.findAnew(patientId);
        outbox.add(AssessmentVoided.event(result, reason, now));
        judgeResult.judgeAnew(result);
        audit.wrote("AssessmentResult", result.id(), patientId);
        return result;
    }
}
