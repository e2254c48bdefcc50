package care.iop.scheduling.roster;

import care.iop.scheduling.program.Program;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import care.iop.scheduling.session.Occurrence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

/** The seven days of a program's week, in the program's local time. */
final class WeekFrame {

    private static final int MINUTES_PER_WEEK = 7 * 24 * 60;

    private final Program program;
    private final LocalDate startsOn;
    private final Set<DayOfWeek> closed = EnumSet.noneOf(DayOfWeek.class);

    WeekFrame(Program program, LocalDate startsOn) {
        this.program = program;
        this.startsOn = startsOn;
        for (var day : DayOfWeek.values()) {
            if (program.isClosedOn(date(day))) {
                closed.add(day);
            }
        }
    }

    Program program() {
        return program;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    LocalDate endsOn() {
        return startsOn.plusDays(6);
    }

    LocalDate date(DayOfWeek day) {
        return startsOn.plusDays(day.getValue() - 1L);
    }

    boolean isClosedOn(DayOfWeek day) {
        return closed.contains(day);
    }

    /** Whether the program is open on all seven days. */
    boolean isWhole() {
        return closed.isEmpty();
    }

    /** Weeks up to the one in which a day is, this week included; 0 for a day before it. */
    int weeksUntil(LocalDate day) {
        return day.isBefore(startsOn) ? 0 : (int) (ChronoUnit.DAYS.between(startsOn, day) / 7) + 1;
    }

    /** Whole minutes from the week's first midnight on, 0 for a moment before it. */
    int minutesUntil(Instant moment) {
        var from = startsOn.atStartOfDay(program.zone()).toInstant();
        return (int) Math.max(
                0, Math.min(MINUTES_PER_WEEK, Duration.between(from, moment).toMinutes()));
    }

    /** A site far away may have a meeting that reaches over the program's midnight: the engine's days don't hold it. */
    boolean holds(Occurrence meeting) {
        var lastMinute =
                meeting.endsAt().minusSeconds(60).atZone(program.zone()).toLocalDate();
        return meeting.startsAt().atZone(program.zone()).toLocalDate().equals(meeting.sessionOn())
                && lastMinute.equals(meeting.sessionOn());
    }

    /** The meeting in the program's local time, whatever its site's is. */
    WeekWindow window(Occurrence meeting) {
        var start = meeting.startsAt().atZone(program.zone()).toLocalTime();
        return WeekWindow.of(
                meeting.sessionOn().getDayOfWeek(),
                start,
                start.plus(Duration.between(meeting.startsAt(), meeting.endsAt())));
    }
}
