package care.iop.load.simulation;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Simulates a year of a program network; says what it comes to, or loads it into progress' database. */
public final class Simulate {

    private static final String USAGE = """
            usage: simulate summary [YEAR]
                   simulate load --database jdbc:postgresql://HOST:PORT/progress [--user USER] [--password PASSWORD]
                                 [--organization NAME] [YEAR]
            YEAR:  [--seed N] [--episodes N] [--programs N] [--days N] [--first-day YYYY-MM-DD] [--every-day true]""";

    private static final Set<String> KNOWN = Set.of(
            "--seed",
            "--episodes",
            "--programs",
            "--days",
            "--first-day",
            "--every-day",
            "--database",
            "--user",
            "--password",
            "--organization");

    private Simulate() {}

    /** Exits with 1 when something failed and with 2 when called wrongly. */
    public static void main(String[] arguments) {
        int status = 0;
        try {
            run(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            status = 2;
        } catch (SQLException e) {
            System.err.println("The database refused: " + e.getMessage());
            status = 1;
        }
        System.exit(status);
    }

    private static void run(String[] arguments) throws SQLException {
        if (arguments.length == 0) {
            throw new IllegalArgumentException(USAGE);
        }
        var options = options(arguments);
        var simulation = new Simulation(year(options));
        var calibration = new Calibration(simulation.year());
        switch (arguments[0]) {
            case "summary" -> {
                for (int number = 0; number < simulation.year().episodes(); number++) {
                    calibration.add(simulation.person(number));
                }
            }
            case "load" -> {
                long began = System.nanoTime();
                var loaded = load(options, simulation.year().lastDay()).load(simulation, calibration);
                System.out.printf(
                        Locale.ROOT,
                        "%,d episodes, %,d check-ins, %,d booked sessions, %,d results; with rollups in %.0f s%n%n",
                        loaded.episodes(),
                        loaded.checkIns(),
                        loaded.units(),
                        loaded.results(),
                        (System.nanoTime() - began) / 1e9);
            }
            default -> throw new IllegalArgumentException(USAGE);
        }
        System.out.println(calibration.table());
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new HashMap<String, String>();
        for (int i = 1; i < arguments.length; i += 2) {
            if (!KNOWN.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(USAGE);
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private static Year year(Map<String, String> options) {
        int days = number(options, "--days", 365);
        var today = LocalDate.now(Clock.systemUTC().withZone(ZoneOffset.UTC));
        try {
            return new Year(
                    number(options, "--seed", 1),
                    number(options, "--episodes", 2_000),
                    number(options, "--programs", 5),
                    options.containsKey("--first-day")
                            ? LocalDate.parse(options.get("--first-day"))
                            : today.minusDays(days - 1L),
                    days,
                    Boolean.parseBoolean(options.getOrDefault("--every-day", "false")));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--first-day has to be a day like 2026-01-01", e);
        }
    }

    private static int number(Map<String, String> options, String name, int otherwise) {
        var value = options.get(name);
        try {
            int number = value == null ? otherwise : Integer.parseInt(value);
            if (number < 1) {
                throw new IllegalArgumentException(name + " has to be 1 or more");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " has to be a whole number, not " + value, e);
        }
    }

    private static BulkLoad load(Map<String, String> options, LocalDate until) {
        var database = options.get("--database");
        if (database == null) {
            throw new IllegalArgumentException(USAGE);
        }
        var user = options.getOrDefault("--user", "postgres");
        var password = options.getOrDefault("--password", "postgres");
        return new BulkLoad(
                () -> DriverManager.getConnection(database, user, password),
                options.getOrDefault("--organization", "riverside"),
                until);
    }
}
