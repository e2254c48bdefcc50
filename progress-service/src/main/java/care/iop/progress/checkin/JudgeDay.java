package care.iop.progress.checkin;

import care.iop.progress.alert.RaiseAlert;
import care.iop.progress.alert.rule.DayFacts;
import care.iop.progress.alert.rule.Rules;
import care.iop.progress.episode.Episodes;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets the alert rules look at a day's report and at the week before it. */
@ApplicationScoped
class JudgeDay {

    /** How many days before count for a person's own median. */
    private static final int DAYS_BEFORE = 7;

    private final CheckIns checkIns;
    private final Episodes episodes;
    private final Rules rules;
    private final RaiseAlert raiseAlert;

    JudgeDay(CheckIns checkIns, Episodes episodes, Rules rules, RaiseAlert raiseAlert) {
        this.checkIns = checkIns;
        this.episodes = episodes;
        this.rules = rules;
        this.raiseAlert = raiseAlert;
    }

    /** Calls a human, in the caller's transaction, when a rule says so. */
    void judge(CheckIn checkIn) {
        var verdicts = rules.of(facts(checkIn));
        if (verdicts.isEmpty()) {
            return;
        }
        var admission = episodes.lastAdmissionOf(checkIn.patientId()).orElse(null);
        verdicts.forEach(verdict -> raiseAlert.raise(verdict.about(checkIn.patientId(), admission, checkIn.id())));
    }

    private DayFacts facts(CheckIn checkIn) {
        var report = checkIn.report();
        var day = checkIn.forOn();
        return new DayFacts(
                day,
                report.mood(),
                report.craving(),
                report.substanceUse(),
                report.substances(),
                checkIns.before(checkIn.patientId(), day.minusDays(DAYS_BEFORE), day).stream()
                        .map(before -> new DayFacts.Earlier(
                                before.forOn(),
                                before.report().mood(),
                                before.report().craving()))
                        .toList());
    }
}
