package care.iop.intake.fhir;

import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.SearchPeriod;
import care.iop.intake.referral.Referral;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search for referrals of one person.
 *
 * @param authored when the referral came, as ServiceRequest.authoredOn tells it
 */
record ReferralSearch(RecordSearch common, SearchPeriod authored) {

    private static final Set<String> STATUSES = Set.of("active", "completed", "revoked");

    private static final String AUTHORED = "authored";

    /** Reads the parameters; 422 for each that can't be meant. */
    static ReferralSearch of(
            @Nullable String patient,
            List<String> authored,
            @Nullable String status,
            @Nullable String id,
            List<String> lastUpdated,
            @Nullable Integer count,
            @Nullable String after) {
        return new ReferralSearch(
                RecordSearch.of(STATUSES, patient, status, id, lastUpdated, count, after),
                SearchPeriod.of(AUTHORED, authored));
    }

    /** Reads a form; 400 for a field that is not known or given too often. */
    static ReferralSearch of(MultivaluedMap<String, String> form) {
        return new ReferralSearch(
                RecordSearch.of(STATUSES, form, Set.of(AUTHORED), Set.of(AUTHORED)),
                SearchPeriod.of(AUTHORED, form.getOrDefault(AUTHORED, List.of())));
    }

    /** The page of those that fit, by the days of a zone, and one more when there is another page. */
    List<FhirRecord> pageOf(List<Referral> all, ZoneId zone) {
        var moments = authored.asMoments(zone);
        return common.pageOf(all, referral -> moments.has(referral.receivedAt()), ReferralMapping::record);
    }
}
