package care.iop.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a figure depends on: the machine, how busy it is with other work, and the servers' settings. */
final class Machine {

    private static final List<String> POSTGRES_SETTINGS = List.of(
            "server_version",
            "fsync",
            "synchronous_commit",
            "full_page_writes",
            "wal_sync_method",
            "shared_buffers",
            "max_connections",
            "track_commit_timestamp");

    private Machine() {}

    static Map<String, String> facts(Connection postgres, List<String> jvmOptions) throws SQLException {
        var facts = new LinkedHashMap<String, String>();
        facts.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", memory());
        facts.put("operating system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("file system of the data", fileSystem());
        facts.put("load average at the start", loadAverage());
        facts.put("JDK", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("services' JVM options", String.join(" ", jvmOptions));
        for (var setting : POSTGRES_SETTINGS) {
            facts.put("PostgreSQL " + setting, setting(postgres, setting));
        }
        facts.put("Kafka", "one node, acks=all, behind a TCP proxy inside the harness");
        facts.put("identity", "tokens signed with the test key and checked by each service; no Keycloak is running");
        return facts;
    }

    /** Of the last minute. */
    static String loadAverage() {
        double average = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return average < 0 ? "not told by this system" : Double.toString(Math.round(average * 100) / 100.0);
    }

    private static String memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize() / (1 << 20) + " MiB"
                : "not told by this system";
    }

    private static String fileSystem() {
        try {
            FileStore store = Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir")));
            return store.type();
        } catch (IOException e) {
            return "not told by this system";
        }
    }

    private static String setting(Connection postgres, String name) throws SQLException {
        try (var show = postgres.prepareStatement("select current_setting(?)")) {
            show.setString(1, name);
            try (var row = show.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
