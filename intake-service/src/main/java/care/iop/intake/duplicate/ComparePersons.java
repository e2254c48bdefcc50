package care.iop.intake.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;

/**
 * Weighs what speaks for and against two records being of one person. Nicknames are not guessed, and what one record
 * lacks speaks neither way.
 */
@ApplicationScoped
class ComparePersons {

    /** Shorter names than this are too easily one letter apart. */
    private static final int SHORTEST_WITH_SLIP = 3;

    private final DamerauLevenshteinDistance slips = new DamerauLevenshteinDistance();
    private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    private final DuplicateSettings settings;

    ComparePersons(DuplicateSettings settings) {
        this.settings = settings;
        var missing = EnumSet.allOf(Evidence.class);
        missing.removeAll(settings.points().keySet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("iop.duplicates.points has no " + missing);
        }
    }

    /** The likeness of the two, when enough speaks for one person. */
    Optional<Likeness> compare(PersonKeys one, PersonKeys other) {
        var evidence = EnumSet.of(birthDates(one.birthDate(), other.birthDate()));
        addNames(evidence, one, other);
        addIdentifiers(evidence, one, other);
        addContact(evidence, one.phone(), other.phone(), Evidence.PHONE_SAME, Evidence.PHONE_ONE_DIGIT);
        addContact(evidence, one.email(), other.email(), Evidence.EMAIL_SAME, Evidence.EMAIL_ONE_CHARACTER);
        int score = evidence.stream().mapToInt(this::points).sum();
        if (score < settings.possibleFrom()) {
            return Optional.empty();
        }
        var strength = score >= settings.likelyFrom() && canBeLikely(evidence) ? Strength.LIKELY : Strength.POSSIBLE;
        return Optional.of(new Likeness(score, strength, evidence));
    }

    /** How many points a kind of evidence has. */
    int points(Evidence evidence) {
        return settings.points().getOrDefault(evidence, 0);
    }

    /** Twins share all but the given name, and father and son the name but not the birth date. */
    private static boolean canBeLikely(Set<Evidence> evidence) {
        return (evidence.contains(Evidence.GIVEN_NAME_SAME) || evidence.contains(Evidence.NAMES_SWAPPED))
                && !evidence.contains(Evidence.BIRTH_DATE_DIFFERENT);
    }

    private static Evidence birthDates(LocalDate one, LocalDate other) {
        if (one.equals(other)) {
            return Evidence.BIRTH_DATE_SAME;
        }
        if (swapped(one).filter(other::equals).isPresent()) {
            return Evidence.BIRTH_DATE_SWAPPED;
        }
        return differingPlaces(one.toString(), other.toString()) == 1
                ? Evidence.BIRTH_DATE_ONE_DIGIT
                : Evidence.BIRTH_DATE_DIFFERENT;
    }

    /** The date with day and month exchanged; empty when there is no such day. */
    static Optional<LocalDate> swapped(LocalDate date) {
        try {
            return Optional.of(LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int differingPlaces(String one, String other) {
        int places = Math.abs(one.length() - other.length());
        for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
            places += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return places;
    }

    private void addNames(EnumSet<Evidence> evidence, PersonKeys one, PersonKeys other) {
        var given = one.given();
        var otherGiven = other.given();
        if (given != null
                && otherGiven != null
                && !given.equals(otherGiven)
                && given.equals(other.family())
                && otherGiven.equals(one.family())) {
            evidence.add(Evidence.NAMES_SWAPPED);
            return;
        }
        evidence.add(names(
                one.family(),
                other.family(),
                List.of(
                        Evidence.FAMILY_NAME_SAME,
                        Evidence.FAMILY_NAME_ONE_LETTER,
                        Evidence.FAMILY_NAME_SIMILAR,
                        Evidence.FAMILY_NAME_DIFFERENT)));
        if (given == null || otherGiven == null) {
            return;
        }
        var shorter = given.length() < otherGiven.length() ? given : otherGiven;
        var longer = given.length() < otherGiven.length() ? otherGiven : given;
        if (shorter.length() == 1 && longer.length() > 1 && longer.startsWith(shorter)) {
            evidence.add(Evidence.GIVEN_NAME_INITIAL);
            return;
        }
        evidence.add(names(
                given,
                otherGiven,
                List.of(
                        Evidence.GIVEN_NAME_SAME,
                        Evidence.GIVEN_NAME_ONE_LETTER,
                        Evidence.GIVEN_NAME_SIMILAR,
                        Evidence.GIVEN_NAME_DIFFERENT)));
    }

    /** Which of the four kinds, from the same to different, two names are. */
    private Evidence names(String one, String other, List<Evidence> kinds) {
        if (one.equals(other)) {
            return kinds.get(0);
        }
        if (Math.min(one.length(), other.length()) < SHORTEST_WITH_SLIP) {
            return kinds.get(3);
        }
        if (slips.apply(one, other) == 1) {
            return kinds.get(1);
        }
        return similarity.apply(one, other) >= settings.similarNameFrom() ? kinds.get(2) : kinds.get(3);
    }

    private void addContact(
            EnumSet<Evidence> evidence, @Nullable String one, @Nullable String other, Evidence same, Evidence oneSlip) {
        if (one == null || other == null) {
            return;
        }
        if (one.equals(other)) {
            evidence.add(same);
        } else if (slips.apply(one, other) == 1) {
            evidence.add(oneSlip);
        }
    }

    /** The strongest that any two identifiers say. */
    private void addIdentifiers(EnumSet<Evidence> evidence, PersonKeys one, PersonKeys other) {
        var found = EnumSet.noneOf(Evidence.class);
        for (var mine : one.identifiers()) {
            for (var theirs : other.identifiers()) {
                var value = mine.substring(mine.indexOf(' ') + 1);
                var otherValue = theirs.substring(theirs.indexOf(' ') + 1);
                boolean sameSystem = mine.startsWith(theirs.substring(0, theirs.indexOf(' ') + 1));
                if (value.isEmpty() || otherValue.isEmpty()) {
                    continue;
                }
                if (value.equals(otherValue)) {
                    found.add(sameSystem ? Evidence.IDENTIFIER_ONE_CHARACTER : Evidence.IDENTIFIER_SAME_ELSEWHERE);
                } else if (sameSystem) {
                    found.add(
                            value.length() >= SHORTEST_WITH_SLIP && slips.apply(value, otherValue) == 1
                                    ? Evidence.IDENTIFIER_ONE_CHARACTER
                                    : Evidence.IDENTIFIER_DIFFERENT);
                }
            }
        }
        found.stream().max((a, b) -> Integer.compare(points(a), points(b))).ifPresent(evidence::add);
    }
}
