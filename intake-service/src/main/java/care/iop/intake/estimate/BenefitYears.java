package care.iop.intake.estimate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The present benefit year and those after it, in which deductible and maximum begin again.
 *
 * @param left what is left in the present year
 * @param endsOn the last day of the present year; null when all services are taken to lie in it
 * @param whole what each later year begins with
 */
record BenefitYears(Accumulators left, @Nullable LocalDate endsOn, Accumulators whole) {

    /** How many years after the present one a day lies. */
    int yearOf(LocalDate day) {
        int year = 0;
        while (endsOn != null && day.isAfter(endsOn.plusYears(year))) {
            year++;
        }
        return year;
    }

    boolean isLater(LocalDate day) {
        return yearOf(day) > 0;
    }
}
