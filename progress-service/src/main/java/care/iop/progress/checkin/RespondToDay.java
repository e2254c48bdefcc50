package care.iop.progress.checkin;

import care.iop.progress.alert.rule.DayFacts;
import care.iop.progress.relapseprevention.AnswerReport;
import care.iop.progress.relapseprevention.CopingPromptView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What follows from a new or corrected report of a day: alerts, and what the person's own plan says. */
@ApplicationScoped
class RespondToDay {

    private final JudgeDay judgeDay;
    private final AnswerReport answerReport;
    private final ReportWindow window;

    RespondToDay(JudgeDay judgeDay, AnswerReport answerReport, ReportWindow window) {
        this.judgeDay = judgeDay;
        this.answerReport = answerReport;
        this.window = window;
    }

    /**
     * Does it in the caller's transaction, and gives what the person's own plan says; empty when no warning sign shows.
     *
     * @param before the reports of the days before
     */
    Optional<CopingPromptView> respond(CheckIn checkIn, List<DayFacts.Earlier> before) {
        if (!window.isRecent(checkIn.forOn())) {
            return Optional.empty();
        }
        judgeDay.judge(checkIn, before);
        return answerReport.answer(
                checkIn.patientId(), checkIn.id(), checkIn.report().of(checkIn.forOn()));
    }
}
