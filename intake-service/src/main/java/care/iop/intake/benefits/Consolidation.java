package care.iop.intake.benefits;

import care.iop.intake.benefits.BenefitTerms.Accumulator;
import care.iop.intake.benefits.BenefitTerms.AccumulatorKind;
import care.iop.intake.benefits.BenefitTerms.AuthorizationOnFile;
import care.iop.intake.benefits.BenefitTerms.Holder;
import care.iop.intake.benefits.BenefitTerms.LevelCoverage;
import care.iop.intake.benefits.BenefitTerms.LimitUnit;
import care.iop.intake.benefits.BenefitTerms.Payer;
import care.iop.intake.benefits.BenefitTerms.ServiceShare;
import care.iop.intake.benefits.BenefitTerms.UseLimit;
import care.iop.intake.benefits.Statement.Topic;
import care.iop.intake.estimate.CopayPer;
import care.iop.intake.estimate.Money;
import care.iop.intake.estimate.ServiceKind;
import care.iop.intake.level.LevelOfCare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes one record of all that a payer said. Figures of different networks and holders stay apart, what is said of the
 * treatment goes before what is said of the whole plan, and where two statements differ neither is taken: nothing is
 * summed, averaged or chosen, and a person is told.
 */
final class Consolidation {

    private static final List<LevelOfCare> TREATMENT = List.of(LevelOfCare.LEVEL_2_1, LevelOfCare.LEVEL_2_5);
    private static final int MOST_REMARKS = 50;
    private static final int MOST_EXCLUSIONS = 40;

    private final PayerAnswer answer;
    private final List<String> conflicts;

    private Consolidation(PayerAnswer answer) {
        this.answer = answer;
        this.conflicts = new ArrayList<>(answer.conflicts());
    }

    /** What is kept of the answer. */
    record Result(CoverageStatus coverage, BenefitTerms terms, List<String> conflicts, List<String> notes) {}

    static Result of(PayerAnswer answer) {
        return new Consolidation(answer).result();
    }

    private Result result() {
        var coverage = coverage();
        var policy = answer.policy();
        var startsOn = policy.startsOn();
        var endsOn = policy.endsOn();
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            conflicts.add("Coverage ends on " + endsOn + ", before it begins on " + startsOn + ".");
            startsOn = null;
            endsOn = null;
        }
        if (coverage == CoverageStatus.ACTIVE && endsOn != null && endsOn.isBefore(answer.asOf())) {
            conflicts.add("Coverage is called active, and ended on " + endsOn + ".");
            coverage = CoverageStatus.UNDETERMINED;
        }
        var yearEndsOn = policy.benefitYearEndsOn();
        if (yearEndsOn != null && yearEndsOn.isBefore(answer.asOf())) {
            conflicts.add("The benefit year ended on " + yearEndsOn + ", before the payer answered.");
            yearEndsOn = null;
        }
        var accumulators = accumulators();
        var terms = new BenefitTerms(
                new Payer(policy.payer(), policy.electronicId()),
                policy.behavioralHealthPayer(),
                policy.plan(),
                policy.planType(),
                policy.memberNumber(),
                policy.groupNumber(),
                policy.subscriber(),
                startsOn,
                endsOn,
                null,
                yearEndsOn,
                null,
                null,
                accumulators.isEmpty() ? null : answer.asOf(),
                accumulators,
                shares(),
                levels(),
                authorizationRequired(null),
                policy.authorizationNumber() == null
                        ? null
                        : new AuthorizationOnFile(policy.authorizationNumber(), null, null, null, null, null),
                limits(),
                null,
                answer.exclusions().stream().distinct().limit(MOST_EXCLUSIONS).toList());
        return new Result(coverage, terms, remarks(conflicts), remarks(answer.notes()));
    }

    private CoverageStatus coverage() {
        if (any(said -> said.topic() == Topic.NOT_FOUND)) {
            return CoverageStatus.NOT_FOUND;
        }
        boolean planActive = any(said -> said.planWide() && said.topic() == Topic.COVERED);
        boolean planInactive = any(said -> said.planWide() && said.topic() == Topic.INACTIVE);
        boolean treated = any(said -> isOfTreatment(said) && said.topic() == Topic.COVERED);
        boolean untreated = isTreatmentRefused();
        if (planActive && planInactive) {
            return contradiction("The plan is called active and not active", Topic.COVERED, Topic.INACTIVE);
        }
        if (treated && planInactive) {
            return contradiction(
                    "The treatment is called covered, and the plan not active", Topic.COVERED, Topic.INACTIVE);
        }
        if (treated && untreated) {
            return contradiction(
                    "The treatment is called covered and not covered",
                    Topic.COVERED,
                    Topic.NOT_COVERED,
                    Topic.INACTIVE);
        }
        if (treated || planActive) {
            return CoverageStatus.ACTIVE;
        }
        return planInactive || any(said -> isOfTreatment(said) && said.topic() == Topic.INACTIVE)
                ? CoverageStatus.INACTIVE
                : CoverageStatus.UNDETERMINED;
    }

    private boolean isTreatmentRefused() {
        return any(
                said -> isOfTreatment(said) && (said.topic() == Topic.NOT_COVERED || said.topic() == Topic.INACTIVE));
    }

    private static boolean isOfTreatment(Statement said) {
        return !said.planWide() && said.level() == null && said.network() != NetworkScope.OUT_OF_NETWORK;
    }

    private CoverageStatus contradiction(String words, Topic... topics) {
        var of = EnumSet.copyOf(Arrays.asList(topics));
        conflicts.add(words + " (" + places(said -> of.contains(said.topic()) && said.level() == null) + ").");
        return CoverageStatus.UNDETERMINED;
    }

    private List<LevelCoverage> levels() {
        var found = new ArrayList<LevelCoverage>();
        for (var level : TREATMENT) {
            boolean yes = any(said -> said.level() == level && said.topic() == Topic.COVERED);
            boolean no = any(said -> said.level() == level
                    && (said.topic() == Topic.NOT_COVERED || said.topic() == Topic.INACTIVE)
                    && said.network() != NetworkScope.OUT_OF_NETWORK);
            if (yes && no) {
                conflicts.add("Level " + level + " is called covered and not covered ("
                        + places(said -> said.level() == level) + ").");
            }
            var authorization = authorizationRequired(level);
            if (yes != no) {
                found.add(new LevelCoverage(level, yes ? YesNoUnknown.YES : YesNoUnknown.NO, authorization));
            } else if (!yes && isTreatmentRefused()) {
                found.add(new LevelCoverage(level, YesNoUnknown.NO, authorization));
            } else if (authorization != null) {
                found.add(new LevelCoverage(level, YesNoUnknown.UNKNOWN, authorization));
            }
        }
        return found;
    }

    private @Nullable YesNoUnknown authorizationRequired(@Nullable LevelOfCare level) {
        Predicate<Statement> asked = said -> said.level() == level && said.network() != NetworkScope.OUT_OF_NETWORK;
        boolean specific = any(asked.and(said -> !said.planWide()
                && (said.topic() == Topic.AUTHORIZATION_REQUIRED || said.topic() == Topic.AUTHORIZATION_NOT_REQUIRED)));
        var counting = asked.and(said -> !specific || !said.planWide());
        boolean yes = any(counting.and(said -> said.topic() == Topic.AUTHORIZATION_REQUIRED));
        boolean no = any(counting.and(said -> said.topic() == Topic.AUTHORIZATION_NOT_REQUIRED));
        if (yes && no) {
            conflicts.add("Authorization is called required and not required"
                    + (level == null ? "" : " for level " + level) + " ("
                    + places(counting.and(said -> said.topic() == Topic.AUTHORIZATION_REQUIRED
                            || said.topic() == Topic.AUTHORIZATION_NOT_REQUIRED))
                    + ").");
            return YesNoUnknown.UNKNOWN;
        }
        if (yes) {
            return YesNoUnknown.YES;
        }
        return no ? YesNoUnknown.NO : null;
    }

    private List<Accumulator> accumulators() {
        var found = new ArrayList<Accumulator>();
        for (var holder : Holder.values()) {
            for (var network : NetworkScope.values()) {
                accumulator(
                                AccumulatorKind.DEDUCTIBLE,
                                holder,
                                network,
                                Topic.DEDUCTIBLE,
                                Topic.DEDUCTIBLE_REMAINING,
                                Topic.DEDUCTIBLE_USED)
                        .ifPresent(found::add);
                accumulator(
                                AccumulatorKind.OUT_OF_POCKET_MAXIMUM,
                                holder,
                                network,
                                Topic.MAXIMUM,
                                Topic.MAXIMUM_REMAINING,
                                Topic.MAXIMUM_USED)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Accumulator> accumulator(
            AccumulatorKind kind,
            Holder holder,
            NetworkScope network,
            Topic whole,
            Topic remainingTopic,
            Topic usedTopic) {
        var amount = figure(whole, network, holder, null, null);
        var remaining = figure(remainingTopic, network, holder, null, null);
        var used = figure(usedTopic, network, holder, null, null);
        if (amount != null && used != null) {
            var left = amount.subtract(used);
            if (left.signum() < 0 || (remaining != null && remaining.compareTo(left) != 0)) {
                conflicts.add(name(whole, network, holder) + ": " + amount.toPlainString() + " less "
                        + used.toPlainString() + " used is not what is said to remain.");
                return Optional.of(new Accumulator(kind, holder, network, new Money(amount), null));
            }
            remaining = left;
        }
        if (amount != null && remaining != null && remaining.compareTo(amount) > 0) {
            conflicts.add(name(whole, network, holder) + ": more remains (" + remaining.toPlainString()
                    + ") than there is (" + amount.toPlainString() + ").");
            return Optional.empty();
        }
        return amount == null && remaining == null
                ? Optional.empty()
                : Optional.of(new Accumulator(
                        kind,
                        holder,
                        network,
                        amount == null ? null : new Money(amount),
                        remaining == null ? null : new Money(remaining)));
    }

    private List<ServiceShare> shares() {
        var found = new ArrayList<ServiceShare>();
        for (var service : ServiceKind.values()) {
            for (var network : NetworkScope.values()) {
                var copays = new ArrayList<ServiceShare>();
                copay(Topic.COPAY, null, service, network).ifPresent(copays::add);
                copay(Topic.COPAY_PER_VISIT, CopayPer.SERVICE, service, network).ifPresent(copays::add);
                copay(Topic.COPAY_PER_DAY, CopayPer.DAY, service, network).ifPresent(copays::add);
                if (copays.size() > 1) {
                    conflicts.add("Copays of more than one kind are given for " + words(service) + " " + words(network)
                            + ".");
                } else {
                    found.addAll(copays);
                }
                var percent = figure(Topic.COINSURANCE, network, null, service, null);
                if (percent != null) {
                    found.add(new ServiceShare(service, network, null, null, percent, null));
                }
            }
        }
        return found;
    }

    private Optional<ServiceShare> copay(
            Topic topic, @Nullable CopayPer per, ServiceKind service, NetworkScope network) {
        var amount = figure(topic, network, null, service, null);
        return amount == null
                ? Optional.empty()
                : Optional.of(new ServiceShare(service, network, new Money(amount), per, null, null));
    }

    private List<UseLimit> limits() {
        var found = new ArrayList<UseLimit>();
        for (var unit : LimitUnit.values()) {
            var allowed = anyNetwork(Topic.LIMIT, unit);
            var remaining = anyNetwork(Topic.LIMIT_REMAINING, unit);
            var used = anyNetwork(Topic.LIMIT_USED, unit);
            if (used == null && allowed != null && remaining != null) {
                used = allowed.subtract(remaining);
            }
            if (allowed == null) {
                continue;
            }
            if (used != null && (used.signum() < 0 || used.compareTo(allowed) > 0)) {
                conflicts.add("The limit of " + allowed + " " + unit.name().toLowerCase(Locale.ROOT)
                        + "s and what is used or remains of it don't agree.");
                used = null;
            }
            found.add(new UseLimit(unit, allowed.intValueExact(), used == null ? null : used.intValueExact(), null));
        }
        return found;
    }

    private @Nullable BigDecimal anyNetwork(Topic topic, LimitUnit unit) {
        return single(
                "Values for the " + topic.words() + " in " + unit.name().toLowerCase(Locale.ROOT) + "s",
                answer.statements().stream()
                        .filter(said -> said.topic() == topic
                                && said.unit() == unit
                                && said.network() != NetworkScope.OUT_OF_NETWORK)
                        .toList());
    }

    private @Nullable BigDecimal figure(
            Topic topic,
            NetworkScope network,
            @Nullable Holder holder,
            @Nullable ServiceKind service,
            @Nullable LimitUnit unit) {
        return single(
                "Values for the " + name(topic, network, holder) + (service == null ? "" : " of " + words(service)),
                answer.statements().stream()
                        .filter(said -> said.topic() == topic
                                && said.network() == network
                                && said.holder() == holder
                                && said.service() == service
                                && said.unit() == unit)
                        .toList());
    }

    /** The one value that all these statements give; none, with a conflict, when they differ. */
    private @Nullable BigDecimal single(String what, List<Statement> all) {
        var specific = all.stream().filter(said -> !said.planWide()).toList();
        var counting = specific.isEmpty() ? all : specific;
        if (counting.isEmpty()) {
            return null;
        }
        var first = counting.get(0).value();
        if (counting.stream().allMatch(said -> said.value().compareTo(first) == 0)) {
            return first;
        }
        conflicts.add(what + " differ: "
                + counting.stream()
                        .map(said -> said.value().toPlainString() + " (" + said.at() + ")")
                        .distinct()
                        .limit(6)
                        .collect(Collectors.joining(", "))
                + ".");
        return null;
    }

    private boolean any(Predicate<Statement> condition) {
        return answer.statements().stream().anyMatch(condition);
    }

    private String places(Predicate<Statement> condition) {
        return answer.statements().stream()
                .filter(condition)
                .map(Statement::at)
                .distinct()
                .limit(6)
                .collect(Collectors.joining(", "));
    }

    private static String name(Topic topic, NetworkScope network, @Nullable Holder holder) {
        return topic.words() + (holder == null ? "" : " (" + words(holder) + ")") + " " + words(network);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<String> remarks(List<String> all) {
        var distinct = List.copyOf(new LinkedHashSet<>(all));
        if (distinct.size() <= MOST_REMARKS) {
            return distinct;
        }
        var kept = new ArrayList<>(distinct.subList(0, MOST_REMARKS));
        kept.add((distinct.size() - MOST_REMARKS) + " more were left out.");
        return kept;
    }
}
