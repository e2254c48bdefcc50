package care.iop.load;

import care.iop.chassis.testing.TestTokens;
import care.iop.load.simulation.BulkLoad;
import care.iop.load.simulation.Calibration;
import care.iop.load.simulation.Person;
import care.iop.load.simulation.Simulation;
import care.iop.load.simulation.Year;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Progress with a simulated year in it: everybody stays and has reported each day but the last eight, which are left for whoever
 * sends them over HTTP while they are still taken.
 */
final class ProgressNetwork {

    /** Today and the seven days before: the days of which progress takes a report. */
    static final int OPEN_DAYS = 8;

    private final Suite suite;
    private final ServiceProcess service;
    private final Simulation simulation;
    private final BulkLoad.Loaded loaded;

    private ProgressNetwork(Suite suite, ServiceProcess service, Simulation simulation, BulkLoad.Loaded loaded) {
        this.suite = suite;
        this.service = service;
        this.simulation = simulation;
        this.loaded = loaded;
    }

    /** Starts progress and loads so many episodes of so many days, spread over so many programs. */
    static ProgressNetwork start(Suite suite, int episodes, int programs, int days)
            throws InterruptedException, SQLException {
        var service = suite.start(SuiteService.PROGRESS, "progress");
        var today = today();
        var simulation = new Simulation(new Year(1, episodes, programs, today.minusDays(days - 1L), days, true));
        var loaded = new BulkLoad(() -> suite.connect("progress"), Requests.ORGANIZATION, today.minusDays(OPEN_DAYS))
                .load(simulation, new Calibration(simulation.year()));
        return new ProgressNetwork(suite, service, simulation, loaded);
    }

    ServiceProcess service() {
        return service;
    }

    BulkLoad.Loaded loaded() {
        return loaded;
    }

    /** People spread evenly over the network, with their open days only; as many as there are when more are asked for. */
    List<Person> people(int most) {
        int all = simulation.year().episodes();
        int count = Math.min(all, most);
        return IntStream.range(0, count)
                .mapToObj(i -> withOpenDays(simulation.person((int) ((long) i * all / count))))
                .toList();
    }

    /** Without what is in the database already, to keep many of them in memory. */
    private static Person withOpenDays(Person person) {
        int days = person.days().size();
        return new Person(
                person.patientId(),
                person.admissionId(),
                person.programId(),
                person.admittedOn(),
                person.endedOn(),
                person.disposition(),
                person.prescribedMinutesPerWeek(),
                List.copyOf(person.days().subList(days - OPEN_DAYS, days)),
                List.of(),
                List.of());
    }

    /** A token that lasts ten minutes, for somebody who treats and answers for a program. */
    static String staff() {
        return TestTokens.bearer(Requests.ORGANIZATION, "clinician", "program-director");
    }

    static LocalDate today() {
        return LocalDate.now(Clock.systemUTC().withZone(ZoneOffset.UTC));
    }

    /** The report of one day as progress takes it. */
    static String report(Person.Day day) {
        return report(day.on(), day.mood(), day.craving(), day.used(), day.sleepHalfHours());
    }

    static String report(LocalDate on, int mood, int craving, boolean used, int sleepHalfHours) {
        return "{\"forOn\":\"" + on + "\",\"mood\":" + mood + ",\"craving\":" + craving + ",\"substanceUse\":" + used
                + ",\"sleepHours\":" + sleepHalfHours / 2.0 + "}";
    }

    /** Bytes on disk of a table with its indexes, and of all months when it has such. */
    long bytes(String table) throws SQLException {
        return number("""
                select pg_total_relation_size('%1$s') + coalesce(sum(pg_total_relation_size(inhrelid)), 0)
                  from pg_inherits where inhparent = '%1$s'::regclass""".formatted(table));
    }

    /** The one number that progress' database answers. */
    long number(String sql) throws SQLException {
        try (var connection = suite.connect("progress");
                var select = connection.createStatement();
                var row = select.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The most memory that the service has had resident so far, in MiB; -1 where the system does not tell. */
    long mostMemory() throws IOException {
        var status = Path.of("/proc/" + service.pid() + "/status");
        if (Files.notExists(status)) {
            return -1;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.toLowerCase(Locale.ROOT).startsWith("vmhwm:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        }
    }
}
