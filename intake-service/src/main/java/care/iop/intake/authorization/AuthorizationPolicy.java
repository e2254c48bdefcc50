package care.iop.intake.authorization;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The rules that are in force for new authorizations, and which day it is where the program asks payers. */
@Startup
@ApplicationScoped
class AuthorizationPolicy {

    private final String version;
    private final ForecastPolicy forecast;
    private final Map<String, UnitRule> rules;
    private final Clock clock;
    private final ZoneId zone;

    AuthorizationPolicy(
            AuthorizationSettings settings, Clock clock, @ConfigProperty(name = "iop.benefits.time-zone") ZoneId zone) {
        this.version = settings.policyVersion();
        this.forecast = new ForecastPolicy(settings.reviewDaysBefore(), settings.treatmentDaysPerWeek());
        this.rules = new TreeMap<>();
        settings.service().forEach((code, service) -> rules.put(code, rule(code, service)));
        this.clock = clock;
        this.zone = zone;
    }

    private static UnitRule rule(String code, AuthorizationSettings.Service service) {
        try {
            return new UnitRule(
                    service.basis(),
                    service.minimumMinutes().orElse(0),
                    service.roundUpFromMinutes().orElse(service.basis().minutes()),
                    java.util.EnumSet.copyOf(service.kinds()),
                    service.usualUnitsPerWeek().isPresent()
                            ? service.usualUnitsPerWeek().getAsInt()
                            : null);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("iop.authorization.service.\"" + code + "\": " + e.getMessage(), e);
        }
    }

    String version() {
        return version;
    }

    ForecastPolicy forecast() {
        return forecast;
    }

    /** The rule of a service; empty when the program doesn't know its code. */
    Optional<UnitRule> rule(String code) {
        return Optional.ofNullable(rules.get(code));
    }

    /** The codes that are known, in order. */
    String codes() {
        return String.join(", ", rules.keySet());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
