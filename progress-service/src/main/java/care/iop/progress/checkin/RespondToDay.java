package care.iop.progress.checkin;

import care.iop.progress.relapseprevention.AnswerReport;
import care.iop.progress.relapseprevention.CopingPromptView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What follows from a new or corrected report of a day: the caseload's newest day, alerts, and the person's own plan. */
@ApplicationScoped
class RespondToDay {

    private final LatestCheckIns latest;
    private final JudgeDay judgeDay;
    private final AnswerReport answerReport;
    private final ReportWindow window;

    RespondToDay(LatestCheckIns latest, JudgeDay judgeDay, AnswerReport answerReport, ReportWindow window) {
        this.latest = latest;
        this.judgeDay = judgeDay;
        this.answerReport = answerReport;
        this.window = window;
    }

    /** Does it in the caller's transaction, and gives what the person's own plan says; empty when no warning sign shows. */
    Optional<CopingPromptView> respond(CheckIn checkIn) {
        latest.follow(checkIn);
        if (!window.isRecent(checkIn.forOn())) {
            return Optional.empty();
        }
        judgeDay.judge(checkIn);
        return answerReport.answer(
                checkIn.patientId(), checkIn.id(), checkIn.report().of(checkIn.forOn()));
    }
}
