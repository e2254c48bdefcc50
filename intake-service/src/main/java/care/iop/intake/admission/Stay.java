package care.iop.intake.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other features may know of a stay.
 *
 * @param dischargedOn absent as long as the stay goes on
 * @param backOn the day on which somebody who is on leave is expected back; absent when they are not away, or nobody knows
 * @param doses what is prescribed, by the first day that it holds, in order
 */
public record Stay(
        UUID admissionId,
        UUID patientId,
        LocalDate admittedOn,
        @Nullable LocalDate dischargedOn,
        @Nullable LocalDate backOn,
        List<DoseFrom> doses) {

    public Stay {
        doses = List.copyOf(doses);
    }

    /** Minutes of treatment a week from a day on. */
    public record DoseFrom(LocalDate startsOn, int minutesPerWeek) {}

    /** The minutes a week that are prescribed on a day: none before the stay, after it, or while somebody is away. */
    public int minutesPerWeekOn(LocalDate day) {
        var there = !day.isBefore(admittedOn)
                && (dischargedOn == null || !day.isAfter(dischargedOn))
                && (backOn == null || !day.isBefore(backOn));
        var minutes = 0;
        if (there) {
            for (var dose : doses) {
                if (!dose.startsOn().isAfter(day)) {
                    minutes = dose.minutesPerWeek();
                }
            }
        }
        return minutes;
    }
}
