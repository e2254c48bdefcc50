package care.iop.load.simulation;

import java.time.LocalDate;

/**
 * Which year is simulated.
 *
 * @param seed the same seed makes the same year
 * @param episodes how many admissions
 * @param programs how many programs they are spread over
 * @param firstDay the first day of admissions
 * @param days how many days are simulated
 * @param everyDay true for the heaviest load rather than for life: everybody is admitted within the first days, stays through
 *     aftercare to the end, and reports every day
 */
public record Year(long seed, int episodes, int programs, LocalDate firstDay, int days, boolean everyDay) {

    /** Refuses a year without episodes, programs or days. */
    public Year {
        if (episodes < 1 || programs < 1 || days < 1) {
            throw new IllegalArgumentException("a year needs episodes, programs and days");
        }
    }

    /** The last day that is simulated. */
    public LocalDate lastDay() {
        return firstDay.plusDays(days - 1L);
    }
}
