package care.iop.chassis.testing.backend;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL on a loopback port, from binaries in the Maven repository. It trusts every local connection, so the
 * password of {@link #USERNAME} is never asked.
 *
 * <p>PostgreSQL outlives a killed parent: the next start on the same data directory stops such a leftover first, and a
 * leftover of a temporary directory is cleared by a later temporary start.
 */
public final class PostgresServer implements AutoCloseable {
    /** The superuser. */
    public static final String USERNAME = "postgres";

    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Duration START_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(60);

    /** The embedded library locks this file for as long as the server's parent lives. */
    private static final String LOCK_FILE = "epg-lock";
    /** Written after the first complete start: a directory without it is the rest of an interrupted initdb. */
    private static final String COMPLETE_FILE = "iop-initialized";

    private final Path dataDirectory;
    private final boolean temporary;
    private final Durability durability;
    private EmbeddedPostgres server;

    private PostgresServer(Path dataDirectory, boolean temporary, Durability durability, EmbeddedPostgres server) {
        this.dataDirectory = dataDirectory;
        this.temporary = temporary;
        this.durability = durability;
        this.server = server;
    }

    /** Starts on a free port with an empty data directory that is deleted at the end. */
    public static PostgresServer startTemporary(Durability durability) {
        Path dataDirectory = workingDirectory().resolve("data-" + UUID.randomUUID());
        return new PostgresServer(dataDirectory, true, durability, launch(dataDirectory, FreePort.find(), durability));
    }

    /**
     * Starts on data that stays, after stopping a server that a killed run left on it.
     *
     * @throws IllegalStateException when a living process uses the directory
     */
    public static PostgresServer start(Path dataDirectory, int port, Durability durability) {
        Path data = dataDirectory.toAbsolutePath();
        requireUnused(data);
        stopLeftover(data);
        if (Files.exists(data) && Files.notExists(data.resolve(COMPLETE_FILE))) {
            Directories.delete(data);
        }
        return new PostgresServer(data, false, durability, launch(data, port, durability));
    }

    /**
     * Stops the server that a killed run left on this data directory, if there is one.
     *
     * @return whether there was one
     */
    public static boolean stopLeftover(Path dataDirectory) {
        Optional<ProcessHandle> leftover = postmaster(dataDirectory);
        leftover.ifPresent(PostgresServer::stop);
        return leftover.isPresent();
    }

    public int port() {
        return server.getPort();
    }

    public boolean isRunning() {
        return postmaster(dataDirectory).isPresent();
    }

    /** Process id of the postmaster. */
    public long pid() {
        return postmaster(dataDirectory)
                .orElseThrow(() -> new IllegalStateException("PostgreSQL is not running"))
                .pid();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port() + "/" + database;
    }

    /** Creates the database unless it is there. */
    public void createDatabase(String name) {
        createDatabase(jdbcUrl("postgres"), USERNAME, USERNAME, name);
    }

    /** Creates the database and a role of the same name that owns it, unless they are there. */
    public void createDatabaseWithOwner(String name) {
        createDatabase(name);
        try (Connection connection = connect(jdbcUrl("postgres"), USERNAME, USERNAME);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
                statement.execute("create role " + name + " login");
            }
            statement.execute("alter database " + name + " owner to " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("could not create role " + name, e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    public void dropDatabase(String name) {
        dropDatabase(jdbcUrl("postgres"), USERNAME, USERNAME, name);
    }

    static void createDatabase(String adminUrl, String username, String password, String name) {
        if (!DATABASE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        try (Connection connection = connect(adminUrl, username, password);
                PreparedStatement exists = connection.prepareStatement("select 1 from pg_database where datname = ?");
                Statement create = connection.createStatement()) {
            exists.setString(1, name);
            try (ResultSet found = exists.executeQuery()) {
                if (!found.next()) {
                    create.execute("create database " + name);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not create database " + name, e);
        }
    }

    static void dropDatabase(String adminUrl, String username, String password, String name) {
        if (!DATABASE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        try (Connection connection = connect(adminUrl, username, password);
                Statement drop = connection.createStatement()) {
            drop.execute("drop database if exists " + name + " with (force)");
        } catch (SQLException e) {
            throw new IllegalStateException("could not drop database " + name, e);
        }
    }

    private static Connection connect(String url, String username, String password) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source.getConnection(username, password);
    }

    /** Kills the server as {@code kill -9} does: nothing is flushed, every connection breaks. */
    public void kill() {
        ProcessHandle postmaster =
                postmaster(dataDirectory).orElseThrow(() -> new IllegalStateException("PostgreSQL is not running"));
        List<ProcessHandle> backends = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        await(postmaster);
        // A backend notices the postmaster's death by itself; the next start is refused until the last one has gone.
        backends.forEach(PostgresServer::await);
    }

    /** Starts again on the same port and data, with crash recovery after a {@link #kill}. */
    public void restart() {
        int port = port();
        release();
        server = launch(dataDirectory, port, durability);
    }

    @Override
    public void close() {
        release();
        if (temporary) {
            Directories.delete(dataDirectory);
            logFile(dataDirectory).toFile().delete();
        }
    }

    private void release() {
        Optional<ProcessHandle> postmaster = postmaster(dataDirectory);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not stop PostgreSQL", e);
        }
        // The library gives up after five seconds; a shutdown checkpoint on a slow disk takes longer.
        stopLeftover(dataDirectory);
        postmaster.ifPresent(PostgresServer::await);
    }

    private static EmbeddedPostgres launch(Path dataDirectory, int port, Durability durability) {
        try {
            Files.createDirectories(dataDirectory);
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(dataDirectory)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(START_WITHIN)
                    .setServerConfig("fsync", durability.setting())
                    .setServerConfig("synchronous_commit", durability.setting())
                    .setServerConfig("full_page_writes", durability.setting())
                    .setServerConfig("listen_addresses", "localhost")
                    .setServerConfig("unix_socket_directories", "")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                            logFile(dataDirectory).toFile()))
                    .start();
            Files.writeString(dataDirectory.resolve(COMPLETE_FILE), "");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("could not start PostgreSQL on " + dataDirectory, e);
        }
    }

    private static Path logFile(Path dataDirectory) {
        return dataDirectory.resolveSibling(dataDirectory.getFileName() + ".log");
    }

    private static void requireUnused(Path dataDirectory) {
        Path lockFile = dataDirectory.resolve(LOCK_FILE);
        if (Files.notExists(lockFile)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new IllegalStateException("another process uses " + dataDirectory);
            }
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException("this process already uses " + dataDirectory, e);
        } catch (IOException e) {
            throw new UncheckedIOException("could not look at " + lockFile, e);
        }
    }

    private static Optional<ProcessHandle> postmaster(Path dataDirectory) {
        Path pidFile = dataDirectory.resolve("postmaster.pid");
        try {
            if (Files.notExists(pidFile)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(pidFile);
            return lines.isEmpty()
                    ? Optional.empty()
                    // The id may long belong to another program: only a PostgreSQL is ours to stop.
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(process -> process.info()
                            .command()
                            .map(command -> Path.of(command).getFileName().toString())
                            .filter(name -> name.startsWith("postgres"))
                            .isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + pidFile, e);
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave. */
    private static void stop(ProcessHandle postmaster) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            await(postmaster);
        } catch (IOException e) {
            throw new UncheckedIOException("could not stop PostgreSQL " + postmaster.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while stopping PostgreSQL " + postmaster.pid(), e);
        }
    }

    private static void await(ProcessHandle process) {
        if (!ProcessEnd.await(process, STOP_WITHIN)) {
            throw new IllegalStateException("PostgreSQL process " + process.pid() + " does not stop");
        }
    }

    /** Where the embedded library unpacks its binaries, and where it looks for leftovers to clear. */
    private static Path workingDirectory() {
        return Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg");
    }
}
