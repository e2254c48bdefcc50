package care.iop.progress.relapseprevention;

import care.iop.chassis.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that must hold for a warning sign to show. */
@Schema(name = "WarningSignCondition", examples = """
                {"field": "CRAVING", "atLeast": 7}
                """)
record Condition(
        @NotNull
        @Schema(
                description =
                        "MOOD and CRAVING (0 to 10) and SLEEP_HOURS (0 to 24 in steps of 0.5) need exactly one of atLeast"
                                + " and atMost, TRIGGER needs the trigger, USE and MEETING_MISSED need nothing more",
                examples = "CRAVING")
        SignField field,

        @Schema(nullable = true, examples = "7") @Nullable BigDecimal atLeast,

        @Schema(nullable = true, examples = "3") @Nullable BigDecimal atMost,

        @Schema(nullable = true, examples = "LONELY") @Nullable
        Trigger trigger) {

    private static final BigDecimal HALF_HOURS_PER_HOUR = BigDecimal.valueOf(2);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal MOST_POINTS = BigDecimal.TEN;
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(24);

    /** Refuses with 422 what does not fit the field. */
    void check(String pointer) {
        switch (field) {
            case MOOD, CRAVING -> checkLimit(pointer, MOST_POINTS, BigDecimal.ONE, "a whole number from 0 to 10");
            case SLEEP_HOURS ->
                checkLimit(pointer, MOST_HOURS, HALF_HOURS_PER_HOUR, "from 0 to 24 in steps of half an hour");
            case TRIGGER, USE, MEETING_MISSED -> {
                if (atLeast != null || atMost != null) {
                    throw ProblemException.invalid(pointer, "must have neither atLeast nor atMost with " + field);
                }
            }
        }
        if ((field == SignField.TRIGGER) != (trigger != null)) {
            throw ProblemException.invalid(
                    pointer + "/trigger",
                    field == SignField.TRIGGER
                            ? "must name the trigger that is looked for"
                            : "must be left out unless the field is TRIGGER");
        }
    }

    private void checkLimit(String pointer, BigDecimal most, BigDecimal stepsInOne, String form) {
        if ((atLeast == null) == (atMost == null)) {
            throw ProblemException.invalid(pointer, "must have exactly one of atLeast and atMost with " + field);
        }
        var limit = atLeast == null ? atMost : atLeast;
        if (limit == null
                || limit.signum() < 0
                || limit.compareTo(most) > 0
                || limit.multiply(stepsInOne).stripTrailingZeros().scale() > 0) {
            throw ProblemException.invalid(pointer + (atLeast == null ? "/atMost" : "/atLeast"), "must be " + form);
        }
    }

    /** Whether it holds for this day, on which a meeting was planned or not. */
    boolean holds(ReportedDay day, boolean meetingPlanned) {
        return switch (field) {
            case MOOD -> isWithin(BigDecimal.valueOf(day.mood()));
            case CRAVING -> isWithin(BigDecimal.valueOf(day.craving()));
            case SLEEP_HOURS ->
                isWithin(BigDecimal.valueOf(day.sleepHalfHours()).multiply(HALF));
            case USE -> day.substanceUse();
            case TRIGGER -> trigger != null && day.triggers().contains(trigger);
            case MEETING_MISSED -> meetingPlanned && Boolean.FALSE.equals(day.meetingAttended());
        };
    }

    private boolean isWithin(BigDecimal value) {
        return (atLeast == null || value.compareTo(atLeast) >= 0) && (atMost == null || value.compareTo(atMost) <= 0);
    }
}
