package care.iop.scheduling.stepdown;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How treatment becomes less: the program's own policy, and no rule of anybody else's. Pure: the same start and days give the
 * same proposals.
 *
 * @param steps from the most days to the fewest
 * @param weeksPerStep how long each is held
 * @param aftercareWeeks how many weeks aftercare is weekly
 * @param aftercareMonths how long aftercare takes altogether; monthly after its weeks
 * @param alumniMonths months after the end of aftercare
 */
record StepDownPattern(
        List<Step> steps,
        int weeksPerStep,
        int aftercareWeeks,
        int aftercareMonths,
        int aftercareMinutes,
        List<Integer> alumniMonths,
        int alumniMinutes) {

    private static final int LONGEST = 480;
    private static final int GRID_MINUTES = 15;

    StepDownPattern {
        steps = List.copyOf(steps);
        alumniMonths = List.copyOf(alumniMonths);
        if (weeksPerStep < 1 || aftercareWeeks < 0 || aftercareMonths < 0) {
            throw new IllegalArgumentException("a step is held for a week or more, and aftercare is not negative");
        }
        requireMinutes(aftercareMinutes);
        requireMinutes(alumniMinutes);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).minutesPerWeek() >= steps.get(i - 1).minutesPerWeek()) {
                throw new IllegalArgumentException("each step must be less than the one before");
            }
        }
    }

    private static void requireMinutes(int minutes) {
        if (minutes < GRID_MINUTES || minutes > LONGEST || minutes % GRID_MINUTES != 0) {
            throw new IllegalArgumentException(
                    "minutes must be whole quarter hours, 15 to " + LONGEST + ", but are " + minutes);
        }
    }

    /** Days a week by minutes a day. */
    record Step(int days, int minutes) {

        Step {
            requireMinutes(minutes);
            if (days < 1 || days > 7) {
                throw new IllegalArgumentException("a step has 1 to 7 days a week, but " + days);
            }
        }

        /** Reads {@code 3x180}. */
        static Step parse(String text) {
            var parts = text.strip().split("x", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("a step is written like 3x180, not " + text);
            }
            return new Step(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
        }

        int minutesPerWeek() {
            return days * minutes;
        }
    }

    /** A day on which something is proposed. */
    record Proposed(Phase phase, int daysPerWeek, LocalDate on, int minutes) {}

    /** What a client is to have. */
    record Wish(LocalDate startsOn, Set<DayOfWeek> weekdays, boolean stepDown, boolean aftercare, boolean alumni) {}

    /**
     * The proposals in order of time, from the Monday of the first week on. A day on which the program is closed gives way to
     * the next that is open and free of proposals.
     */
    List<Proposed> proposals(Wish wish, Predicate<LocalDate> closed) {
        var weekdays = wish.weekdays().stream().sorted().toList();
        var proposed = new TreeMap<LocalDate, Proposed>();
        var monday = wish.startsOn().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (wish.stepDown()) {
            for (var step : steps) {
                for (int week = 0; week < weeksPerStep; week++) {
                    for (var day : spread(weekdays, step.days())) {
                        var on = monday.with(TemporalAdjusters.nextOrSame(day));
                        if (!on.isBefore(wish.startsOn())) {
                            propose(proposed, new Proposed(Phase.STEP_DOWN, step.days(), on, step.minutes()), closed);
                        }
                    }
                    monday = monday.plusWeeks(1);
                }
            }
        }
        var first = monday.with(TemporalAdjusters.nextOrSame(spread(weekdays, 1).get(0)));
        first = first.isBefore(wish.startsOn()) ? first.plusWeeks(1) : first;
        var end = wish.aftercare() ? first.plusMonths(aftercareMonths) : monday;
        if (wish.aftercare()) {
            for (int week = 0; week < aftercareWeeks; week++) {
                propose(
                        proposed,
                        new Proposed(Phase.AFTERCARE_WEEKLY, 1, first.plusWeeks(week), aftercareMinutes),
                        closed);
            }
            var lastWeekly = first.plusWeeks(Math.max(0, aftercareWeeks - 1L));
            for (int month = 1; !lastWeekly.plusMonths(month).isAfter(end); month++) {
                var on = lastWeekly.plusMonths(month).with(TemporalAdjusters.nextOrSame(first.getDayOfWeek()));
                propose(proposed, new Proposed(Phase.AFTERCARE_MONTHLY, 0, on, aftercareMinutes), closed);
            }
        }
        if (wish.alumni()) {
            for (var months : alumniMonths) {
                var on = end.plusMonths(months).with(TemporalAdjusters.nextOrSame(first.getDayOfWeek()));
                propose(proposed, new Proposed(Phase.ALUMNI, 0, on, alumniMinutes), closed);
            }
        }
        return List.copyOf(proposed.values());
    }

    private static void propose(NavigableMap<LocalDate, Proposed> proposed, Proposed one, Predicate<LocalDate> closed) {
        var on = one.on();
        while (closed.test(on) || proposed.containsKey(on)) {
            on = on.plusDays(1);
        }
        proposed.put(on, new Proposed(one.phase(), one.daysPerWeek(), on, one.minutes()));
    }

    /** So many of the days, as far apart as they can be; the middle one alone. */
    private static List<DayOfWeek> spread(List<DayOfWeek> weekdays, int days) {
        int from = weekdays.size();
        if (days >= from) {
            return weekdays;
        }
        if (days == 1) {
            return List.of(weekdays.get(from / 2));
        }
        return IntStream.range(0, days)
                .mapToObj(i -> weekdays.get(Math.round((float) i * (from - 1) / (days - 1))))
                .toList();
    }
}
