package care.iop.scheduling.fhir;

import care.iop.chassis.fhir.OpenRecord;
import care.iop.chassis.fhir.RecordPages;
import care.iop.chassis.fhir.SearchParameters;
import care.iop.chassis.fhir.SearchPeriod;
import care.iop.chassis.fhir.SearchTokens;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.program.SessionKind;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search for meetings of groups that have not begun.
 *
 * @param programId whose; null is anybody's
 * @param kinds of which kinds; null is any
 */
record SlotSearch(
        @Nullable UUID programId,
        SearchPeriod start,
        @Nullable Set<String> kinds,
        @Nullable Set<String> statuses,
        @Nullable Set<String> ids,
        PageRequest page) {

    /** How far a search looks when it does not say until when. */
    private static final Duration USUAL = Duration.ofDays(28);

    private static final Duration MOST = Duration.ofDays(92);

    private static final Set<String> PARAMETERS =
            Set.of("schedule.actor", "start", "service-type", "status", "_id", "_count", "after");

    private static final Set<String> REPEATABLE = Set.of("start");

    private static final Set<String> STATUSES = Set.of("free", "busy");

    private static final Set<String> KINDS = Arrays.stream(SessionKind.values())
            .filter(kind -> !kind.isPlacedForOneClient())
            .map(SessionKind::name)
            .collect(Collectors.toUnmodifiableSet());

    private static final String SERVICE = "HealthcareService/";
    private static final UUID NOBODY = new UUID(0, 0);

    /** Reads the parameters; 422 for each that can't be meant. */
    static SlotSearch of(
            @Nullable String actor,
            List<String> start,
            @Nullable String kind,
            @Nullable String status,
            @Nullable String id,
            @Nullable Integer count,
            @Nullable String after) {
        return new SlotSearch(
                actor == null ? null : program(actor),
                SearchPeriod.of("start", start),
                SearchTokens.oneOf("service-type", kind, KINDS),
                SearchTokens.oneOf("status", status, STATUSES),
                SearchParameters.ids(id),
                SearchParameters.page(count, after));
    }

    /** Reads a form; 400 for a field that is not known or given too often. */
    static SlotSearch of(MultivaluedMap<String, String> form) {
        SearchParameters.refuseUnknown(form, PARAMETERS, REPEATABLE);
        return of(
                form.getFirst("schedule.actor"),
                form.getOrDefault("start", List.of()),
                form.getFirst("service-type"),
                form.getFirst("status"),
                form.getFirst("_id"),
                SearchParameters.count(form.getFirst("_count")),
                form.getFirst("after"));
    }

    private static UUID program(String text) {
        var named = SearchParameters.uuid(text.startsWith(SERVICE) ? text.substring(SERVICE.length()) : text);
        return named == null ? NOBODY : named;
    }

    /**
     * When the meetings start, in a zone.
     *
     * @throws ProblemException 422 when the stretch is longer than 92 days
     */
    Stretch stretch(ZoneId zone, Instant now) {
        var asked = start.asMoments(zone);
        var from = asked.from() == null || asked.from().isBefore(now) ? now : asked.from();
        var before = asked.before() == null ? from.plus(USUAL) : asked.before();
        if (Duration.between(from, before).compareTo(MOST) > 0) {
            throw ProblemException.invalid("start", "must leave at most " + MOST.toDays() + " days");
        }
        return new Stretch(from, before, zone);
    }

    /** From a moment to before another one, and the days of a zone that have part in it. */
    record Stretch(Instant from, Instant before, ZoneId zone) {

        boolean isEmpty() {
            return !from.isBefore(before);
        }

        LocalDate first() {
            return LocalDate.ofInstant(from, zone);
        }

        LocalDate last() {
            return LocalDate.ofInstant(before, zone);
        }

        boolean has(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(before);
        }
    }

    /** The page of these, and one more when there is another page. */
    List<OpenRecord> pageOf(Stream<OpenRecord> all) {
        return RecordPages.of(all, statuses, ids, SearchPeriod.of(List.of()), page);
    }
}
