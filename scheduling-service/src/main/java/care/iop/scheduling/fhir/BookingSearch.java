package care.iop.scheduling.fhir;

import care.iop.chassis.fhir.SearchParameters;
import care.iop.chassis.fhir.SearchPeriod;
import care.iop.chassis.fhir.SearchTokens;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.booking.BookingOutcome;
import care.iop.scheduling.booking.PersonBookings;
import care.iop.scheduling.program.SessionKind;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A search for bookings as one type, read from its parameters before anybody is looked up.
 *
 * @param patientId nobody's when what was given can't be an identifier of ours
 */
record BookingSearch(
        UUID patientId,
        @Nullable Set<UUID> ids,
        @Nullable Set<SessionKind> kinds,
        @Nullable Set<BookingOutcome> outcomes,
        SearchPeriod dates,
        SearchPeriod lastUpdated,
        PageRequest page) {

    private static final Set<String> PARAMETERS =
            Set.of("patient", "date", "status", "_id", "_lastUpdated", "_count", "after");

    private static final Set<String> REPEATABLE = Set.of("date", "_lastUpdated");

    private static final Set<String> KINDS =
            Arrays.stream(SessionKind.values()).map(SessionKind::name).collect(Collectors.toUnmodifiableSet());

    /** Reads the parameters; 422 for each that can't be meant. */
    static BookingSearch of(
            BookingType type,
            @Nullable String patient,
            @Nullable String kind,
            List<String> date,
            @Nullable String status,
            @Nullable String id,
            List<String> lastUpdated,
            @Nullable Integer count,
            @Nullable String after) {
        return new BookingSearch(
                SearchParameters.person(patient),
                SearchParameters.uuids(SearchParameters.ids(id)),
                kinds(type, kind),
                status == null ? null : outcomes(type, status),
                SearchPeriod.of("date", date),
                SearchParameters.lastUpdated(lastUpdated),
                SearchParameters.page(count, after));
    }

    /** Reads a form; 400 for a field that is not known or given too often. */
    static BookingSearch of(BookingType type, MultivaluedMap<String, String> form) {
        var known = new HashSet<>(PARAMETERS);
        known.add(type.kindParameter());
        SearchParameters.refuseUnknown(form, known, REPEATABLE);
        return of(
                type,
                form.getFirst("patient"),
                form.getFirst(type.kindParameter()),
                form.getOrDefault("date", List.of()),
                form.getFirst("status"),
                form.getFirst("_id"),
                form.getOrDefault("_lastUpdated", List.of()),
                SearchParameters.count(form.getFirst("_count")),
                form.getFirst("after"));
    }

    private static @Nullable Set<SessionKind> kinds(BookingType type, @Nullable String text) {
        var names = SearchTokens.oneOf(type.kindParameter(), text, KINDS);
        return names == null ? null : names.stream().map(SessionKind::valueOf).collect(Collectors.toSet());
    }

    private static Set<BookingOutcome> outcomes(BookingType type, String text) {
        var outcomes = EnumSet.noneOf(BookingOutcome.class);
        for (var one : text.split(",", -1)) {
            var code = one.substring(one.indexOf('|') + 1);
            outcomes.add(type.statuses().entrySet().stream()
                    .filter(status -> status.getValue().equals(code))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> ProblemException.invalid(
                            "status",
                            "must be one or several, with commas, of "
                                    + type.statuses().values().stream().sorted().collect(Collectors.joining(", ")))));
        }
        return outcomes;
    }

    /** The same for a patient as the service knows them. */
    PersonBookings wanted(UUID patient, BookingType type) {
        return new PersonBookings(
                patient,
                ids,
                kinds,
                outcomes == null ? type.outcomes() : outcomes,
                dates.firstDay(),
                dates.dayBefore(),
                dates.from(),
                dates.before(),
                lastUpdated.from(),
                lastUpdated.before());
    }
}
