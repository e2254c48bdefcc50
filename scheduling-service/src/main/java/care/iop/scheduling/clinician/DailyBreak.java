package care.iop.scheduling.clinician;

import care.iop.chassis.problem.FieldProblem;
import care.iop.scheduling.program.TimeWindow;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A break on every day with work, at whatever time of a part of the day is left for it. */
@Schema(name = "DailyBreak", examples = DailyBreak.EXAMPLE)
public record DailyBreak(
        @Schema(required = true, description = "The break is not before this local time", examples = "11:30") @NotNull
        LocalTime from,

        @Schema(required = true, description = "The break is over by this local time", examples = "14:00") @NotNull
        LocalTime until,

        @Schema(required = true, description = "Whole quarter hours", examples = "30") @Min(15) @Max(240)
        int minutes) {

    static final String EXAMPLE = """
            {"from": "11:30", "until": "14:00", "minutes": 30}""";

    private static final int GRID_MINUTES = 15;

    /** Minutes since midnight from which on it may be. */
    @JsonIgnore
    public int fromMinute() {
        return from.toSecondOfDay() / 60;
    }

    /** Minutes since midnight by which it is over. */
    @JsonIgnore
    public int untilMinute() {
        return until.toSecondOfDay() / 60;
    }

    /** What doesn't fit together. */
    List<FieldProblem> faults(String pointer) {
        if (!TimeWindow.isOnGrid(from) || !TimeWindow.isOnGrid(until) || minutes % GRID_MINUTES != 0) {
            return List.of(new FieldProblem(pointer, "must be on quarter hours"));
        }
        if (untilMinute() - fromMinute() < minutes) {
            return List.of(new FieldProblem(pointer + "/minutes", "must fit between from and until"));
        }
        return List.of();
    }
}
