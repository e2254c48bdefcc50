package care.iop.chassis.fhir;

import care.iop.chassis.http.FormatParameter;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters that every search for a person's resources has. Nobody is looked up meanwhile, so that what is wrong with
 * a search does not depend on whose resources they are.
 */
public final class SearchParameters {

    private static final String REFERENCE = "Patient/";
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int MOST_IDS = 100;

    private SearchParameters() {}

    /** Whom {@code patient} names; nobody when it can't be an identifier of ours; 422 when it is absent. */
    public static UUID person(@Nullable String text) {
        if (text == null) {
            throw ProblemException.invalid("patient", "is needed: a search names one patient");
        }
        var named = uuid(text.startsWith(REFERENCE) ? text.substring(REFERENCE.length()) : text);
        return named == null ? NOBODY : named;
    }

    /** The identifiers that {@code _id} names; null when it is absent; 422 for more than 100. */
    public static @Nullable Set<String> ids(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var ids = new HashSet<>(List.of(text.split(",", -1)));
        if (ids.size() > MOST_IDS) {
            throw ProblemException.invalid("_id", "must be at most " + MOST_IDS + " identifiers");
        }
        return ids;
    }

    /** Those that can be identifiers of ours; the others are nobody's and find nothing. */
    public static @Nullable Set<UUID> uuids(@Nullable Set<String> ids) {
        if (ids == null) {
            return null;
        }
        var uuids = new HashSet<UUID>();
        for (var id : ids) {
            var uuid = uuid(id);
            if (uuid != null) {
                uuids.add(uuid);
            }
        }
        return uuids;
    }

    /** The text as an identifier; null when it can't be one. */
    public static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    /** When a resource last changed; 422 for a day, which is another moment in each zone. */
    public static SearchPeriod lastUpdated(List<String> texts) {
        var dates = texts.stream()
                .map(text -> moments(SearchDate.of("_lastUpdated", text)))
                .toList();
        return SearchPeriod.of(dates);
    }

    private static SearchDate moments(SearchDate date) {
        if (date.firstDay() != null || date.dayBefore() != null) {
            throw ProblemException.invalid(
                    "_lastUpdated", "must be a time with its offset, such as gt2026-03-01T09:00:00Z");
        }
        return date;
    }

    /** The page that {@code _count} (1 to 200, 50 when absent) and {@code after} (a cursor we gave out) ask for. */
    public static PageRequest page(@Nullable Integer count, @Nullable String after) {
        if (count != null && (count < 1 || count > PageRequest.MAX_LIMIT)) {
            throw malformedCount();
        }
        return PageRequest.of(count, after);
    }

    private static ProblemException malformedCount() {
        return ProblemException.invalid("_count", "must be a whole number from 1 to " + PageRequest.MAX_LIMIT);
    }

    /** The rows of a page that a form asks for; null when it says nothing of them. */
    public static @Nullable Integer count(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw malformedCount();
        }
    }

    /**
     * Refuses a form with a field that is not known, or that is given too often, with 400.
     *
     * @param repeatable those of the parameters that may be given several times
     */
    public static void refuseUnknown(
            MultivaluedMap<String, String> form, Set<String> parameters, Set<String> repeatable) {
        FormatParameter.requireJson(form.getOrDefault(FormatParameter.NAME, List.of()));
        var faults = form.entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(FormatParameter.NAME))
                .filter(parameter -> !parameters.contains(parameter.getKey())
                        || (!repeatable.contains(parameter.getKey())
                                && parameter.getValue().size() > 1))
                .map(Map.Entry::getKey)
                .sorted()
                .map(name -> new FieldProblem(
                        name,
                        parameters.contains(name)
                                ? "must be given once"
                                : "known here: " + String.join(", ", new TreeSet<>(parameters))))
                .toList();
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.UNKNOWN_PARAMETER,
                    "Remove or correct the parameters that can't be used here.",
                    faults);
        }
    }
}
