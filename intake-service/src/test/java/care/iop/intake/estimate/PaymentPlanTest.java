package care.iop.intake.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.intake.estimate.PaymentPlan.Installment;
import care.iop.intake.estimate.PaymentPlanRequest.Interval;
import care.iop.intake.estimate.PaymentPlanRequest.Remainder;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaymentPlanTest {

    @Test
    void installmentsAddUpAndDifferInOneAtMost() {
        var random = new Random(7);
        for (int run = 0; run < 5_000; run++) {
            // given
            int count = 1 + random.nextInt(120);
            var amount = Money.ofCents(count + random.nextInt(1_000_000));
            var remainder = random.nextBoolean() ? Remainder.FIRST : Remainder.LAST;
            var request = new PaymentPlanRequest(amount, count, Interval.MONTH, LocalDate.of(2026, 10, 31), remainder);

            // when
            var installments = PaymentPlan.of(request).installments();

            // then
            assertThat(installments).hasSize(count);
            assertThat(installments.stream().map(Installment::amount).reduce(Money.ZERO, Money::plus))
                    .isEqualTo(amount);
            var equal = installments
                    .get(remainder == Remainder.FIRST ? count - 1 : 0)
                    .amount();
            int odd = remainder == Remainder.FIRST ? 0 : count - 1;
            for (int i = 0; i < count; i++) {
                assertThat(installments.get(i).amount().isZero()).isFalse();
                if (i != odd) {
                    assertThat(installments.get(i).amount()).isEqualTo(equal);
                }
            }
            assertThat(installments.get(odd).amount().cents() - equal.cents()).isBetween(0L, count - 1L);
        }
    }
}
