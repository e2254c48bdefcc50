package care.iop.scheduling.stepdown;

import care.iop.scheduling.session.SaneDate;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A plan of stepping down to be made. */
@Schema(name = "StepDownPlanRequest", examples = """
                {"enrollmentId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b11", "startsOn": "2026-03-02",
                 "weekdays": ["MONDAY", "WEDNESDAY", "FRIDAY"]}""")
record StepDownPlanRequest(
        @Schema(required = true) @NotNull UUID enrollmentId,

        @Schema(required = true, examples = "2026-03-02") @NotNull @SaneDate
        LocalDate startsOn,

        @Schema(description = "Days that suit the client; Monday to Friday when there are none") @Size(max = 7)
        Set<@NotNull DayOfWeek> weekdays,

        @Schema(description = "Whether fewer days step by step are proposed", defaultValue = "true")
        Boolean stepDown,

        @Schema(description = "Whether aftercare is proposed", defaultValue = "true")
        Boolean aftercare,

        @Schema(description = "Whether touches after that are proposed", defaultValue = "true")
        Boolean alumni) {

    StepDownPlanRequest {
        weekdays =
                weekdays == null || weekdays.isEmpty() ? EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY) : weekdays;
        stepDown = stepDown == null ? Boolean.TRUE : stepDown;
        aftercare = aftercare == null ? Boolean.TRUE : aftercare;
        alumni = alumni == null ? Boolean.TRUE : alumni;
    }

    StepDownPattern.Wish wish() {
        return new StepDownPattern.Wish(startsOn, weekdays, stepDown, aftercare, alumni);
    }
}
