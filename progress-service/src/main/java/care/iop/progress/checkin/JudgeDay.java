package care.iop.progress.checkin;

import care.iop.progress.alert.RaiseAlert;
import care.iop.progress.alert.rule.DayFacts;
import care.iop.progress.alert.rule.Rules;
import care.iop.progress.episode.Episodes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Lets the alert rules look at a day's report and at the week before it. */
@ApplicationScoped
class JudgeDay {

    /** How many days before count for a person's own median. */
    private static final int DAYS_BEFORE = 7;

    private final Episodes episodes;
    private final Rules rules;
    private final RaiseAlert raiseAlert;

    JudgeDay(Episodes episodes, Rules rules, RaiseAlert raiseAlert) {
        this.episodes = episodes;
        this.rules = rules;
        this.raiseAlert = raiseAlert;
    }

    /** The first of the days before this one that count. */
    static LocalDate firstDayBefore(LocalDate day) {
        return day.minusDays(DAYS_BEFORE);
    }

    /**
     * Calls a human, in the caller's transaction, when a rule says so.
     *
     * @param before the reports of the days before that count
     */
    void judge(CheckIn checkIn, List<DayFacts.Earlier> before) {
        var verdicts = rules.of(facts(checkIn, before));
        if (verdicts.isEmpty()) {
            return;
        }
        var admission = episodes.lastAdmissionOf(checkIn.patientId()).orElse(null);
        verdicts.forEach(verdict -> raiseAlert.raise(verdict.about(checkIn.patientId(), admission, checkIn.id())));
    }

    private static DayFacts facts(CheckIn checkIn, List<DayFacts.Earlier> before) {
        var report = checkIn.report();
        return new DayFacts(
                checkIn.forOn(), report.mood(), report.craving(), report.substanceUse(), report.substances(), before);
    }
}
