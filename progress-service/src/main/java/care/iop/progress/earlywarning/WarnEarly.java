package care.iop.progress.earlywarning;

import care.iop.chassis.audit.AccessAudit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Asks the approved model who may drop out in the next 14 days, and why. */
@ApplicationScoped
class WarnEarly {

    private static final int MOST_WARNINGS = 200;
    private static final int MOST_REASONS = 3;

    /** Weaker reasons than this part of the logit are none. */
    private static final double LEAST_CONTRIBUTION = 0.05;

    private final WarningModels models;
    private final Fortnights fortnights;
    private final AccessAudit audit;
    private final Clock clock;

    WarnEarly(WarningModels models, Fortnights fortnights, AccessAudit audit, Clock clock) {
        this.models = models;
        this.fortnights = fortnights;
        this.audit = audit;
        this.clock = clock;
    }

    /** The warnings of this week, of one program or of all; none while no model is approved. */
    @Transactional
    EarlyWarningView warn(@Nullable UUID program) {
        var monday =
                LocalDate.now(clock.withZone(ZoneOffset.UTC)).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var model = models.inUse().orElse(null);
        var approved = model == null ? null : model.threshold();
        if (model == null || approved == null) {
            return new EarlyWarningView(null, monday, List.of());
        }
        double threshold = approved.doubleValue();
        var warnings = fortnights.open(monday, program).stream()
                .map(weeks -> warning(model.regression(), weeks))
                .filter(warning -> warning.probability() >= threshold)
                .sorted(Comparator.comparingDouble(EarlyWarningView.Warning::probability)
                        .reversed()
                        .thenComparing(EarlyWarningView.Warning::admissionId))
                .limit(MOST_WARNINGS)
                .toList();
        audit.readAll(
                "EarlyWarning",
                warnings.stream().map(EarlyWarningView.Warning::patientId).toList());
        return new EarlyWarningView(
                model.id(), monday, warnings.stream().map(WarnEarly::rounded).toList());
    }

    private static EarlyWarningView.Warning warning(LogisticRegression regression, Fortnight weeks) {
        var numbers = Signal.vector(weeks);
        return new EarlyWarningView.Warning(
                weeks.admissionId(), weeks.patientId(), regression.probability(numbers), reasons(regression, weeks));
    }

    private static EarlyWarningView.Warning rounded(EarlyWarningView.Warning exact) {
        return new EarlyWarningView.Warning(
                exact.admissionId(), exact.patientId(), Math.round(100 * exact.probability()) / 100.0, exact.reasons());
    }

    /** The signals that add most to this person's odds, in plain words. */
    static List<String> reasons(LogisticRegression regression, Fortnight weeks) {
        var signals = Signal.values();
        var parts = regression.contributions(Signal.vector(weeks));
        return IntStream.range(0, signals.length)
                .filter(i -> parts[i] >= LEAST_CONTRIBUTION)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -parts[i]))
                .limit(MOST_REASONS)
                .map(i -> signals[i].inWords(weeks))
                .toList();
    }
}
