package care.iop.intake.fhir;

import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.RecordPages;
import care.iop.chassis.fhir.SearchParameters;
import care.iop.chassis.fhir.SearchPeriod;
import care.iop.chassis.fhir.SearchTokens;
import care.iop.chassis.http.PageRequest;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search for what is on record of one person, read from its parameters before anybody is looked up. These are the parameters
 * that all such types have; what a type has beside them is in a search of its own, which this one is a part of.
 *
 * @param patientId nobody's when what was given can't be an identifier of ours
 */
record RecordSearch(
        UUID patientId,
        @Nullable Set<String> statuses,
        @Nullable Set<String> ids,
        SearchPeriod lastUpdated,
        PageRequest page) {

    private static final Set<String> PARAMETERS = Set.of("patient", "status", "_id", "_lastUpdated", "_count", "after");

    private static final Set<String> REPEATABLE = Set.of("_lastUpdated");

    /**
     * Reads the parameters; 422 for each that can't be meant.
     *
     * @param known the statuses that there are
     */
    static RecordSearch of(
            Set<String> known,
            @Nullable String patient,
            @Nullable String status,
            @Nullable String id,
            List<String> lastUpdated,
            @Nullable Integer count,
            @Nullable String after) {
        return new RecordSearch(
                SearchParameters.person(patient),
                SearchTokens.oneOf("status", status, known),
                SearchParameters.ids(id),
                SearchParameters.lastUpdated(lastUpdated),
                SearchParameters.page(count, after));
    }

    /** Reads a form of a type with no parameters beside these; 400 for a field that is not known or given too often. */
    static RecordSearch of(Set<String> known, MultivaluedMap<String, String> form) {
        return of(known, form, Set.of(), Set.of());
    }

    /**
     * Reads a form; 400 for a field that is not known or given too often.
     *
     * @param beside the parameters that the type has beside these
     * @param repeatable those of them that may be given several times
     */
    static RecordSearch of(
            Set<String> known, MultivaluedMap<String, String> form, Set<String> beside, Set<String> repeatable) {
        SearchParameters.refuseUnknown(form, both(PARAMETERS, beside), both(REPEATABLE, repeatable));
        return of(
                known,
                form.getFirst("patient"),
                form.getFirst("status"),
                form.getFirst("_id"),
                form.getOrDefault("_lastUpdated", List.of()),
                SearchParameters.count(form.getFirst("_count")),
                form.getFirst("after"));
    }

    private static Set<String> both(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The page of those that fit what the type has beside these parameters too.
     *
     * @param all in the order of the pages; the one that the page before ended with is looked for among all of them
     */
    <T> List<FhirRecord> pageOf(List<T> all, Predicate<? super T> fits, Function<? super T, FhirRecord> told) {
        var records = new ArrayList<FhirRecord>();
        var fitting = new HashSet<String>();
        for (var one : all) {
            var record = told.apply(one);
            records.add(record);
            if (fits.test(one) && (ids == null || ids.contains(record.id()))) {
                fitting.add(record.id());
            }
        }
        return RecordPages.of(records.stream(), statuses, fitting, lastUpdated, page);
    }

    /** The page of these. */
    List<FhirRecord> pageOf(Stream<FhirRecord> all) {
        return RecordPages.of(all, statuses, ids, lastUpdated, page);
    }
}
