package care.iop.progress.assessment;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.id.Ids;
import care.iop.chassis.instrument.Answers;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.alert.rule.ResultFacts;
import care.iop.progress.episode.Episodes;
import care.iop.progress.episode.PatientAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Scores the answers to an instrument, keeps both, and calls a human when a rule asks for one. */
@ApplicationScoped
class RecordAssessment {

    /** How far a device's clock may be ahead of ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final Duration LONGEST_AGO = Duration.ofDays(366);

    private final OfferedInstruments instruments;
    private final AssessmentResults results;
    private final LatestScores latest;
    private final JudgeResult judgeResult;
    private final Episodes episodes;
    private final PatientAccess access;
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    RecordAssessment(
            OfferedInstruments instruments,
            AssessmentResults results,
            LatestScores latest,
            JudgeResult judgeResult,
            Episodes episodes,
            PatientAccess access,
            Outbox outbox,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.instruments = instruments;
        this.results = results;
        this.latest = latest;
        this.judgeResult = judgeResult;
        this.episodes = episodes;
        this.access = access;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Records answers. Refused with 404 for a person the caller may not see, with 422 for what the instrument doesn't know. */
    @Transactional
    AssessmentResult record(UUID named, RecordAssessmentRequest request) {
        return keep(access.require(named), request);
    }

    /** Records answers of a person of whom it is known that the caller may do so. */
    @Transactional(TxType.MANDATORY)
    AssessmentResult keep(UUID patientId, RecordAssessmentRequest request) {
        var instrument = instruments
                .find(request.instrument())
                .orElseThrow(() -> ProblemException.invalid(
                        "/instrument", "must be one of " + String.join(", ", instruments.codes())));
        var answers = Answers.of(instrument, request.answers());
        var facts = ResultFacts.of(instrument, answers);
        var now = clock.instant();
        refuseImpossible(request.takenAt(), now);
        var result = new AssessmentResult(
                ids.next(),
                patientId,
                episodes.lastAdmissionOf(patientId).orElse(null),
                answers,
                facts.score(),
                request.takenAt().truncatedTo(ChronoUnit.MICROS),
                now);
        results.persist(result);
        latest.follow(result);
        outbox.add(AssessmentRecorded.event(result));
        judgeResult.judge(result);
        audit.wrote("AssessmentResult", result.id(), patientId);
        return result;
    }

    private static void refuseImpossible(Instant takenAt, Instant now) {
        if (takenAt.isAfter(now.plus(CLOCK_SKEW))) {
            throw ProblemException.invalid("/takenAt", "must not be in the future");
        }
        if (takenAt.isBefore(now.minus(LONGEST_AGO))) {
            throw ProblemException.invalid("/takenAt", "must not be more than a year ago");
        }
    }
}
