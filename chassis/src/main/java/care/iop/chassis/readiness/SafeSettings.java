package care.iop.chassis.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/** Identity, Kafka's transport, passwords and the access log: the settings without which no person's data may be held. */
@ApplicationScoped
class SafeSettings implements ProductionCheck {

    private static final Set<String> DEFAULT_PASSWORDS =
            Set.of("", "postgres", "password", "admin", "secret", "changeme", "change-me", "local", "iop", "quarkus");
    private static final String OIDC_URL = "quarkus.oidc.auth-server-url";
    private static final String OIDC_KEY = "quarkus.oidc.public-key";
    private static final String KAFKA_PROTOCOL = "kafka.security.protocol";
    private static final String PASSWORD = "quarkus.datasource.password";
    private static final String USERNAME = "quarkus.datasource.username";

    private final Config config;
    private final DataSource database;

    SafeSettings(Config config, DataSource database) {
        this.config = config;
        this.database = database;
    }

    @Override
    public List<String> findings() {
        var findings = new ArrayList<>(findings(name -> config.getOptionalValue(name, String.class)));
        if (!accessLogIsAppendOnly()) {
            findings.add("the database's table access_log lacks its append-only trigger (audit is missing)");
        }
        return findings;
    }

    static List<String> findings(Function<String, Optional<String>> setting) {
        var findings = new ArrayList<String>();
        var url = setting.apply(OIDC_URL).orElse("");
        if (!url.toLowerCase(Locale.ROOT).startsWith("https://")) {
            findings.add(OIDC_URL + " must be the https address of the identity provider");
        }
        if (setting.apply(OIDC_KEY).isPresent()) {
            findings.add(OIDC_KEY + " fixes a test key and must not be set");
        }
        var protocol = setting.apply(KAFKA_PROTOCOL).orElse("PLAINTEXT");
        if (!protocol.equals("SSL") && !protocol.equals("SASL_SSL")) {
            findings.add(KAFKA_PROTOCOL + " must be SSL or SASL_SSL");
        }
        var password = setting.apply(PASSWORD).orElse("");
        if (DEFAULT_PASSWORDS.contains(password.toLowerCase(Locale.ROOT))
                || password.equals(setting.apply(USERNAME).orElse(""))) {
            findings.add(PASSWORD + " must not be empty, a default, or the user name");
        }
        return findings;
    }

    private boolean accessLogIsAppendOnly() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select count(*) from pg_trigger
                        where tgname = 'access_log_append_only' and tgenabled <> 'D' and not tgisinternal
                        """);
                var row = query.executeQuery()) {
            return row.next() && row.getInt(1) == 1;
        } catch (SQLException e) {
            return false;
        }
    }
}
