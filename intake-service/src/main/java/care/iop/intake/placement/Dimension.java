package care.iop.intake.placement;

import java.util.Locale;

/** The six dimensions that a person is rated in, 0 (none) to 4 (severe), in our own words. */
enum Dimension {
    D1("intoxication and withdrawal"),
    D2("physical health"),
    D3("emotional, behavioral and cognitive state"),
    D4("readiness to change"),
    D5("risk of relapse or continued use"),
    D6("home and recovery environment");

    private final String words;

    Dimension(String words) {
        this.words = words;
    }

    /** The place of the rating in the facts. */
    String pointer() {
        return "/ratings/" + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name() + " (" + words + ")";
    }
}
