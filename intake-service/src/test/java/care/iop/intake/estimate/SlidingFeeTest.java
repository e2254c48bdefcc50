package care.iop.intake.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlidingFeeTest {

    /** One class as somebody configured it. */
    private record Step(BigDecimal upToPercent, int discountPercent) implements SlidingFeeSettings.PartialClass {

        /** Reads {@code 125:80}. */
        static SlidingFeeSettings.PartialClass of(String text) {
            int colon = text.indexOf(':');
            return new Step(new BigDecimal(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
        }
    }

    /** A table as somebody configured it. */
    private record Table(String version, BigDecimal nominalCharge, List<PartialClass> partialClasses)
            implements SlidingFeeSettings {}

    private static Table table(String nominalCharge, String... classes) {
        return new Table(
                "test",
                new BigDecimal(nominalCharge),
                Stream.of(classes).map(Step::of).toList());
    }

    @Test
    void whoHasMoreNeverPaysLess() {
        // given
        var fee = new SlidingFee(table("10.00", "125:80", "150:60", "175:40", "200:20"));
        var guideline = Money.ofCents(15_960_00);
        var random = new Random(8);
        for (int run = 0; run < 20_000; run++) {
            var income = Money.ofCents(random.nextInt(40_000_00));
            var more = income.plus(Money.ofCents(random.nextInt(5_000_00)));
            var charge = Money.ofCents(random.nextInt(1_000_00));
            var pays = fee.pays(fee.classOf(income, guideline), charge);

            // when
            var paysMore = fee.pays(fee.classOf(more, guideline), charge);

            // then
            assertThat(pays).matches(amount -> !amount.isMoreThan(paysMore));
            assertThat(paysMore).matches(amount -> !amount.isMoreThan(charge));
            assertThat(pays.dollars()).isNotNegative();
        }
    }

    @Test
    void aTableMayHaveNoPartialClass() {
        // given
        var fee = new SlidingFee(table("10.00"));

        // when
        var above = fee.classOf(Money.ofCents(100_01), Money.ofCents(100_00));

        // then
        assertThat(above.kind()).isEqualTo(FeeClass.Kind.NO_DISCOUNT);
        assertThat(fee.classOf(Money.ofCents(100_00), Money.ofCents(100_00)).kind())
                .isEqualTo(FeeClass.Kind.FULL_DISCOUNT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.00  | 100:80
            10.00  | 125:80 125:60
            10.00  | 150:60 125:80
            10.00  | 125:60 150:80
            10.00  | 125:60 150:60
            10.00  | 125:100
            10.00  | 125:80 200:0
            10.00  | 125:-1
            -0.01  | 125:80
            10.001 | 125:80
            """)
    void aTableThatIsWrongStopsTheStart(String nominalCharge, String classes) {
        // given
        var table = table(nominalCharge, classes.split(" "));

        // when
        var refused = assertThatThrownBy(() -> new SlidingFee(table));

        // then
        refused.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("iop.sliding-fee.");
    }
}
