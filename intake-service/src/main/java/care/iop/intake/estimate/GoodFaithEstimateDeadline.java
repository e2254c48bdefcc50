package care.iop.intake.estimate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Until when an uninsured person or a self-payer has to have a good-faith estimate (No Surprises Act, 45 CFR
 * 149.610(b)(1)(vi)).
 *
 * @param dueOn the last day; null when an appointment so near asks for none
 * @param businessDaysAhead of the service; null when the estimate was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GoodFaithEstimateDeadline(
        @Schema(
                required = true,
                description = "Whether an estimate has to be given without being asked for, or was asked for")
        boolean required,

        @Schema(description = "The last day; absent when none is required") @Nullable
        LocalDate dueOn,

        @Schema(description = "Business days from the making of the appointment to the service, the first day included")
        @Nullable
        Integer businessDaysAhead,

        @Schema(required = true) String rule,

        @Schema(required = true, description = "A bill that is higher than the estimate by this much can be disputed")
        Money disputableFrom,

        @Schema(required = true) String businessDays) {

    private static final Money DISPUTABLE_FROM = Money.ofCents(400_00);

    private static final String BUSINESS_DAYS =
            "Assumed: Monday to Friday without federal holidays (5 U.S.C. 6103) and the days on which they are kept. The dispute threshold and this reading have to be confirmed.";

    private static final int FAR = 10;
    private static final int NEAR = 3;

    static GoodFaithEstimateDeadline of(GoodFaithEstimateRequest request) {
        return switch (request.trigger()) {
            case REQUESTED ->
                due(request.on(), 3, null, "Asked for: within 3 business days after the day of the request.");
            case SCHEDULED ->
                scheduled(request.on(), Objects.requireNonNull(request.serviceOn(), "the request was not checked"));
        };
    }

    private static GoodFaithEstimateDeadline scheduled(LocalDate on, LocalDate serviceOn) {
        int ahead = BusinessCalendar.between(on, serviceOn);
        if (ahead >= FAR) {
            return due(
                    on,
                    3,
                    ahead,
                    "Scheduled at least 10 business days before the service: within 3 business days after scheduling.");
        }
        if (ahead >= NEAR) {
            return due(
                    on,
                    1,
                    ahead,
                    "Scheduled 3 to 9 business days before the service: within 1 business day after scheduling.");
        }
        return new GoodFaithEstimateDeadline(
                false,
                null,
                ahead,
                "Scheduled less than 3 business days before the service: none is required unless the person asks for it.",
                DISPUTABLE_FROM,
                BUSINESS_DAYS);
    }

    private static GoodFaithEstimateDeadline due(LocalDate on, int businessDays, @Nullable Integer ahead, String rule) {
        return new GoodFaithEstimateDeadline(
                true, BusinessCalendar.after(on, businessDays), ahead, rule, DISPUTABLE_FROM, BUSINESS_DAYS);
    }
}
