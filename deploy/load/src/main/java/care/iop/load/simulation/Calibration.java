package care.iop.load.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a simulated year came to, beside what was published of real ones. */
public final class Calibration {

    private static final double RELIABLE_CHANGE_OF_PHQ_9 = 6;

    /** Of whom is admitted later, too many are still there at the end: counted would be the short stays. */
    private static final int FOLLOW_UP_DAYS = 180;

    private final LocalDate lastFollowed;
    private final Map<Disposition, List<Integer>> stays = new EnumMap<>(Disposition.class);
    private final Map<String, Long> codes = new TreeMap<>();
    private final long[] admissionsByMonth = new long[12];
    private long people;
    private long days;
    private long reported;
    private long used;
    private long usedAndReported;
    private long rescored;
    private long improved;

    /** Counts people of this year; how they ended only of those with half a year to the end of it, if it is that long. */
    public Calibration(Year year) {
        lastFollowed = year.days() > FOLLOW_UP_DAYS ? year.lastDay().minusDays(FOLLOW_UP_DAYS) : year.lastDay();
    }

    /** Counts one person. */
    public void add(Person person) {
        people++;
        admissionsByMonth[person.admittedOn().getMonthValue() - 1]++;
        var endedOn = person.endedOn();
        if (endedOn != null && !person.admittedOn().isAfter(lastFollowed)) {
            stays.computeIfAbsent(person.disposition(), d -> new ArrayList<>())
                    .add((int) (endedOn.toEpochDay() - person.admittedOn().toEpochDay() + 1));
        }
        for (var day : person.days()) {
            days++;
            reported += day.reported() ? 1 : 0;
            used += day.used() ? 1 : 0;
            usedAndReported += day.used() && day.reported() ? 1 : 0;
        }
        person.sessions().forEach(session -> codes.merge(session.code(), 1L, Long::sum));
        var scores = person.scores();
        if (scores.size() > 1) {
            rescored++;
            improved +=
                    scores.get(0).total() - scores.get(scores.size() - 1).total() >= RELIABLE_CHANGE_OF_PHQ_9 ? 1 : 0;
        }
    }

    /** The share (0 to 1) of the discharges that ended so. */
    double share(Disposition disposition) {
        return of(disposition).size() / (double) Math.max(1, discharges());
    }

    /** The median stay of those who ended so, in days; both ends are counted. */
    int medianDays(Disposition disposition) {
        var sorted = new ArrayList<>(of(disposition));
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) / 2);
    }

    /** Sessions missed without notice by those that the program did not cancel, 0 to 1. */
    double noShowRate() {
        long counted = codes.values().stream().mapToLong(Long::longValue).sum() - code("CANCELLED_BY_PROGRAM");
        return code("NO_SHOW") / (double) Math.max(1, counted);
    }

    /** The share (0 to 1) of all days that were reported. */
    double reportedShare() {
        return reported / (double) Math.max(1, days);
    }

    /** The share (0 to 1) of days with use, of all and of the reported ones. */
    double usedShare(boolean ofReported) {
        return ofReported ? usedAndReported / (double) Math.max(1, reported) : used / (double) Math.max(1, days);
    }

    /** The report as a table in Markdown. */
    public String table() {
        var lines = new ArrayList<String>();
        lines.add("| figure | published | simulated |\n|---|---|---|");
        for (var disposition : Disposition.values()) {
            var name = disposition.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            lines.add(line("share " + name, percent(disposition.share()), percent(share(disposition))));
            lines.add(line(
                    "median days, " + name,
                    Integer.toString(disposition.medianDays()),
                    Integer.toString(medianDays(disposition))));
        }
        lines.add(line("missed without notice", "19.9 % to 37.4 % (STAR programs)", percent(noShowRate())));
        lines.add(line(
                "PHQ-9 lower by 6 or more at the last of several",
                "56 % to 74 % improve, by criterion (Wise 2010)",
                percent(improved / (double) Math.max(1, rescored))));
        lines.add(line("days reported", "not published", percent(reportedShare())));
        lines.add(line("days with use, all", "not published", percent(usedShare(false))));
        lines.add(line("days with use, reported", "not published", percent(usedShare(true))));
        lines.add(line("admissions by month", "not published", Arrays.toString(admissionsByMonth)));
        lines.add(line(
                "people, and discharges of those with half a year of follow-up", "", people + ", " + discharges()));
        return String.join("\n", lines);
    }

    private List<Integer> of(Disposition disposition) {
        return stays.getOrDefault(disposition, List.of());
    }

    private long discharges() {
        return stays.values().stream().mapToLong(List::size).sum();
    }

    private long code(String code) {
        return codes.getOrDefault(code, 0L);
    }

    private static String line(String figure, String published, String simulated) {
        return "| " + figure + " | " + published + " | " + simulated + " |";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
