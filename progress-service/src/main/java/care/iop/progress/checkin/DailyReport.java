package care.iop.progress.checkin;

import care.iop.chassis.problem.ProblemException;
import care.iop.progress.alert.rule.Substance;
import care.iop.progress.relapseprevention.ReportedDay;
import care.iop.progress.relapseprevention.Trigger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of one day.
 *
 * @param mood 0 (worst) to 10 (best)
 * @param craving 0 (none) to 10 (strongest)
 * @param substanceUse whether the person used
 * @param sleepHalfHours sleep in half hours, 0 to 48
 * @param note the person's own words; null when there are none
 * @param noteShared whether staff may read the note
 * @param substances what was used, as far as the person says
 * @param meetingAttended whether the person was at a support meeting; null when not said
 * @param triggers what pulled at the person
 */
record DailyReport(
        int mood,
        int craving,
        boolean substanceUse,
        int sleepHalfHours,
        @Nullable PrivateNote note,
        boolean noteShared,
        Set<Substance> substances,
        @Nullable Boolean meetingAttended,
        Set<Trigger> triggers) {

    private static final BigDecimal HALF_HOURS_PER_HOUR = BigDecimal.valueOf(2);

    DailyReport {
        if (note != null && note.isTooLong()) {
            throw ProblemException.invalid("/note", "must have at most " + PrivateNote.MAX_LENGTH + " characters");
        }
        if (note != null && note.text().isEmpty()) {
            note = null;
        }
        noteShared = noteShared && note != null;
        if (!substanceUse && !substances.isEmpty()) {
            throw ProblemException.invalid("/substances", "must be empty when nothing was used");
        }
        substances = Set.copyOf(substances);
        triggers = Set.copyOf(triggers);
    }

    /** What the person's own plan looks at. */
    ReportedDay of(LocalDate day) {
        return new ReportedDay(day, mood, craving, substanceUse, sleepHalfHours, triggers, meetingAttended);
    }

    /** Turns hours into half hours; refused with 422 when they are not whole ones. */
    static int halfHours(BigDecimal sleepHours) {
        try {
            return sleepHours.multiply(HALF_HOURS_PER_HOUR).intValueExact();
        } catch (ArithmeticException notWhole) {
            throw ProblemException.invalid("/sleepHours", "must be in steps of half an hour");
        }
    }
}
