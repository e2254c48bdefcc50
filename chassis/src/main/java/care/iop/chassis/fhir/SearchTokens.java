package care.iop.chassis.fhir;

import care.iop.chassis.problem.ProblemException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads token parameters of searches: codes with or without their system, several with commas. */
public final class SearchTokens {

    private SearchTokens() {}

    /** The values as they are, such as {@code system|code}; null when the parameter is absent. */
    public static @Nullable Set<String> plain(@Nullable String text) {
        return text == null ? null : Arrays.stream(text.split(",", -1)).collect(Collectors.toSet());
    }

    /** Codes of a closed set, their system left out; 422 for another one; null when the parameter is absent. */
    public static @Nullable Set<String> oneOf(String parameter, @Nullable String text, Set<String> known) {
        if (text == null) {
            return null;
        }
        var codes = Arrays.stream(text.split(",", -1))
                .map(token -> token.substring(token.indexOf('|') + 1))
                .collect(Collectors.toSet());
        if (!known.containsAll(codes)) {
            throw ProblemException.invalid(
                    parameter,
                    "must be one or several, with commas, of "
                            + known.stream().sorted().collect(Collectors.joining(", ")));
        }
        return codes;
    }

    /** Whether any of the tokens means this code; all do when there are none. */
    public static boolean mean(@Nullable Set<String> tokens, String system, @Nullable String code) {
        return tokens == null || (code != null && (tokens.contains(code) || tokens.contains(system + "|" + code)));
    }
}
