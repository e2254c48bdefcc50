package care.iop.chassis.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The statement that goes with every disclosure, 42 CFR 2.32.
 *
 * @param version which wording it is
 */
public record Notice(String version, String text) {

    private static final String PLACEHOLDER = "PLACEHOLDER";

    /** Phrases that the notice had before 16 April 2024 and that its present wording has not. */
    private static final List<String> SUPERSEDED = List.of(
            "prohibit you from making any further disclosure",
            "prohibits unauthorized disclosure of these records",
            "general authorization for the release of medical or other information",
            "restrict any use of the information to criminally investigate or prosecute",
            "alcohol or drug abuse patient");

    /** Refuses wording from before the rule of 2024. */
    public Notice {
        var words = normalized(text);
        for (var phrase : SUPERSEDED) {
            if (words.contains(phrase)) {
                throw new IllegalStateException("iop.consent.notice.text has wording from before the rule of 2024 (\""
                        + phrase + "\"). Take the statement from 42 CFR 2.32 as it is in force.");
            }
        }
    }

    /** What stands against disclosing anything with it, in words that name the property. */
    public List<String> findings() {
        var findings = new ArrayList<String>();
        if (isPlaceholder(version)) {
            findings.add("iop.consent.notice.version must be put in by the operator, it is a placeholder");
        }
        if (isPlaceholder(text)) {
            findings.add("iop.consent.notice.text must be put in by the operator, it is a placeholder");
        }
        if (!normalized(text).contains("42 cfr part 2")) {
            findings.add("iop.consent.notice.text must be a statement of 42 CFR 2.32, which names 42 CFR part 2");
        }
        return findings;
    }

    /** Whether nobody has put the text in yet. */
    public static boolean isPlaceholder(String text) {
        return text.isBlank() || text.toUpperCase(Locale.ROOT).contains(PLACEHOLDER);
    }

    private static String normalized(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
