package care.iop.intake.consent;

import care.iop.chassis.consent.Notice;
import care.iop.chassis.readiness.ProductionCheck;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The notice that goes with every disclosure (42 CFR 2.32) and the statements of the consent form, as the operator configured
 * them. Wording from before the 2024 rule stops the start, placeholders stop it in production.
 */
@ApplicationScoped
@Startup
public class ConsentTexts implements ProductionCheck {

    private final ConsentSettings settings;

    private final Notice notice;

    ConsentTexts(ConsentSettings settings) {
        this.settings = settings;
        this.notice = new Notice(settings.notice().version(), settings.notice().text());
    }

    /** The notice that goes with a disclosure. */
    public Notice notice() {
        return notice;
    }

    String formVersion() {
        return settings.form().version();
    }

    String program() {
        return settings.form().program();
    }

    String text(Statement statement) {
        return switch (statement) {
            case RIGHT_TO_REVOKE -> settings.form().rightToRevoke();
            case REDISCLOSURE -> settings.form().redisclosure();
            case CONSEQUENCES_OF_REFUSAL -> settings.form().consequencesOfRefusal();
        };
    }

    @Override
    public List<String> findings() {
        var findings = new ArrayList<>(notice.findings());
        formTexts().forEach((property, text) -> {
            if (Notice.isPlaceholder(text)) {
                findings.add(property + " must be put in by the operator, it is a placeholder");
            }
        });
        return findings;
    }

    private Map<String, String> formTexts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("iop.consent.form.version", settings.form().version());
        texts.put("iop.consent.form.program", settings.form().program());
        texts.put("iop.consent.form.right-to-revoke", settings.form().rightToRevoke());
        texts.put("iop.consent.form.redisclosure", settings.form().redisclosure());
        texts.put("iop.consent.form.consequences-of-refusal", settings.form().consequencesOfRefusal());
        return texts;
    }
}
