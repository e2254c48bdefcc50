package care.iop.chassis.consent;

import care.iop.chassis.readiness.ProductionCheck;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The notice as the operator configured it for this service; it has to be the one that the consents' owner has. */
@Startup
@ApplicationScoped
@IfBuildProperty(name = "iop.consent-copy.enabled", stringValue = "true")
class CopiedNotice implements ProductionCheck {

    private final Notice notice;

    CopiedNotice(
            @ConfigProperty(name = "iop.consent.notice.version") String version,
            @ConfigProperty(name = "iop.consent.notice.text") String text) {
        this.notice = new Notice(version, text);
    }

    Notice notice() {
        return notice;
    }

    @Override
    public List<String> findings() {
        return notice.findings();
    }
}
