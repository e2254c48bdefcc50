package care.iop.load.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Simulates a year, person by person. Each person has a severity that nobody sees. It moves how an episode ends, craving, use and
 * attendance; before somebody drops out, contact thins out over about two weeks: sessions are missed and reports left out, first
 * after days with use. All numbers but the published ones of {@link Disposition} are made up to be lifelike, not measured.
 */
public final class Simulation {

    private static final double SPREAD_OF_STAYS = 0.75;
    private static final int LONGEST_STAY = 365;
    private static final int FADING_DAYS = 18;
    private static final int FIRST_DAYS = 5;

    /** Admissions by month: many after the new year, few before it. */
    private static final double[] SEASON = {1.2, 1.05, 1.05, 1.0, 1.0, 0.95, 0.95, 1.0, 1.05, 1.05, 0.95, 0.75};

    private final Year year;
    private final List<UUID> programs = new ArrayList<>();

    /** Prepares a year; nobody is simulated yet. */
    public Simulation(Year year) {
        this.year = year;
        var chance = new Chance(year.seed(), -1);
        for (int i = 0; i < year.programs(); i++) {
            programs.add(chance.id(year.firstDay().minusYears(1)));
        }
    }

    /** The year that is simulated. */
    public Year year() {
        return year;
    }

    /** The programs of the network. */
    public List<UUID> programs() {
        return List.copyOf(programs);
    }

    /** The person of this number, from 0 on. */
    public Person person(int number) {
        var chance = new Chance(year.seed(), number);
        double severity = chance.normal();
        var admittedOn = admittedOn(chance);
        var disposition = Disposition.atRisk(Chance.normalPlace(0.8 * severity + 0.6 * chance.normal()));
        int stay = stay(chance, disposition);
        var lastDay = admittedOn.plusDays(stay - 1L);
        var endedOn = year.everyDay() || lastDay.isAfter(year.lastDay()) ? null : lastDay;
        var program = programs.get((int) (chance.even() * programs.size()));
        int prescribed = chance.happens(0.8) ? 540 : 720;
        var course = new Course(chance, severity, disposition, admittedOn, lastDay, endedOn, prescribed);
        return new Person(
                chance.id(admittedOn),
                chance.id(admittedOn),
                program,
                admittedOn,
                endedOn,
                disposition,
                prescribed,
                course.days(),
                course.sessions(),
                course.scores());
    }

    private LocalDate admittedOn(Chance chance) {
        if (year.everyDay()) {
            return year.firstDay().plusDays((int) (chance.even() * Math.min(FIRST_DAYS, year.days())));
        }
        while (true) {
            var day = year.firstDay().plusDays((int) (chance.even() * year.days()));
            double wanted = SEASON[day.getMonthValue() - 1] * (isWeekend(day) ? 0.02 : 1) / 1.2;
            if (chance.happens(wanted)) {
                return day;
            }
        }
    }

    private static int stay(Chance chance, Disposition disposition) {
        double days = disposition.medianDays() * Math.exp(SPREAD_OF_STAYS * chance.normal());
        return (int) Math.max(1, Math.min(LONGEST_STAY, Math.round(days)));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** How the days of one person go, one after the other. */
    private final class Course {

        private final Chance chance;
        private final double severity;
        private final Disposition disposition;
        private final LocalDate admittedOn;
        private final LocalDate plannedEnd;
        private final @Nullable LocalDate endedOn;
        private final int prescribed;
        private final List<Person.Day> days = new ArrayList<>();
        private final List<Person.Session> sessions = new ArrayList<>();
        private final List<Person.Score> scores = new ArrayList<>();

        Course(
                Chance chance,
                double severity,
                Disposition disposition,
                LocalDate admittedOn,
                LocalDate plannedEnd,
                @Nullable LocalDate endedOn,
                int prescribed) {
            this.chance = chance;
            this.severity = severity;
            this.disposition = disposition;
            this.admittedOn = admittedOn;
            this.plannedEnd = plannedEnd;
            this.endedOn = endedOn;
            this.prescribed = prescribed;
            live();
        }

        List<Person.Day> days() {
            return days;
        }

        List<Person.Session> sessions() {
            return sessions;
        }

        List<Person.Score> scores() {
            return scores;
        }

        private void live() {
            double craving = 5 + severity;
            double depression = 15 + 3 * severity + 3 * chance.normal();
            int sinceUse = 3;
            var last = endedOn == null ? year.lastDay() : endedOn;
            for (var day = admittedOn; !day.isAfter(last); day = day.plusDays(1)) {
                int inTreatment = (int) (day.toEpochDay() - admittedOn.toEpochDay());
                double settled = 2.2 * (1 - Math.exp(-inTreatment / 30.0));
                double usual = 5 + severity - settled + holiday(day);
                craving = usual + 0.7 * (craving - usual) + 0.9 * chance.normal();
                double fading = fading(day);
                boolean used = chance.happens(Chance.logistic(
                        -4.4 + 0.42 * craving + 0.5 * severity + (sinceUse < 4 ? 1.0 : 0) + 1.2 * fading));
                sinceUse = used ? 0 : sinceUse + 1;
                live(day, craving, used, fading);
                session(day, inTreatment, fading);
                if (inTreatment % 14 == 0 && !(inTreatment > 0 && chance.happens(0.15 + 0.7 * fading))) {
                    double now = depression * (0.3 + 0.7 * Math.exp(-inTreatment / 28.0)) + chance.normal();
                    scores.add(score(day, now));
                }
            }
        }

        private void live(LocalDate day, double craving, boolean used, double fading) {
            int mood = within(10, 7.6 - 0.45 * craving - (used ? 1.2 : 0) + chance.normal());
            int sleep = within(48, 14 - 0.3 * craving - (used ? 1.5 : 0) + 2 * chance.normal());
            double telling = 1.9 - 0.5 * severity - (used ? 0.9 : 0) - (isWeekend(day) ? 0.4 : 0) - 3.2 * fading;
            boolean reported = chance.happens(Chance.logistic(telling)) || year.everyDay();
            days.add(new Person.Day(day, mood, within(10, craving), used, sleep, reported, chance.id(day)));
        }

        /** Three hours of groups on three or four days, and step by step fewer, as a taper would have it. */
        private void session(LocalDate day, int inTreatment, double fading) {
            int week = inTreatment / 7;
            int daysAWeek = Math.max(1, prescribed / 180 - week / 4);
            boolean planned =
                    switch (day.getDayOfWeek()) {
                        case MONDAY -> true;
                        case WEDNESDAY -> daysAWeek > 1;
                        case FRIDAY -> daysAWeek > 2;
                        case THURSDAY -> daysAWeek > 3;
                        default -> false;
                    };
            if (!planned || week >= 24) {
                return;
            }
            double coming = 1.1 - 0.35 * severity - 2.8 * fading - (holiday(day) > 0 ? 0.3 : 0);
            double turn = chance.even();
            boolean comes = chance.happens(Chance.logistic(coming));
            String code;
            if (turn < 0.02) {
                code = "CANCELLED_BY_PROGRAM";
            } else if (comes) {
                code = turn < 0.1 ? "LATE" : turn < 0.14 ? "PARTIAL" : "ATTENDED";
            } else {
                code = turn < 0.15 ? "EXCUSED" : turn < 0.25 ? "LATE_CANCEL" : "NO_SHOW";
            }
            int delivered =
                    switch (code) {
                        case "ATTENDED" -> 180;
                        case "LATE" -> 170;
                        case "PARTIAL" -> 60 + 10 * (int) (chance.even() * 8);
                        default -> 0;
                    };
            sessions.add(new Person.Session(chance.id(day), day, 180, code, delivered));
        }

        private Person.Score score(LocalDate day, double total) {
            var answers = new ArrayList<Integer>();
            double rest = Math.max(0, Math.min(24, total));
            for (int item = 0; item < 8; item++) {
                int answer = within(3, rest / (8 - item) + 0.5 * chance.normal());
                answers.add(answer);
                rest = Math.max(0, rest - answer);
            }
            answers.add(0);
            return new Person.Score(chance.id(day), day, List.copyOf(answers));
        }

        /** From 0 to 1 as the day comes near on which somebody stays away for good. */
        private double fading(LocalDate day) {
            boolean leavesEarly = disposition == Disposition.DROPPED_OUT || disposition == Disposition.TERMINATED;
            if (year.everyDay() || !leavesEarly) {
                return 0;
            }
            double left = plannedEnd.toEpochDay() - day.toEpochDay();
            double strength = disposition == Disposition.DROPPED_OUT ? 1 : 0.4;
            return strength * Math.max(0, Math.min(1, 1 - left / FADING_DAYS));
        }
    }

    /** The days around the turn of the year and the fourth of July are harder. */
    private static double holiday(LocalDate day) {
        var date = MonthDay.from(day);
        return date.isAfter(MonthDay.of(12, 22)) || date.isBefore(MonthDay.of(1, 3)) || date.equals(MonthDay.of(7, 4))
                ? 0.8
                : 0;
    }

    private static int within(int most, double value) {
        return (int) Math.max(0, Math.min(most, Math.round(value)));
    }
}
