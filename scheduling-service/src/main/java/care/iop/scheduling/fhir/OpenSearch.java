package care.iop.scheduling.fhir;

import care.iop.chassis.fhir.Listed;
import care.iop.chassis.fhir.OpenRecord;
import care.iop.chassis.fhir.RecordPages;
import care.iop.chassis.fhir.SearchParameters;
import care.iop.chassis.fhir.SearchPeriod;
import care.iop.chassis.fhir.SearchTokens;
import care.iop.chassis.http.PageRequest;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search for programs, places or clinicians, which tell of no person in treatment.
 *
 * @param name how the name begins, in small letters; null is any
 * @param programId whose they are; null is anybody's, and what can't be an identifier of ours is nobody's
 */
record OpenSearch(
        @Nullable String name,
        @Nullable UUID programId,
        @Nullable Set<String> statuses,
        @Nullable Set<String> ids,
        SearchPeriod lastUpdated,
        PageRequest page) {

    private static final Set<String> COMMON = Set.of("_id", "_lastUpdated", "_count", "after");

    private static final Set<String> REPEATABLE = Set.of("_lastUpdated");

    private static final UUID NOBODY = new UUID(0, 0);

    /**
     * What one type is searched by beside identifier and time.
     *
     * @param program the parameter that names a program, and the type in whose references it does
     * @param status the parameter of the status, and the statuses that there are
     */
    record By(
            @Nullable String program,
            String programType,
            @Nullable String status,
            Set<String> statuses) {}

    /** What a search says, as its address or its form has it. */
    record Given(
            @Nullable String name,
            @Nullable String program,
            @Nullable String status,
            @Nullable String id,
            List<String> lastUpdated,
            @Nullable Integer count,
            @Nullable String after) {}

    /** Reads the parameters; 422 for each that can't be meant. */
    static OpenSearch of(By by, Given given) {
        return new OpenSearch(
                given.name() == null ? null : given.name().strip().toLowerCase(Locale.ROOT),
                given.program() == null ? null : program(by, given.program()),
                by.status() == null ? null : SearchTokens.oneOf(by.status(), given.status(), by.statuses()),
                SearchParameters.ids(given.id()),
                SearchParameters.lastUpdated(given.lastUpdated()),
                SearchParameters.page(given.count(), given.after()));
    }

    private static UUID program(By by, String text) {
        var type = by.programType() + "/";
        var named = SearchParameters.uuid(text.startsWith(type) ? text.substring(type.length()) : text);
        return named == null ? NOBODY : named;
    }

    /** Reads a form; 400 for a field that is not known or given too often. */
    static OpenSearch of(By by, MultivaluedMap<String, String> form) {
        var known = new HashSet<>(COMMON);
        known.add("name");
        if (by.program() != null) {
            known.add(by.program());
        }
        if (by.status() != null) {
            known.add(by.status());
        }
        SearchParameters.refuseUnknown(form, known, REPEATABLE);
        return of(
                by,
                new Given(
                        form.getFirst("name"),
                        by.program() == null ? null : form.getFirst(by.program()),
                        by.status() == null ? null : form.getFirst(by.status()),
                        form.getFirst("_id"),
                        form.getOrDefault("_lastUpdated", List.of()),
                        SearchParameters.count(form.getFirst("_count")),
                        form.getFirst("after")));
    }

    /** Whether something of this program and this name is searched for; null is of none. */
    boolean wants(@Nullable UUID itsProgram, String itsName) {
        return (programId == null || programId.equals(itsProgram))
                && (name == null || itsName.toLowerCase(Locale.ROOT).startsWith(name));
    }

    /** The page of these, and one more when there is another page. */
    List<OpenRecord> pageOf(Stream<OpenRecord> all) {
        return RecordPages.of(all.sorted(OpenSearch::byCursor), statuses, ids, lastUpdated, page);
    }

    private static int byCursor(Listed one, Listed other) {
        return one.id().compareTo(other.id());
    }
}
