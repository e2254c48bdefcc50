package care.iop.intake.fhir;

import care.iop.chassis.problem.ProblemException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name as a string parameter of FHIR R4 gives it: case, accents and apostrophes don't count, and each word is the beginning of
 * one of the person's.
 *
 * @param alternatives the words of each name between commas, of which one has to fit
 */
record SearchName(List<List<String>> alternatives) {

    private static final Pattern NOT_READ = Pattern.compile("[\\p{M}'’‘`]+");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Reads a value; 422 for one without a word. */
    static SearchName of(String parameter, String text) {
        var alternatives =
                Arrays.stream(text.split(",", -1)).map(SearchName::words).toList();
        if (alternatives.stream().anyMatch(List::isEmpty)) {
            throw ProblemException.invalid(
                    parameter, "must be the name or the beginning of it, or several with commas");
        }
        return new SearchName(alternatives);
    }

    /** Whether a person of this name is meant. */
    boolean means(String fullName) {
        var words = words(fullName);
        return alternatives.stream().anyMatch(asked -> asked.stream()
                .allMatch(begun -> words.stream().anyMatch(word -> word.startsWith(begun))));
    }

    private static List<String> words(String text) {
        var plain = NOT_READ.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS
                .splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return "SearchName[redacted]";
    }
}
