package care.iop.intake.consent;

import care.iop.chassis.readiness.ProductionCheck;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The notice that goes with every disclosure (42 CFR 2.32) and the statements of the consent form, as the operator configured
 * them. Wording from before the 2024 rule stops the start, placeholders stop it in production.
 */
@ApplicationScoped
@Startup
public class ConsentTexts implements ProductionCheck {

    private static final String PLACEHOLDER = "PLACEHOLDER";

    /** Phrases that the notice had before 16 April 2024 and that its present wording has not. */
    private static final List<String> SUPERSEDED = List.of(
            "prohibit you from making any further disclosure",
            "prohibits unauthorized disclosure of these records",
            "general authorization for the release of medical or other information",
            "restrict any use of the information to criminally investigate or prosecute",
            "alcohol or drug abuse patient");

    private final ConsentSettings settings;

    ConsentTexts(ConsentSettings settings) {
        var superseded = superseded(settings.notice().text());
        if (!superseded.isEmpty()) {
            throw new IllegalStateException("iop.consent.notice.text has wording from before the rule of 2024 (\""
                    + superseded.get(0) + "\"). Take the statement from 42 CFR 2.32 as it is in force.");
        }
        this.settings = settings;
    }

    /** The notice that goes with a disclosure. */
    public Notice notice() {
        return new Notice(settings.notice().version(), settings.notice().text());
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
        var findings = new ArrayList<String>();
        texts().forEach((property, text) -> {
            if (text.isBlank() || text.toUpperCase(Locale.ROOT).contains(PLACEHOLDER)) {
                findings.add(property + " must be put in by the operator, it is a placeholder");
            }
        });
        if (!normalized(settings.notice().text()).contains("42 cfr part 2")) {
            findings.add("iop.consent.notice.text must be a statement of 42 CFR 2.32, which names 42 CFR part 2");
        }
        return findings;
    }

    private Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("iop.consent.notice.version", settings.notice().version());
        texts.put("iop.consent.notice.text", settings.notice().text());
        texts.put("iop.consent.form.version", settings.form().version());
        texts.put("iop.consent.form.program", settings.form().program());
        texts.put("iop.consent.form.right-to-revoke", settings.form().rightToRevoke());
        texts.put("iop.consent.form.redisclosure", settings.form().redisclosure());
        texts.put("iop.consent.form.consequences-of-refusal", settings.form().consequencesOfRefusal());
        return texts;
    }

    static List<String> superseded(String notice) {
        var words = normalized(notice);
        return SUPERSEDED.stream().filter(words::contains).toList();
    }

    private static String normalized(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /**
     * The statement that goes with a disclosure.
     *
     * @param version which wording it is
     */
    public record Notice(String version, String text) {}
}
