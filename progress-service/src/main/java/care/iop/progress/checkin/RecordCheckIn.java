package care.iop.progress.checkin;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.ProgressProblem;
import care.iop.progress.episode.PatientAccess;
import care.iop.progress.partition.MonthlyTable;
import care.iop.progress.partition.Months;
import care.iop.progress.relapseprevention.AnswerReport;
import care.iop.progress.relapseprevention.CopingPromptView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what a person reports of one day, once for each identifier that a device made. */
@ApplicationScoped
class RecordCheckIn {

    private final CheckIns checkIns;
    private final NewCheckIns newCheckIns;
    private final RespondToDay respondToDay;
    private final AnswerReport answerReport;
    private final ReportWindow window;
    private final PatientAccess access;
    private final Months months;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    RecordCheckIn(
            CheckIns checkIns,
            NewCheckIns newCheckIns,
            RespondToDay respondToDay,
            AnswerReport answerReport,
            ReportWindow window,
            PatientAccess access,
            Months months,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.checkIns = checkIns;
        this.newCheckIns = newCheckIns;
        this.respondToDay = respondToDay;
        this.answerReport = answerReport;
        this.window = window;
        this.access = access;
        this.months = months;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What came of a report.
     *
     * @param isNew false when the device had sent it before, and nothing changed
     * @param prompt what the person's own plan says to it; null when no warning sign shows
     */
    record Recorded(
            CheckIn checkIn, boolean isNew, @Nullable CopingPromptView prompt) {}

    /**
     * Records the caller's own report. The same report of a device changes nothing a second time. Refused with 409 when the
     * day has another report, and with 422 outside the {@link ReportWindow}.
     */
    @Transactional
    Recorded record(UUID named, CheckIn.Sent sent, DailyReport report) {
        var patientId = access.requireSelf(named);
        var same = sentBefore(patientId, sent.reportId());
        if (same.isPresent()) {
            return again(same.get());
        }
        window.require(sent);
        months.open(MonthlyTable.CHECK_IN, sent.forOn());
        var checkIn = new CheckIn(ids.next(), patientId, sent, report, clock.instant());
        var before = newCheckIns
                .keep(checkIn)
                .orElseThrow(() -> new ProblemException(
                        ProgressProblem.CHECK_IN_ALREADY_RECORDED,
                        "There is a check-in for " + sent.forOn() + ". Correct it with PUT on …/check-ins/"
                                + sent.forOn() + "."));
        var prompt = respondToDay.respond(checkIn, before);
        audit.wrote("CheckIn", checkIn.id(), patientId);
        return new Recorded(checkIn, true, prompt.orElse(null));
    }

    private Optional<CheckIn> sentBefore(UUID patientId, @Nullable UUID reportId) {
        var since = window.earliestDay();
        return reportId != null && newCheckIns.wasSentBefore(patientId, reportId, since)
                ? checkIns.ofReport(patientId, reportId, since)
                : Optional.empty();
    }

    private Recorded again(CheckIn checkIn) {
        audit.read("CheckIn", checkIn.id(), checkIn.patientId());
        return new Recorded(
                checkIn,
                false,
                answerReport.answered(checkIn.patientId(), checkIn.id()).orElse(null));
    }
}
