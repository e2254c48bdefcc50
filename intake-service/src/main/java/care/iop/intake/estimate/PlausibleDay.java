package care.iop.intake.estimate;

import care.iop.chassis.problem.FieldProblem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps slips such as the year 9999 out of a calculation. */
public final class PlausibleDay {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    private PlausibleDay() {}

    /** Adds to the list what is wrong with a day, if anything is; an absent day passes. */
    public static void check(List<FieldProblem> found, String pointer, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            found.add(new FieldProblem(pointer, "must lie between " + EARLIEST + " and " + LATEST));
        }
    }
}
