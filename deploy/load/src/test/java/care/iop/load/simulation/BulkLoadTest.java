package care.iop.load.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import care.iop.chassis.testing.backend.Durability;
import care.iop.chassis.testing.backend.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Loads small years into the tables as progress' migrations make them. */
class BulkLoadTest {

    private static final int EPISODES = 60;

    private static PostgresServer postgres;

    @BeforeAll
    static void migrate() throws Exception {
        postgres = PostgresServer.startTemporary(Durability.ON_DISK);
        postgres.createDatabase("progress");
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var migration : migrations()) {
                statement.execute(Files.readString(migration));
            }
        }
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void rollupsComeToWhatThePeopleReported() throws SQLException {
        // given
        var simulation = new Simulation(new Year(5, EPISODES, 2, LocalDate.of(2024, 3, 1), 200, false));

        // when
        var loaded = load("riverside").load(simulation, new Calibration(simulation.year()));

        // then
        var people = IntStream.range(0, EPISODES).mapToObj(simulation::person).toList();
        long reported = people.stream()
                .flatMap(person -> person.days().stream())
                .filter(Person.Day::reported)
                .count();
        long used = people.stream()
                .flatMap(person -> person.days().stream())
                .filter(day -> day.reported() && day.used())
                .count();
        long delivered = people.stream()
                .flatMap(person -> person.sessions().stream())
                .mapToLong(Person.Session::deliveredMinutes)
                .sum();
        assertEquals(reported, loaded.checkIns());
        assertEquals(
                List.of((long) EPISODES, reported, used),
                numbers("select sum(admitted), sum(reported_days), sum(use_days) from program_week_now"
                        + " where organization_id = 'riverside'"));
        assertTrue(number("select sum(delivered_minutes) from program_week_now where organization_id = 'riverside'")
                <= delivered);
        assertEquals(reported, number("select count(*) from check_in where organization_id = 'riverside'"));
        assertEquals(
                0,
                number(
                        "select count(*) from check_in where tableoid::regclass::text <> 'check_in' || to_char(for_on, '_YYYY_MM')"));
    }

    @Test
    void indexesAndKeysAreThereAfterwards() throws SQLException {
        // given
        var simulation = new Simulation(new Year(6, 5, 1, LocalDate.of(2023, 3, 1), 60, false));

        // when
        load("lakeside").load(simulation, new Calibration(simulation.year()));

        // then
        assertEquals(
                number("select count(*) from pg_index where indrelid = 'check_in'::regclass"),
                number("select count(*) from pg_index where indrelid = 'check_in_2023_03'::regclass"));
        assertEquals(1, number("select count(*) from pg_trigger where tgrelid = 'check_in_2023_03'::regclass"));
    }

    @Test
    void organizationThatHasEpisodesIsRefused() throws SQLException {
        // given
        var simulation = new Simulation(new Year(6, 2, 1, LocalDate.of(2022, 3, 1), 30, false));
        load("hillside").load(simulation, new Calibration(simulation.year()));

        // when
        var refused = assertThrows(IllegalArgumentException.class, () -> load("hillside")
                .load(simulation, new Calibration(simulation.year())));

        // then
        assertTrue(refused.getMessage().startsWith("hillside has episodes."));
    }

    private static BulkLoad load(String organization) {
        return new BulkLoad(BulkLoadTest::connect, organization, LocalDate.MAX);
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl("progress"), PostgresServer.USERNAME, PostgresServer.USERNAME);
    }

    private static long number(String sql) throws SQLException {
        return numbers(sql).get(0);
    }

    private static List<Long> numbers(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            var numbers = new Long[row.getMetaData().getColumnCount()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = row.getLong(i + 1);
            }
            return Arrays.asList(numbers);
        }
    }

    private static List<Path> migrations() throws IOException {
        try (var chassis = Files.list(Path.of("../../chassis/src/main/resources/db/chassis"));
                var progress = Files.list(Path.of("../../progress-service/src/main/resources/db/migration"))) {
            var sorted = new ArrayList<>(chassis.sorted().toList());
            progress.sorted(Comparator.comparingInt(BulkLoadTest::version)).forEach(sorted::add);
            return sorted;
        }
    }

    private static int version(Path migration) {
        var name = migration.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf('_')));
    }
}
