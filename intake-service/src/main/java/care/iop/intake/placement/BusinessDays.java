package care.iop.intake.placement;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Monday to Friday. A holiday counts as a business day, so a deadline is never later than it should be. */
final class BusinessDays {

    private BusinessDays() {}

    /** The first business day after this day. */
    static LocalDate after(LocalDate day) {
        var next = day.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }
}
