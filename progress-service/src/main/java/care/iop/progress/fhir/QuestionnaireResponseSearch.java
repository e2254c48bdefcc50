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
 * A search for the answers to instruments, read from its parameters before anybody is looked up.
 *
 * @param patientId nobody's when what was given can't be an identifier of ours
 */
record QuestionnaireResponseSearch(
        UUID patientId,
        @Nullable Set<String> questionnaires,
        SearchPeriod authored,
        @Nullable Set<String> statuses,
        @Nullable Set<String> ids,
        SearchPeriod lastUpdated,
        PageRequest page) {

    private static final Set<String> PARAMETERS =
            Set.of("patient", "questionnaire", "authored", "status", "_id", "_lastUpdated", "_count", "after");

    private static final Set<String> REPEATABLE = Set.of("authored", "_lastUpdated");

    private static final Set<String> STATUSES = Set.of("completed", "amended", "entered-in-error");

    /** Reads the parameters; 422 for each that can't be meant. */
    static QuestionnaireResponseSearch of(
            @Nullable String patient,
            @Nullable String questionnaire,
            List<String> authored,
            @Nullable String status,
            @Nullable String id,
            List<String> lastUpdated,
            @Nullable Integer count,
            @Nullable String after) {
        return new QuestionnaireResponseSearch(
                SearchParameters.person(patient),
                SearchTokens.plain(questionnaire),
                SearchPeriod.of("authored", authored),
                SearchTokens.oneOf("status", status, STATUSES),
                SearchParameters.ids(id),
                SearchParameters.lastUpdated(lastUpdated),
                SearchParameters.page(count, after));
    }

    /** Reads a form; 400 for a field that is not known or given too often. */
    static QuestionnaireResponseSearch of(MultivaluedMap<String, String> form) {
        SearchParameters.refuseUnknown(form, PARAMETERS, REPEATABLE);
        return of(
                form.getFirst("patient"),
                form.getFirst("questionnaire"),
                form.getOrDefault("authored", List.of()),
                form.getFirst("status"),
                form.getFirst("_id"),
                form.getOrDefault("_lastUpdated", List.of()),
                SearchParameters.count(form.getFirst("_count")),
                form.getFirst("after"));
    }
}
