package care.iop.progress.checkin;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.ProgressProblem;
import care.iop.progress.episode.PatientAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Keeps what a person reports of one day. */
@ApplicationScoped
class RecordCheckIn {

    /** How many days back a report may be for; the suite's own policy, for people who were offline. */
    static final int DAYS_BACK = 7;

    private static final ZoneOffset LATEST_DATE_ON_EARTH = ZoneOffset.ofHours(14);
    private static final ZoneOffset EARLIEST_DATE_ON_EARTH = ZoneOffset.ofHours(-12);

    private final CheckIns checkIns;
    private final LatestCheckIns latest;
    private final JudgeDay judgeDay;
    private final PatientAccess access;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    RecordCheckIn(
            CheckIns checkIns,
            LatestCheckIns latest,
            JudgeDay judgeDay,
            PatientAccess access,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.checkIns = checkIns;
        this.latest = latest;
        this.judgeDay = judgeDay;
        this.access = access;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records the caller's own report. Refused with 409 when the day has one, and with 422 when the day is not today or
     * within {@value #DAYS_BACK} days back, wherever on earth the person may be.
     */
    @Transactional
    CheckIn record(UUID named, LocalDate forOn, DailyReport report) {
        var patientId = access.requireSelf(named);
        refuseOutsideWindow(forOn);
        if (checkIns.find(patientId, forOn).isPresent()) {
            throw new ProblemException(
                    ProgressProblem.CHECK_IN_ALREADY_RECORDED,
                    "There is a check-in for " + forOn + ". Correct it with PUT on …/check-ins/" + forOn + ".");
        }
        var checkIn = new CheckIn(ids.next(), patientId, forOn, report, clock.instant());
        checkIns.persist(checkIn);
        latest.follow(checkIn);
        judgeDay.judge(checkIn);
        audit.wrote("CheckIn", checkIn.id(), patientId);
        return checkIn;
    }

    private void refuseOutsideWindow(LocalDate forOn) {
        var earliest = LocalDate.now(clock.withZone(EARLIEST_DATE_ON_EARTH)).minusDays(DAYS_BACK);
        var latestDate = LocalDate.now(clock.withZone(LATEST_DATE_ON_EARTH));
        if (forOn.isBefore(earliest) || forOn.isAfter(latestDate)) {
            throw ProblemException.invalid("/forOn", "must be today or one of the " + DAYS_BACK + " days before");
        }
    }
}
