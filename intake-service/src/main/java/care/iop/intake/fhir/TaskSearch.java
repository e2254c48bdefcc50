package care.iop.intake.fhir;

import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.SearchPeriod;
import care.iop.chassis.fhir.SearchTokens;
import care.iop.intake.referral.Referral;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search for what became of the referrals of one person.
 *
 * @param owner whose task it is; no Task tells an owner, so that nothing is anybody's
 * @param modified when it last changed, as Task.lastModified tells it
 */
record TaskSearch(RecordSearch common, @Nullable String owner, SearchPeriod modified) {

    private static final Set<String> STATUSES =
            Set.of("received", "accepted", "in-progress", "on-hold", "completed", "rejected", "cancelled", "failed");

    private static final String CODE = "code";
    private static final String OWNER = "owner";
    private static final String MODIFIED = "modified";

    /** Reads the parameters; 422 for each that can't be meant. All tasks have one code, so that it is refused or narrows nothing. */
    static TaskSearch of(
            @Nullable String patient,
            @Nullable String code,
            @Nullable String owner,
            List<String> modified,
            @Nullable String status,
            @Nullable String id,
            List<String> lastUpdated,
            @Nullable Integer count,
            @Nullable String after) {
        return of(RecordSearch.of(STATUSES, patient, status, id, lastUpdated, count, after), code, owner, modified);
    }

    /** Reads a form; 400 for a field that is not known or given too often. */
    static TaskSearch of(MultivaluedMap<String, String> form) {
        return of(
                RecordSearch.of(STATUSES, form, Set.of(CODE, OWNER, MODIFIED), Set.of(MODIFIED)),
                form.getFirst(CODE),
                form.getFirst(OWNER),
                form.getOrDefault(MODIFIED, List.of()));
    }

    private static TaskSearch of(
            RecordSearch common, @Nullable String code, @Nullable String owner, List<String> modified) {
        SearchTokens.oneOf(CODE, code, Set.of(TaskMapping.FULFILL));
        return new TaskSearch(common, owner, SearchPeriod.of(MODIFIED, modified));
    }

    /** The page of those that fit, by the days of a zone, and one more when there is another page. */
    List<FhirRecord> pageOf(List<Referral> all, ZoneId zone) {
        var moments = modified.asMoments(zone);
        return common.pageOf(
                all,
                referral -> owner == null && moments.has(referral.outcome().statusChangedAt()),
                TaskMapping::record);
    }
}
