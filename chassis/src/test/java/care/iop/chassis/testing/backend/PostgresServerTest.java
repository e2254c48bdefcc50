package care.iop.chassis.testing.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

@Timeout(120)
class PostgresServerTest {
    @TempDir
    private Path directory;

    @Test
    void keepsDataAndSyncsItToDisk() throws SQLException {
        // given
        Path data = directory.resolve("postgres");
        int port = FreePort.find();
        try (PostgresServer server = PostgresServer.start(data, port, Durability.ON_DISK)) {
            server.createDatabase("kept");
            execute(server, "create table note as select 'still here' as text");
        }
        // when
        try (PostgresServer server = PostgresServer.start(data, port, Durability.ON_DISK)) {
            server.createDatabase("kept");
            // then
            assertEquals("still here", query(server, "select text from note"));
            assertEquals("on", query(server, "show fsync"));
            assertEquals("on", query(server, "show synchronous_commit"));
            assertTrue(query(server, "show server_version").startsWith("18."));
        }
    }

    @Test
    void recoversWhatWasCommittedBeforeAKill() throws SQLException {
        // given
        try (PostgresServer server = PostgresServer.startTemporary(Durability.ON_DISK)) {
            server.createDatabase("kept");
            execute(server, "create table note as select 'committed' as text");
            long firstPid = server.pid();
            // when
            server.kill();
            server.restart();
            // then
            assertEquals("committed", query(server, "select text from note"));
            assertNotEquals(firstPid, server.pid());
        }
    }

    @Test
    void leavesNeitherProcessNorTemporaryData() {
        // given
        PostgresServer server = PostgresServer.startTemporary(Durability.IN_MEMORY);
        long pid = server.pid();
        // when
        server.close();
        // then
        assertTrue(ProcessHandle.of(pid).map(ProcessEnd::hasCome).orElse(true));
    }

    @Test
    void stopsTheLeftoverOfAKilledParent() throws Exception {
        // given
        Path data = directory.resolve("postgres");
        long leftover = startInKilledJvm(data);
        assertTrue(ProcessHandle.of(leftover).orElseThrow().isAlive());
        // when
        try (PostgresServer server = PostgresServer.start(data, FreePort.find(), Durability.IN_MEMORY)) {
            // then
            assertNotEquals(leftover, server.pid());
            assertTrue(ProcessHandle.of(leftover).map(ProcessEnd::hasCome).orElse(true));
        }
    }

    @Test
    void refusesDataThatALivingServerUses() {
        // given
        Path data = directory.resolve("postgres");
        try (PostgresServer server = PostgresServer.start(data, FreePort.find(), Durability.IN_MEMORY)) {
            // when
            IllegalStateException refused = assertThrows(
                    IllegalStateException.class,
                    () -> PostgresServer.start(data, FreePort.find(), Durability.IN_MEMORY));
            // then
            assertTrue(refused.getMessage().contains(data.toString()));
            assertTrue(ProcessHandle.of(server.pid()).orElseThrow().isAlive());
        }
    }

    @Test
    void startsAfreshWhereAnInitdbWasInterrupted() throws IOException, SQLException {
        // given
        Path data = Files.createDirectories(directory.resolve("postgres"));
        Files.writeString(data.resolve("postgresql.conf"), "# the rest is missing");
        // when
        try (PostgresServer server = PostgresServer.start(data, FreePort.find(), Durability.IN_MEMORY)) {
            server.createDatabase("kept");
            // then
            assertEquals("1", query(server, "select 1"));
        }
    }

    @Test
    void refusesADatabaseNameThatIsNotPlain() {
        // given
        String name = "x; drop database postgres";
        // when
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> PostgresServer.createDatabase("jdbc:postgresql://localhost/postgres", "postgres", "", name));
        // then
        assertTrue(refused.getMessage().contains(name));
    }

    /** Starts PostgreSQL from a JVM that is killed right after, and returns the postmaster that it leaves behind. */
    private static long startInKilledJvm(Path data) throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line = parent.inputReader()
                .lines()
                .filter(text -> text.startsWith("pid "))
                .findFirst()
                .orElseThrow();
        parent.destroyForcibly().waitFor();
        return Long.parseLong(line.substring("pid ".length()));
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            assertTrue(found.next());
            return found.getString(1);
        }
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.jdbcUrl("kept"));
        return source.getConnection(PostgresServer.USERNAME, "");
    }

    /** Main class of the JVM that is killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            PostgresServer server = PostgresServer.start(Path.of(arguments[0]), FreePort.find(), Durability.IN_MEMORY);
            System.out.println("pid " + server.pid());
            Thread.currentThread().join();
        }
    }
}
