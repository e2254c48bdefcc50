package care.iop.progress.toxicology;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.episode.Episodes;
import care.iop.progress.episode.PatientAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** Keeps the result of a drug test. */
@ApplicationScoped
class RecordDrugTest {

    /** How far a device's clock may be ahead of ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final Duration LONGEST_AGO = Duration.ofDays(366);

    private final DrugTests tests;
    private final Episodes episodes;
    private final PatientAccess access;
    private final AccessAudit audit;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    RecordDrugTest(
            DrugTests tests,
            Episodes episodes,
            PatientAccess access,
            AccessAudit audit,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.tests = tests;
        this.episodes = episodes;
        this.access = access;
        this.audit = audit;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records it. Refused with 404 for a person the caller may not see, and with 422 for a time ahead or long ago, an analyte
     * that is named twice, and a test of nothing.
     */
    @Transactional
    DrugTest record(UUID named, RecordDrugTestRequest request) {
        var patientId = access.require(named);
        var now = clock.instant();
        refuseImpossible(request.collectedAt(), now);
        refuseUnclear(request.findings());
        var test = new DrugTest(
                ids.next(),
                patientId,
                episodes.lastAdmissionOf(patientId).orElse(null),
                request,
                caller.subject(),
                now);
        tests.persist(test);
        audit.wrote("DrugTest", test.id(), patientId);
        return test;
    }

    private static void refuseImpossible(Instant collectedAt, Instant now) {
        if (collectedAt.isAfter(now.plus(CLOCK_SKEW))) {
            throw ProblemException.invalid("/collectedAt", "must not be in the future");
        }
        if (collectedAt.isBefore(now.minus(LONGEST_AGO))) {
            throw ProblemException.invalid("/collectedAt", "must not be more than a year ago");
        }
    }

    private static void refuseUnclear(List<AnalyteFinding> findings) {
        var named = EnumSet.noneOf(Analyte.class);
        for (int i = 0; i < findings.size(); i++) {
            if (!named.add(findings.get(i).analyte())) {
                throw ProblemException.invalid("/findings/" + i + "/analyte", "must be named once");
            }
        }
        if (findings.stream().allMatch(finding -> finding.outcome() == Outcome.NOT_TESTED)) {
            throw ProblemException.invalid("/findings", "must have an analyte that was tested");
        }
    }
}
