package care.iop.progress.review;

import care.iop.progress.change.Category;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All criteria by which a level of care is looked at. One that isn't listed here says nothing. */
@ApplicationScoped
class ReviewCriteria {

    private static final Set<Category> BETTER = Set.of(Category.RECOVERED, Category.IMPROVED);

    private final List<Criterion> all;

    ReviewCriteria(ReviewPolicy policy) {
        var down = policy.stepDown();
        var up = policy.stepUp();
        var attention = policy.attention();
        this.all = List.of(
                timeAtLevel(down),
                attendanceSteady(down),
                hoursReached(down),
                noUse(down),
                cravingLow(down),
                scoresBetter(),
                objectivesMet(down),
                noOpenAlerts(up),
                useContinues(up),
                cravingHigh(up),
                scoresWorse(),
                openAlerts(up),
                sessionsMissed(attention),
                hoursShort(attention),
                objectivesOverdue(attention));
    }

    /** What each criterion makes of the facts. */
    List<Finding> of(ReviewFacts facts) {
        return all.stream().map(criterion -> criterion.of(facts)).toList();
    }

    /** Every criterion. */
    Stream<Criterion> all() {
        return all.stream();
    }

    /** STEP_UP when one speaks for it, else STEP_DOWN when all of that kind do, else CONTINUE. */
    static Suggestion suggestion(List<Finding> findings) {
        if (findings.stream().anyMatch(found -> found.direction() == Direction.STEP_UP && found.isMet())) {
            return Suggestion.STEP_UP;
        }
        return findings.stream()
                        .filter(found -> found.direction() == Direction.STEP_DOWN)
                        .allMatch(Finding::isMet)
                ? Suggestion.STEP_DOWN
                : Suggestion.CONTINUE;
    }

    private static Criterion timeAtLevel(ReviewPolicy.StepDown policy) {
        return new Criterion(
                "TIME_AT_LEVEL",
                Direction.STEP_DOWN,
                "The level of care has lasted at least %d days.".formatted(policy.daysAtLevel()),
                facts -> Standing.of(facts.daysAtLevel() >= policy.daysAtLevel()),
                facts -> new Figures().with("daysAtLevel", facts.daysAtLevel()).asMap());
    }

    private static Criterion attendanceSteady(ReviewPolicy.StepDown policy) {
        return new Criterion(
                "ATTENDANCE_STEADY",
                Direction.STEP_DOWN,
                "At least %s of at least %d counted sessions of the last 4 whole weeks were attended."
                        .formatted(Figures.percent(policy.attendance()), policy.countedSessions()),
                facts -> {
                    var sessions = facts.fourWeeks();
                    return sessions.counted() < policy.countedSessions()
                            ? Standing.UNKNOWN
                            : Standing.of(
                                    Figures.isAtLeast(sessions.attended(), policy.attendance(), sessions.counted()));
                },
                facts -> new Figures()
                        .with("attendedSessions", facts.fourWeeks().attended())
                        .with("countedSessions", facts.fourWeeks().counted())
                        .with("unmarkedSessions", facts.fourWeeks().unmarked())
                        .with(
                                "rate",
                                Figures.rate(
                                        facts.fourWeeks().attended(),
                                        facts.fourWeeks().counted()))
                        .asMap());
    }

    private static Criterion hoursReached(ReviewPolicy.StepDown policy) {
        return new Criterion(
                "HOURS_REACHED",
                Direction.STEP_DOWN,
                "At least %s of the planned minutes of the last 4 whole weeks were delivered."
                        .formatted(Figures.percent(policy.hours())),
                facts -> {
                    var sessions = facts.fourWeeks();
                    return sessions.plannedMinutes() == 0
                            ? Standing.UNKNOWN
                            : Standing.of(Figures.isAtLeast(
                                    sessions.deliveredMinutes(), policy.hours(), sessions.plannedMinutes()));
                },
                facts -> new Figures()
                        .with("deliveredMinutes", facts.fourWeeks().deliveredMinutes())
                        .with("plannedMinutes", facts.fourWeeks().plannedMinutes())
                        .with(
                                "rate",
                                Figures.rate(
                                        facts.fourWeeks().deliveredMinutes(),
                                        facts.fourWeeks().plannedMinutes()))
                        .asMap());
    }

    private static Criterion noUse(ReviewPolicy.StepDown policy) {
        return new Criterion(
                "NO_USE_REPORTED",
                Direction.STEP_DOWN,
                "No use was reported in the last 14 days, of which at least %d were reported."
                        .formatted(policy.daysReported()),
                facts -> {
                    if (facts.checkIns().daysOfUse() > 0) {
                        return Standing.NOT_MET;
                    }
                    return facts.checkIns().daysReported() < policy.daysReported() ? Standing.UNKNOWN : Standing.MET;
                },
                ReviewCriteria::useFigures);
    }

    private static Criterion cravingLow(ReviewPolicy.StepDown policy) {
        return new Criterion(
                "CRAVING_LOW",
                Direction.STEP_DOWN,
                "The mean craving of the last 14 days, of which at least %d were reported, is at most %s."
                        .formatted(policy.daysReported(), policy.craving().toPlainString()),
                facts -> {
                    var mean = facts.checkIns().meanCraving();
                    return mean == null || facts.checkIns().daysReported() < policy.daysReported()
                            ? Standing.UNKNOWN
                            : Standing.of(mean.compareTo(policy.craving()) <= 0);
                },
                ReviewCriteria::cravingFigures);
    }

    private static Criterion scoresBetter() {
        return new Criterion(
                "SCORES_BETTER",
                Direction.STEP_DOWN,
                "An instrument has reliably improved since the baseline, and none has got worse, each by its primary criterion.",
                facts -> {
                    if (facts.scores().isEmpty()) {
                        return Standing.UNKNOWN;
                    }
                    return Standing.of(count(facts, Category.DETERIORATED) == 0
                            && facts.scores().stream().anyMatch(score -> BETTER.contains(score.category())));
                },
                ReviewCriteria::scoreFigures);
    }

    private static Criterion objectivesMet(ReviewPolicy.StepDown policy) {
        return new Criterion(
                "OBJECTIVES_MET",
                Direction.STEP_DOWN,
                "At least %s of the objectives of the treatment plan are met."
                        .formatted(Figures.percent(policy.objectivesMet())),
                facts -> {
                    var goals = facts.goals();
                    return goals == null || goals.objectives() == 0
                            ? Standing.UNKNOWN
                            : Standing.of(Figures.isAtLeast(goals.met(), policy.objectivesMet(), goals.objectives()));
                },
                ReviewCriteria::goalFigures);
    }

    private static Criterion noOpenAlerts(ReviewPolicy.StepUp policy) {
        return new Criterion(
                "NO_OPEN_ALERTS",
                Direction.STEP_DOWN,
                "Fewer than %d alerts of severity high or critical are open.".formatted(policy.openAlerts()),
                facts -> Standing.of(facts.openAlerts() < policy.openAlerts()),
                facts -> new Figures().with("openAlerts", facts.openAlerts()).asMap());
    }

    private static Criterion useContinues(ReviewPolicy.StepUp policy) {
        return new Criterion(
                "USE_CONTINUES",
                Direction.STEP_UP,
                "Use was reported on at least %d of the last 14 days.".formatted(policy.daysOfUse()),
                facts -> {
                    if (facts.checkIns().daysOfUse() >= policy.daysOfUse()) {
                        return Standing.MET;
                    }
                    return facts.checkIns().daysReported() == 0 ? Standing.UNKNOWN : Standing.NOT_MET;
                },
                ReviewCriteria::useFigures);
    }

    private static Criterion cravingHigh(ReviewPolicy.StepUp policy) {
        return new Criterion(
                "CRAVING_HIGH",
                Direction.STEP_UP,
                "The mean craving of the last 14 days, of which at least %d were reported, is at least %s."
                        .formatted(policy.daysReported(), policy.craving().toPlainString()),
                facts -> {
                    var mean = facts.checkIns().meanCraving();
                    return mean == null || facts.checkIns().daysReported() < policy.daysReported()
                            ? Standing.UNKNOWN
                            : Standing.of(mean.compareTo(policy.craving()) >= 0);
                },
                ReviewCriteria::cravingFigures);
    }

    private static Criterion scoresWorse() {
        return new Criterion(
                "SCORES_WORSE",
                Direction.STEP_UP,
                "An instrument has reliably got worse since the baseline, by its primary criterion.",
                facts -> facts.scores().isEmpty()
                        ? Standing.UNKNOWN
                        : Standing.of(count(facts, Category.DETERIORATED) > 0),
                ReviewCriteria::scoreFigures);
    }

    private static Criterion openAlerts(ReviewPolicy.StepUp policy) {
        return new Criterion(
                "ALERTS_OPEN",
                Direction.STEP_UP,
                "At least %d alert(s) of severity high or critical are open.".formatted(policy.openAlerts()),
                facts -> Standing.of(facts.openAlerts() >= policy.openAlerts()),
                facts -> new Figures().with("openAlerts", facts.openAlerts()).asMap());
    }

    private static Criterion sessionsMissed(ReviewPolicy.Attention policy) {
        return new Criterion(
                "SESSIONS_MISSED",
                Direction.ATTENTION,
                "The newest %d sessions or more were missed without notice.".formatted(policy.missedInARow()),
                facts -> Standing.of(facts.missedInARow() >= policy.missedInARow()),
                facts ->
                        new Figures().with("missedInARow", facts.missedInARow()).asMap());
    }

    private static Criterion hoursShort(ReviewPolicy.Attention policy) {
        return new Criterion(
                "HOURS_SHORT",
                Direction.ATTENTION,
                "Less than %s of the prescribed minutes of the last 2 whole weeks were delivered, all sessions being marked."
                        .formatted(Figures.percent(policy.hours())),
                facts -> {
                    var sessions = facts.twoWeeks();
                    return sessions.counted() == 0 || sessions.unmarked() > 0
                            ? Standing.UNKNOWN
                            : Standing.of(!Figures.isAtLeast(
                                    sessions.deliveredMinutes(), policy.hours(), 2 * facts.prescribedMinutesPerWeek()));
                },
                facts -> new Figures()
                        .with("deliveredMinutes", facts.twoWeeks().deliveredMinutes())
                        .with("prescribedMinutes", 2 * facts.prescribedMinutesPerWeek())
                        .with("unmarkedSessions", facts.twoWeeks().unmarked())
                        .asMap());
    }

    private static Criterion objectivesOverdue(ReviewPolicy.Attention policy) {
        return new Criterion(
                "OBJECTIVES_OVERDUE",
                Direction.ATTENTION,
                "At least %d objective(s) of the treatment plan are past their day and not met."
                        .formatted(policy.objectivesOverdue()),
                facts -> {
                    var goals = facts.goals();
                    return goals == null
                            ? Standing.UNKNOWN
                            : Standing.of(goals.overdue() >= policy.objectivesOverdue());
                },
                ReviewCriteria::goalFigures);
    }

    private static Map<String, BigDecimal> useFigures(ReviewFacts facts) {
        return new Figures()
                .with("daysReported", facts.checkIns().daysReported())
                .with("daysOfUse", facts.checkIns().daysOfUse())
                .asMap();
    }

    private static Map<String, BigDecimal> cravingFigures(ReviewFacts facts) {
        return new Figures()
                .with("daysReported", facts.checkIns().daysReported())
                .with("meanCraving", facts.checkIns().meanCraving())
                .asMap();
    }

    private static Map<String, BigDecimal> scoreFigures(ReviewFacts facts) {
        var figures = new Figures();
        facts.scores().forEach(score -> figures.with(score.instrument() + " baseline", score.baseline())
                .with(score.instrument() + " latest", score.latest()));
        return figures.asMap();
    }

    private static Map<String, BigDecimal> goalFigures(ReviewFacts facts) {
        var goals = facts.goals();
        return goals == null
                ? Map.of()
                : new Figures()
                        .with("objectives", goals.objectives())
                        .with("objectivesMet", goals.met())
                        .with("objectivesOverdue", goals.overdue())
                        .asMap();
    }

    private static long count(ReviewFacts facts, Category category) {
        return facts.scores().stream()
                .filter(score -> score.category() == category)
                .count();
    }
}
