package care.iop.intake.duplicate;

import java.util.EnumSet;
import java.util.Set;

/** What came of comparing two records. */
record Likeness(int score, Strength strength, Set<Evidence> evidence) {

    Likeness {
        evidence = evidence.isEmpty() ? EnumSet.noneOf(Evidence.class) : EnumSet.copyOf(evidence);
    }
}
