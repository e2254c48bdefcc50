package care.iop.scheduling.enrollment;

import care.iop.scheduling.program.TimeWindow;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stretch of each week at which a client can't come although it lies within the hours that they gave. */
@Schema(name = "BusyTime")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BusyTime(
        @Schema(required = true, examples = "TUESDAY") @NotNull
        DayOfWeek day,

        @Schema(required = true, examples = "12:00") @NotNull
        LocalTime from,

        @Schema(required = true, examples = "13:30") @NotNull
        LocalTime until,

        @Schema(examples = "WORK") @Nullable BusyReason reason) {

    /** Its day and hours without the reason. */
    public TimeWindow window() {
        return new TimeWindow(day, from, until);
    }
}
