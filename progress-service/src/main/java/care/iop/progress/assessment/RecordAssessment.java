package care.iop.progress.assessment;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.id.Ids;
import care.iop.chassis.instrument.Answers;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.outbox.OutgoingEvent;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.alert.RaiseAlert;
import care.iop.progress.alert.rule.ResultFacts;
import care.iop.progress.alert.rule.Rules;
import care.iop.progress.episode.Episodes;
import care.iop.progress.episode.PatientAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
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
    private final Baselines baselines;
    private final CompareScores compareScores;
    private final Rules rules;
    private final RaiseAlert raiseAlert;
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
            Baselines baselines,
            CompareScores compareScores,
            Rules rules,
            RaiseAlert raiseAlert,
            Episodes episodes,
            PatientAccess access,
            Outbox outbox,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.instruments = instruments;
        this.results = results;
        this.latest = latest;
        this.baselines = baselines;
        this.compareScores = compareScores;
        this.rules = rules;
        this.raiseAlert = raiseAlert;
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
        var patientId = access.require(named);
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
        outbox.add(new OutgoingEvent(
                "progress.assessment.v1",
                "care.iop.progress.assessment-recorded.v1",
                result.id(),
                result.version(),
                AssessmentRecorded.of(result)));
        callHuman(facts, result);
        audit.wrote("AssessmentResult", result.id(), patientId);
        return result;
    }

    private void callHuman(ResultFacts alone, AssessmentResult result) {
        var facts = alone.after(
                compareScores.isDeteriorated(baselines.of(result).orElse(null), result),
                results.before(result).map(AssessmentResult::subscales).orElse(Map.of()));
        rules.of(facts)
                .forEach(verdict ->
                        raiseAlert.raise(verdict.about(result.patientId(), result.admissionId(), result.id())));
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
