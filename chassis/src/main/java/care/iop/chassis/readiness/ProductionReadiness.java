package care.iop.chassis.readiness;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start a service with settings that are only safe on a developer's machine. */
@ApplicationScoped
class ProductionReadiness {

    private final List<ProductionCheck> checks;
    private final boolean enforced;

    ProductionReadiness(
            @All List<ProductionCheck> checks, @ConfigProperty(name = "iop.readiness.enforced") boolean enforced) {
        this.checks = checks;
        this.enforced = enforced;
    }

    void onStart(@Observes @Priority(1) StartupEvent event) {
        if (enforced) {
            demand(checks.stream().flatMap(c -> c.findings().stream()).toList());
        }
    }

    static void demand(List<String> findings) {
        if (!findings.isEmpty()) {
            throw new IllegalStateException("Not fit for production: "
                    + findings.stream().collect(Collectors.joining("; "))
                    + ". Set these, or run with the profile local on a developer's machine.");
        }
    }
}
