package care.iop.intake.estimate;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When how much is to be paid: equal installments without interest or fees, but for the cents that can't be divided. */
record PaymentPlan(
        @Schema(required = true) Money total,
        @Schema(required = true) List<Installment> installments) {

    /** One payment. */
    @Schema(name = "PaymentInstallment")
    record Installment(
            @Schema(required = true, examples = "1") int number,
            @Schema(required = true) LocalDate dueOn,
            @Schema(required = true) Money amount) {}

    static PaymentPlan of(PaymentPlanRequest request) {
        int count = request.installments();
        long each = request.amount().cents() / count;
        long remainder = request.amount().cents() % count;
        int odd = request.remainderOn() == PaymentPlanRequest.Remainder.FIRST ? 0 : count - 1;
        return new PaymentPlan(
                request.amount(),
                IntStream.range(0, count)
                        .mapToObj(i -> new Installment(
                                i + 1,
                                request.every().after(request.firstDueOn(), i),
                                Money.ofCents(i == odd ? each + remainder : each)))
                        .toList());
    }
}
