package care.iop.progress.earlywarning;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.ProgressProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** Trains a model on the organization's own weeks, and judges it on the last quarter of them, which it does not learn from. */
@ApplicationScoped
class TrainModel {

    /** Fewer people who dropped out than this teach and judge nothing; the suite's own policy. */
    static final int LEAST_DROPOUTS = 20;

    private static final double LEARNED_FROM = 0.75;

    private final WarningModels models;
    private final Fortnights fortnights;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    TrainModel(WarningModels models, Fortnights fortnights, Caller caller, Ids ids, Clock clock) {
        this.models = models;
        this.fortnights = fortnights;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Trains and keeps a model that warns of nobody yet; refused with 409 when too few people have dropped out. */
    @Transactional
    WarningModel train() {
        var through = LocalDate.now(clock.withZone(ZoneOffset.UTC))
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusDays(1);
        var trained = train(fortnights.examples(through), through);
        var model = new WarningModel(ids.next(), caller.subject(), clock.instant(), trained);
        models.persist(model);
        return model;
    }

    static WarningModel.Trained train(List<Fortnight> examples, LocalDate through) {
        var days = examples.stream().map(Fortnight::monday).sorted().toList();
        var cut = days.isEmpty() ? through : days.get((int) (LEARNED_FROM * (days.size() - 1)));
        // The outcome of a week is known two weeks later: those in between would tell of the time that is judged.
        var early = examples.stream()
                .filter(week -> week.monday().plusDays(Fortnight.DAYS).isBefore(cut))
                .toList();
        var late =
                examples.stream().filter(week -> !week.monday().isBefore(cut)).toList();
        refuseTooFew(early);
        refuseTooFew(late);
        var regression = LogisticRegression.fit(numbers(early), outcomes(early));
        double rate = dropouts(early) / (double) early.size();
        var said = late.stream()
                .mapToDouble(week -> regression.probability(Signal.vector(week)))
                .toArray();
        return new WarningModel.Trained(
                through, early.size(), dropouts(early), regression, Evaluation.of(said, outcomes(late), rate));
    }

    private static void refuseTooFew(List<Fortnight> weeks) {
        int dropouts = dropouts(weeks);
        if (dropouts < LEAST_DROPOUTS || dropouts == weeks.size()) {
            throw new ProblemException(
                    ProgressProblem.TOO_LITTLE_TO_LEARN_FROM,
                    "Of " + weeks.size() + " weeks of people, " + dropouts
                            + " were before somebody dropped out; at least " + LEAST_DROPOUTS
                            + " are needed to learn from and as many, later ones to judge by. Try again later.");
        }
    }

    private static double[][] numbers(List<Fortnight> weeks) {
        return weeks.stream().map(Signal::vector).toArray(double[][]::new);
    }

    private static boolean[] outcomes(List<Fortnight> weeks) {
        var outcomes = new boolean[weeks.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = Boolean.TRUE.equals(weeks.get(i).droppedOut());
        }
        return outcomes;
    }

    private static int dropouts(List<Fortnight> weeks) {
        return (int) weeks.stream()
                .filter(week -> Boolean.TRUE.equals(week.droppedOut()))
                .count();
    }
}
