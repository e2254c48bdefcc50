package care.iop.intake.fhir;

import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.SearchPeriod;
import care.iop.intake.consent.SignedConsent;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A search for consents of one person.
 *
 * @param periods what each value of period leaves of the time for which a consent is given
 */
record ConsentSearch(RecordSearch common, List<SearchPeriod> periods) {

    private static final Set<String> STATUSES = Set.of("active", "inactive", "entered-in-error");

    private static final String PERIOD = "period";

    /** Reads the parameters; 422 for each that can't be meant. */
    static ConsentSearch of(
            @Nullable String patient,
            List<String> period,
            @Nullable String status,
            @Nullable String id,
            List<String> lastUpdated,
            @Nullable Integer count,
            @Nullable String after) {
        return new ConsentSearch(
                RecordSearch.of(STATUSES, patient, status, id, lastUpdated, count, after), periods(period));
    }

    /** Reads a form; 400 for a field that is not known or given too often. */
    static ConsentSearch of(MultivaluedMap<String, String> form) {
        return new ConsentSearch(
                RecordSearch.of(STATUSES, form, Set.of(PERIOD), Set.of(PERIOD)),
                periods(form.getOrDefault(PERIOD, List.of())));
    }

    private static List<SearchPeriod> periods(List<String> texts) {
        return texts.stream()
                .map(text -> SearchPeriod.of(PERIOD, List.of(text)))
                .toList();
    }

    /** The page of those that fit, by the days of a zone, and one more when there is another page. */
    List<FhirRecord> pageOf(List<SignedConsent> all, ZoneId zone, Function<SignedConsent, FhirRecord> told) {
        var asked = periods.stream().map(period -> period.asMoments(zone)).toList();
        return common.pageOf(all, consent -> asked.stream().allMatch(period -> fits(period, consent)), told);
    }

    /**
     * What FHIR says of a date and a period: the whole consent has to lie in what a value without prefix names, and some of it
     * in what has one bound. At the moment when it expires it is over.
     */
    private static boolean fits(SearchPeriod asked, SignedConsent consent) {
        var from = asked.from();
        var before = asked.before();
        var start = consent.signedAt();
        var end = consent.expiresAt();
        if (from != null && before != null) {
            return start != null && end != null && !start.isBefore(from) && !end.isAfter(before);
        }
        return (from == null || end == null || end.isAfter(from))
                && (before == null || start == null || start.isBefore(before));
    }
}
