package care.iop.chassis.testing.backend;

import java.util.Locale;
import java.util.UUID;

/** An empty database of a running server. */
public record TestDatabase(String adminUrl, String name, String username, String password) {

    /** Creates one with a name of its own. */
    public static TestDatabase create(String adminUrl, String username, String password) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
        PostgresServer.createDatabase(adminUrl, username, password, name);
        return new TestDatabase(adminUrl, name, username, password);
    }

    public String url() {
        return adminUrl.substring(0, adminUrl.lastIndexOf('/') + 1) + name;
    }

    /** Drops it, with whatever connections it still has. */
    public void drop() {
        PostgresServer.dropDatabase(adminUrl, username, password, name);
    }
}
