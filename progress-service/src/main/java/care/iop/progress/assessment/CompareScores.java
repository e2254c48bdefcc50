package care.iop.progress.assessment;

import care.iop.chassis.instrument.Answers;
import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.chassis.instrument.InstrumentDefinition.HigherIs;
import care.iop.chassis.instrument.Score;
import care.iop.chassis.instrument.SexAtBirth;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.change.Category;
import care.iop.progress.change.ChangeCriteria;
import care.iop.progress.change.ChangeCriterion;
import care.iop.progress.change.ReliableChangeIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says how two measurements of one instrument differ, by each criterion. */
@ApplicationScoped
class CompareScores {

    private final OfferedInstruments instruments;
    private final ChangeCriteria criteria;

    CompareScores(OfferedInstruments instruments, ChangeCriteria criteria) {
        this.instruments = instruments;
        this.criteria = criteria;
    }

    /** One measurement: the total, subscales, and answers as far as they are known. */
    private record Measurement(@Nullable Integer total, Map<String, Integer> subscales, Map<String, Integer> answers) {

        static final Measurement NOTHING = new Measurement(null, Map.of(), Map.of());

        static Measurement of(AssessmentResult result) {
            return new Measurement(
                    result.total(), result.subscales(), result.answers().byItem());
        }

        @Nullable
        Integer number(@Nullable String subscale) {
            return subscale == null ? total : subscales.get(subscale);
        }
    }

    /** Compares what the caller gives. Refused with 422 for totals and answers that the instrument doesn't have. */
    ChangeView compare(InstrumentDefinition instrument, ChangeRequest request) {
        var sex = Objects.requireNonNullElse(request.sexAtBirth(), SexAtBirth.UNKNOWN);
        var judges = new ArrayList<>(criteria.of(instrument.code()));
        if (request.constants() != null) {
            judges.add(ownCriterion(instrument, request.constants()));
        }
        return view(
                instrument,
                measured("/baseline", instrument, request.baseline(), sex),
                measured("/now", instrument, request.now(), sex),
                judges,
                List.of());
    }

    /** Compares a result with the baseline of its episode, if it has one. */
    ChangeView compare(InstrumentDefinition instrument, @Nullable AssessmentResult baseline, AssessmentResult now) {
        if (baseline == null || baseline.id().equals(now.id())) {
            return view(
                    instrument,
                    Measurement.NOTHING,
                    Measurement.of(now),
                    criteria.of(instrument.code()),
                    List.of(
                            baseline == null
                                    ? "There is no complete result up to 7 days after the admission to compare with."
                                    : "This result is the baseline of its episode."));
        }
        var cautions = new ArrayList<String>();
        if (!now.counts()) {
            cautions.add("This result was corrected or voided and counts nowhere any more.");
        }
        var gap = Duration.between(baseline.takenAt(), now.takenAt());
        if (instrument.recall().startsWith("P") && !instrument.recall().contains("T")) {
            long recall = days(Period.parse(instrument.recall()));
            if (gap.toDays() < recall) {
                cautions.add("The two were taken %d days apart and look back on %d days each: they overlap."
                        .formatted(gap.toDays(), recall));
            }
        }
        if (!baseline.scorerVersion().equals(now.scorerVersion())) {
            cautions.add("They were scored by different versions of the scorer.");
        }
        var view = view(
                instrument, Measurement.of(baseline), Measurement.of(now), criteria.of(instrument.code()), cautions);
        return new ChangeView(
                view.instrument(),
                baseline.id(),
                baseline.takenAt(),
                view.differences(),
                view.criteria(),
                view.items(),
                view.cautions());
    }

    /** Whether a result is worse than the baseline by the instrument's primary criterion; false without either. */
    boolean isDeteriorated(@Nullable AssessmentResult baseline, AssessmentResult now) {
        if (baseline == null || baseline.id().equals(now.id())) {
            return false;
        }
        var instrument = instruments.find(now.instrument()).orElseThrow();
        return criteria.primaryOf(now.instrument())
                .filter(criterion -> category(instrument, criterion, Measurement.of(baseline), Measurement.of(now))
                        == Category.DETERIORATED)
                .isPresent();
    }

    private ChangeView view(
            InstrumentDefinition instrument,
            Measurement baseline,
            Measurement now,
            List<ChangeCriterion> judges,
            List<String> cautions) {
        var primary = criteria.primaryOf(instrument.code());
        return new ChangeView(
                instrument.code(),
                null,
                null,
                differences(instrument, baseline, now),
                judges.stream()
                        .map(judge -> new ChangeView.Judged(
                                judge,
                                primary.filter(judge::equals).isPresent(),
                                category(instrument, judge, baseline, now)))
                        .toList(),
                instrument.items().stream()
                        .filter(item -> !baseline.answers().isEmpty()
                                && !now.answers().isEmpty()
                                && !Objects.equals(
                                        baseline.answers().get(item.id()),
                                        now.answers().get(item.id())))
                        .map(item -> ChangeView.ItemDifference.of(
                                item,
                                baseline.answers().get(item.id()),
                                now.answers().get(item.id())))
                        .toList(),
                Stream.concat(cautions.stream(), ofInstrument(instrument, judges))
                        .toList());
    }

    private static Stream<String> ofInstrument(InstrumentDefinition instrument, List<ChangeCriterion> judges) {
        if (judges.isEmpty()) {
            return Stream.of("Nobody has published what counts as a change of " + instrument.code() + ".");
        }
        return instrument.hasTotal()
                ? Stream.empty()
                : Stream.of("There is no validated total: look at the change of single items first.");
    }

    private static List<ChangeView.Difference> differences(
            InstrumentDefinition instrument, Measurement baseline, Measurement now) {
        var ofSubscales = instrument.subscales().stream()
                .filter(subscale -> baseline.number(subscale.code()) != null || now.number(subscale.code()) != null)
                .map(subscale -> ChangeView.Difference.of(
                        subscale.code(),
                        subscale.higherIs(),
                        baseline.number(subscale.code()),
                        now.number(subscale.code())));
        var ofTotal = instrument.hasTotal()
                ? Stream.of(ChangeView.Difference.of(null, instrument.higherIs(), baseline.total(), now.total()))
                : Stream.<ChangeView.Difference>empty();
        return Stream.concat(ofTotal, ofSubscales).toList();
    }

    private static @Nullable Category category(
            InstrumentDefinition instrument, ChangeCriterion judge, Measurement baseline, Measurement now) {
        var before = baseline.number(judge.subscale());
        var after = now.number(judge.subscale());
        return before == null || after == null
                ? null
                : judge.of(direction(instrument, judge.subscale()), before, after);
    }

    private static HigherIs direction(InstrumentDefinition instrument, @Nullable String subscale) {
        return subscale == null
                ? instrument.higherIs()
                : instrument
                        .subscale(subscale)
                        .map(InstrumentDefinition.Subscale::higherIs)
                        .orElseThrow(() -> new IllegalStateException("no subscale " + subscale));
    }

    private static ChangeCriterion ownCriterion(InstrumentDefinition instrument, ChangeRequest.Constants constants) {
        if (constants.subscale() != null
                && instrument.subscale(constants.subscale()).isEmpty()) {
            throw ProblemException.invalid(
                    "/constants/subscale",
                    "must be one of "
                            + instrument.subscales().stream()
                                    .map(InstrumentDefinition.Subscale::code)
                                    .toList());
        }
        var index = new ReliableChangeIndex(constants.baselineSd(), constants.reliability());
        return new ChangeCriterion(
                instrument.code(),
                "jacobson-truax",
                "Reliable change index of Jacobson and Truax with the caller's numbers",
                ChangeCriterion.Kind.RELIABLE,
                constants.subscale(),
                index.reliableFrom(),
                constants.cut(),
                "More than 1.96 standard errors of a difference: 1.96 · √2 · SD · √(1 − r)",
                ChangeCriterion.Certainty.GIVEN_BY_CALLER,
                false);
    }

    private static Measurement measured(
            String pointer, InstrumentDefinition instrument, ChangeRequest.Measured given, SexAtBirth sex) {
        var answers = given.answers();
        var total = given.total();
        if ((answers == null) == (total == null)) {
            throw ProblemException.invalid(pointer, "needs either a total or answers");
        }
        if (answers != null) {
            var accepted = Answers.of(instrument, answers);
            var score = Score.of(instrument, accepted, sex);
            var subscales = new TreeMap<String, Integer>();
            instrument.subscales().stream()
                    .map(InstrumentDefinition.Subscale::code)
                    .forEach(code -> score.pointsOf(code).ifPresent(points -> subscales.put(code, points)));
            return new Measurement(score.total(), subscales, accepted.byItem());
        }
        if (total == null || !instrument.canGive(total)) {
            throw ProblemException.invalid(
                    pointer + "/total",
                    instrument.hasTotal()
                            ? "must be from %d to %d".formatted(instrument.lowestTotal(), instrument.highestTotal())
                            : "is nothing that " + instrument.code() + " has; give the answers");
        }
        return new Measurement(total, Map.of(), Map.of());
    }

    private static long days(Period period) {
        return 365L * period.getYears() + 30L * period.getMonths() + period.getDays();
    }
}
