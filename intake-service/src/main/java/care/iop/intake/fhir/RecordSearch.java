package care.iop.intake.fhir;

import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.RecordPages;
import care.iop.chassis.fhir.SearchParameters;
import care.iop.chassis.fhir.SearchPeriod;
import care.iop.chassis.fhir.SearchTokens;
import care.iop.chassis.http.PageRequest;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search for what is on record of one person, read from its parameters before anybody is looked up.
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

    /** Reads a form; 400 for a field that is not known or given too often. */
    static RecordSearch of(Set<String> known, MultivaluedMap<String, String> form) {
        SearchParameters.refuseUnknown(form, PARAMETERS, REPEATABLE);
        return of(
                known,
                form.getFirst("patient"),
                form.getFirst("status"),
                form.getFirst("_id"),
                form.getOrDefault("_lastUpdated", List.of()),
                SearchParameters.count(form.getFirst("_count")),
                form.getFirst("after"));
    }

    /** The page of these. */
    List<FhirRecord> pageOf(Stream<FhirRecord> all) {
        return RecordPages.of(all, statuses, ids, lastUpdated, page);
    }
}
