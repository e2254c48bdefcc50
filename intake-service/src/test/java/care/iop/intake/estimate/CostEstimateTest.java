package care.iop.intake.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every estimate; the hand-worked ones are in {@link EstimateResourceTest}. Seeds are fixed. */
class CostEstimateTest {

    private static final int RUNS = 3_000;
    private static final List<ServiceKind> KINDS = List.of(ServiceKind.values());
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final LocalDate YEAR_END = LocalDate.of(2026, 12, 31);

    /** One generated question. */
    private record Question(List<DatedService> services, List<CostShare> shares, BenefitYears years) {

        CostEstimate answer() {
            return CostEstimate.of(services, shares, years);
        }

        Question with(Accumulators left) {
            return new Question(services, shares, new BenefitYears(left, years.endsOn(), years.whole()));
        }

        Question with(List<DatedService> others) {
            return new Question(others, shares, years);
        }
    }

    @Test
    void linesAddUpAndNobodyPaysLessThanNothingOrMoreThanThePrice() {
        var random = new Random(1);
        for (int run = 0; run < RUNS; run++) {
            // given
            var question = question(random);

            // when
            var estimate = question.answer();

            // then
            assertThat(estimate.lines()).hasSameSizeAs(question.services());
            for (var line : estimate.lines()) {
                assertThat(List.of(
                                line.deductible(),
                                line.copay(),
                                line.coinsurance(),
                                line.spared(),
                                line.patient(),
                                line.plan()))
                        .allSatisfy(amount -> assertThat(amount.dollars()).isNotNegative());
                assertThat(line.deductible().plus(line.copay()).plus(line.coinsurance()))
                        .isEqualTo(line.patient());
                assertThat(line.patient().plus(line.plan())).isEqualTo(line.allowed());
            }
            assertThat(estimate.total().patient())
                    .isEqualTo(estimate.lines().stream()
                            .map(EstimatedLine::patient)
                            .reduce(Money.ZERO, Money::plus));
            assertThat(estimate.total().patient().plus(estimate.total().plan()))
                    .isEqualTo(estimate.total().allowed());
        }
    }

    @Test
    void noBenefitYearTakesMoreThanItsDeductibleOrItsMaximum() {
        var random = new Random(2);
        for (int run = 0; run < RUNS; run++) {
            // given
            var question = question(random);

            // when
            var lines = question.answer().lines();

            // then
            for (int year = 0; year < 2; year++) {
                int wanted = year;
                var limits =
                        year == 0 ? question.years().left() : question.years().whole();
                var inYear = lines.stream()
                        .filter(line -> question.years().yearOf(line.on()) == wanted)
                        .toList();
                assertThat(sum(inYear.stream().map(EstimatedLine::deductible).toList()))
                        .matches(paid -> !paid.isMoreThan(limits.deductibleLeft()));
                assertThat(sum(inYear.stream().map(EstimatedLine::patient).toList()))
                        .matches(paid ->
                                limits.outOfPocketMaximum() == null || !paid.isMoreThan(limits.outOfPocketMaximum()));
            }
        }
    }

    /** The maximum only cuts off: it never makes anybody pay more, nor less than the maximum where they owe more. */
    @Test
    void theMaximumCutsTheSumOff() {
        var random = new Random(3);
        for (int run = 0; run < RUNS; run++) {
            // given
            var question = inOneYear(question(random));
            var maximum = amount(random, 2_000_00);
            var deductible = question.years().left().deductible();
            var unlimited = question.with(new Accumulators(deductible, null))
                    .answer()
                    .total()
                    .patient();

            // when
            var limited = question.with(new Accumulators(deductible, maximum))
                    .answer()
                    .total();

            // then
            assertThat(limited.patient()).isEqualTo(unlimited.min(maximum));
        }
    }

    @Test
    void aHigherDeductibleNeverMakesTreatmentCheaper() {
        var random = new Random(4);
        for (int run = 0; run < RUNS; run++) {
            // given
            var question = question(random);
            var lower = amount(random, 1_500_00);
            var higher = lower.plus(amount(random, 500_00));
            var maximum = question.years().left().outOfPocketMaximum();
            var cheaper =
                    question.with(new Accumulators(lower, maximum)).answer().total();

            // when
            var dearer =
                    question.with(new Accumulators(higher, maximum)).answer().total();

            // then
            assertThat(cheaper.patient()).matches(paid -> !paid.isMoreThan(dearer.patient()));
        }
    }

    @Test
    void servicesOfDifferentDaysMayBeSentInAnyOrder() {
        var random = new Random(5);
        for (int run = 0; run < RUNS; run++) {
            // given
            var question = question(random);
            var apart = question.with(IntStream.range(0, question.services().size())
                    .mapToObj(i -> {
                        var service = question.services().get(i);
                        return new DatedService(
                                MONDAY.plusDays(20L * i), service.service(), service.code(), service.allowed());
                    })
                    .toList());
            var shuffled = new ArrayList<>(apart.services());
            Collections.shuffle(shuffled, random);

            // when
            var estimate = apart.with(shuffled).answer();

            // then
            assertThat(estimate.total()).isEqualTo(apart.answer().total());
            assertThat(estimate.lines())
                    .usingRecursiveComparison()
                    .ignoringFields("position")
                    .isEqualTo(apart.answer().lines());
        }
    }

    /** The cost shares with which it makes no difference which service of a day is charged first. */
    private enum SameDay {
        COPAY_PER_DAY,
        COPAY_FIRST,
        COPAY_WITHOUT_DEDUCTIBLE,
        COINSURANCE_IN_WHOLE_CENTS;

        CostShare share(Random random) {
            var copay = amount(random, 60_00);
            return switch (this) {
                case COPAY_PER_DAY -> copay(copay, true, CopayPer.DAY, random.nextBoolean());
                case COPAY_FIRST -> copay(copay, true, CopayPer.SERVICE, true);
                case COPAY_WITHOUT_DEDUCTIBLE -> copay(copay, false, CopayPer.SERVICE, false);
                case COINSURANCE_IN_WHOLE_CENTS ->
                    new CostShare(
                            ServiceKind.OTHER,
                            null,
                            BigDecimal.valueOf(random.nextBoolean() ? 100 : 0),
                            true,
                            null,
                            null);
            };
        }

        private static CostShare copay(Money copay, boolean deductibleApplies, CopayPer per, boolean first) {
            return new CostShare(ServiceKind.OTHER, copay, null, deductibleApplies, per, first);
        }
    }

    @ParameterizedTest
    @EnumSource(SameDay.class)
    void theOrderWithinADayDoesNotChangeTheTotal(SameDay rule) {
        var random = new Random(6);
        for (int run = 0; run < RUNS; run++) {
            // given
            var services = new ArrayList<DatedService>();
            for (int i = 0; i < 2 + random.nextInt(5); i++) {
                services.add(new DatedService(MONDAY, ServiceKind.OTHER, null, amount(random, 400_00)));
            }
            var left = new Accumulators(amount(random, 600_00), amount(random, 600_00));
            var question = new Question(services, List.of(rule.share(random)), new BenefitYears(left, null, left));
            var shuffled = new ArrayList<>(services);
            Collections.shuffle(shuffled, random);

            // when
            var estimate = question.with(shuffled).answer();

            // then
            assertThat(estimate.total().patient())
                    .isEqualTo(question.answer().total().patient());
        }
    }

    private static Question inOneYear(Question question) {
        return new Question(
                question.services(),
                question.shares(),
                new BenefitYears(question.years().left(), null, question.years().whole()));
    }

    private static Question question(Random random) {
        var shares = new ArrayList<CostShare>();
        for (var kind : ServiceKind.values()) {
            var isCopay = random.nextBoolean();
            shares.add(new CostShare(
                    kind,
                    isCopay ? amount(random, 80_00) : null,
                    isCopay ? null : BigDecimal.valueOf(random.nextInt(10_001), 2),
                    random.nextBoolean(),
                    isCopay && random.nextBoolean() ? CopayPer.DAY : null,
                    isCopay && random.nextBoolean()));
        }
        var services = new ArrayList<DatedService>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            services.add(new DatedService(
                    MONDAY.plusDays(random.nextInt(12) * 15L),
                    KINDS.get(random.nextInt(KINDS.size())),
                    null,
                    amount(random, 500_00)));
        }
        var left = new Accumulators(amount(random, 1_500_00), random.nextInt(4) == 0 ? null : amount(random, 3_000_00));
        var whole = new Accumulators(Money.ofCents(1_500_00), Money.ofCents(3_000_00));
        return new Question(services, shares, new BenefitYears(left, YEAR_END, whole));
    }

    private static Money amount(Random random, int belowCents) {
        return Money.ofCents(random.nextInt(belowCents));
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }
}
