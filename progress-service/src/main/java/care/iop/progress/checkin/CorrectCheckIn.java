package care.iop.progress.checkin;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.episode.PatientAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets a person correct the own report of a day. */
@ApplicationScoped
class CorrectCheckIn {

    private final CheckIns checkIns;
    private final LatestCheckIns latest;
    private final JudgeDay judgeDay;
    private final PatientAccess access;
    private final AccessAudit audit;
    private final Clock clock;

    CorrectCheckIn(
            CheckIns checkIns,
            LatestCheckIns latest,
            JudgeDay judgeDay,
            PatientAccess access,
            AccessAudit audit,
            Clock clock) {
        this.checkIns = checkIns;
        this.latest = latest;
        this.judgeDay = judgeDay;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Replaces the report when {@code ifMatch} names its present version: 428 when absent, 412 when it has changed. */
    @Transactional
    CheckIn correct(UUID named, LocalDate forOn, @Nullable String ifMatch, DailyReport report) {
        var patientId = access.requireSelf(named);
        var checkIn = checkIns.find(patientId, forOn).orElseThrow(() -> ProblemException.notFound("check-in"));
        IfMatch.require(ifMatch, checkIn.version());
        checkIn.correct(report, clock.instant());
        checkIns.flush();
        latest.follow(checkIn);
        judgeDay.judge(checkIn);
        audit.wrote("CheckIn", checkIn.id(), patientId);
        return checkIn;
    }
}
