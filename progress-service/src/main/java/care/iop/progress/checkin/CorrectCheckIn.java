package care.iop.progress.checkin;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.episode.PatientAccess;
import care.iop.progress.relapseprevention.CopingPromptView;
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
    private final WeeklyCheckIns weeks;
    private final LatestCheckIns latest;
    private final RespondToDay respondToDay;
    private final PatientAccess access;
    private final AccessAudit audit;
    private final Clock clock;

    CorrectCheckIn(
            CheckIns checkIns,
            WeeklyCheckIns weeks,
            LatestCheckIns latest,
            RespondToDay respondToDay,
            PatientAccess access,
            AccessAudit audit,
            Clock clock) {
        this.checkIns = checkIns;
        this.weeks = weeks;
        this.latest = latest;
        this.respondToDay = respondToDay;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** The corrected report, and what the person's own plan says to it; null when no warning sign shows. */
    record Corrected(CheckIn checkIn, @Nullable CopingPromptView prompt) {}

    /** Replaces the report when {@code ifMatch} names its present version: 428 when absent, 412 when it has changed. */
    @Transactional
    Corrected correct(UUID named, LocalDate forOn, @Nullable String ifMatch, DailyReport report) {
        var patientId = access.requireSelf(named);
        var checkIn = checkIns.find(patientId, forOn).orElseThrow(() -> ProblemException.notFound("check-in"));
        IfMatch.require(ifMatch, checkIn.version());
        var before = checkIn.report();
        checkIn.correct(report, clock.instant());
        checkIns.flush();
        weeks.correct(before, checkIn);
        latest.follow(checkIn);
        var prompt = respondToDay.respond(checkIn, checkIns.before(patientId, JudgeDay.firstDayBefore(forOn), forOn));
        audit.wrote("CheckIn", checkIn.id(), patientId);
        return new Corrected(checkIn, prompt.orElse(null));
    }
}
