package care.iop.progress.fhir;

import care.iop.chassis.fhir.SearchParameters;
import care.iop.chassis.fhir.SearchPeriod;
import care.iop.chassis.fhir.SearchTokens;
import care.iop.chassis.http.PageRequest;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search for scores and daily check-ins, read from its parameters before anybody is looked up.
 *
 * @param patientId nobody's when what was given can't be an identifier of ours
 */
record ObservationSearch(
        UUID patientId,
        @Nullable Set<String> codes,
        SearchPeriod taken,
        @Nullable Set<String> ids,
        SearchPeriod lastUpdated,
        PageRequest page) {

    private static final Set<String> PARAMETERS =
            Set.of("patient", "category", "code", "date", "_id", "_lastUpdated", "_count", "after");

    private static final Set<String> REPEATABLE = Set.of("date", "_lastUpdated");

    /** Reads the parameters; 422 for each that can't be meant. */
    static ObservationSearch of(
            @Nullable String patient,
            @Nullable String category,
            @Nullable String code,
            List<String> date,
            @Nullable String id,
            List<String> lastUpdated,
            @Nullable Integer count,
            @Nullable String after) {
        SearchTokens.oneOf("category", category, Set.of(ObservationMapping.SURVEY));
        return new ObservationSearch(
                SearchParameters.person(patient),
                SearchTokens.plain(code),
                SearchPeriod.of("date", date),
                SearchParameters.ids(id),
                SearchParameters.lastUpdated(lastUpdated),
                SearchParameters.page(count, after));
    }

    /** Reads a form; 400 for a field that is not known or given too often. */
    static ObservationSearch of(MultivaluedMap<String, String> form) {
        SearchParameters.refuseUnknown(form, PARAMETERS, REPEATABLE);
        return of(
                form.getFirst("patient"),
                form.getFirst("category"),
                form.getFirst("code"),
                form.getOrDefault("date", List.of()),
                form.getFirst("_id"),
                form.getOrDefault("_lastUpdated", List.of()),
                SearchParameters.count(form.getFirst("_count")),
                form.getFirst("after"));
    }
}
