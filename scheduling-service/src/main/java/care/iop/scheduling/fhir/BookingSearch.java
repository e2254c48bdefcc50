package care.iop.scheduling.fhir;

import care.iop.chassis.fhir.SearchDate;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.booking.BookingOutcome;
import care.iop.scheduling.booking.PersonBookings;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search for bookings as one type, read from its parameters before anybody is looked up, so that what is wrong with it does not
 * depend on whose they are.
 *
 * @param patientId nobody's when what was given can't be an identifier of ours
 */
record BookingSearch(
        UUID patientId,
        @Nullable Set<UUID> ids,
        @Nullable Set<BookingOutcome> outcomes,
        List<SearchDate> dates,
        List<SearchDate> lastUpdated,
        PageRequest page) {

    private static final Set<String> PARAMETERS =
            Set.of("patient", "date", "status", "_id", "_lastUpdated", "_count", "after");

    private static final Set<String> REPEATABLE = Set.of("date", "_lastUpdated");
    private static final String REFERENCE = "Patient/";
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int MOST_IDS = 100;

    /** Reads the parameters; 422 for each that can't be meant. */
    static BookingSearch of(
            BookingType type,
            @Nullable String patient,
            List<String> date,
            @Nullable String status,
            @Nullable String id,
            List<String> lastUpdated,
            @Nullable Integer count,
            @Nullable String after) {
        if (patient == null) {
            throw ProblemException.invalid("patient", "is needed: a search names one patient");
        }
        var named = uuid(patient.startsWith(REFERENCE) ? patient.substring(REFERENCE.length()) : patient);
        return new BookingSearch(
                named == null ? NOBODY : named,
                id == null ? null : ids(id),
                status == null ? null : outcomes(type, status),
                date.stream().map(text -> SearchDate.of("date", text)).toList(),
                lastUpdated.stream()
                        .map(text -> moments(SearchDate.of("_lastUpdated", text)))
                        .toList(),
                PageRequest.of(count, after));
    }

    /** Reads a form; 400 for a field that is not known or given too often. */
    static BookingSearch of(BookingType type, MultivaluedMap<String, String> form) {
        refuseUnknown(form);
        return of(
                type,
                form.getFirst("patient"),
                form.getOrDefault("date", List.of()),
                form.getFirst("status"),
                form.getFirst("_id"),
                form.getOrDefault("_lastUpdated", List.of()),
                count(form.getFirst("_count")),
                form.getFirst("after"));
    }

    private static void refuseUnknown(MultivaluedMap<String, String> form) {
        var faults = form.entrySet().stream()
                .filter(parameter -> !PARAMETERS.contains(parameter.getKey())
                        || (!REPEATABLE.contains(parameter.getKey())
                                && parameter.getValue().size() > 1))
                .map(Map.Entry::getKey)
                .sorted()
                .map(name -> new FieldProblem(
                        name,
                        PARAMETERS.contains(name)
                                ? "must be given once"
                                : "known here: " + String.join(", ", new TreeSet<>(PARAMETERS))))
                .toList();
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.UNKNOWN_PARAMETER,
                    "Remove or correct the parameters that can't be used here.",
                    faults);
        }
    }

    private static @Nullable Integer count(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw ProblemException.invalid("_count", "must be a whole number from 1 to " + PageRequest.MAX_LIMIT);
        }
    }

    private static SearchDate moments(SearchDate date) {
        if (date.firstDay() != null || date.dayBefore() != null) {
            throw ProblemException.invalid(
                    "_lastUpdated", "must be a time with its offset, such as gt2026-03-01T09:00:00Z");
        }
        return date;
    }

    private static Set<UUID> ids(String text) {
        var ids = new HashSet<UUID>();
        for (var one : text.split(",", -1)) {
            // What can't be an identifier is nobody's: it finds nothing.
            var id = uuid(one);
            if (id != null) {
                ids.add(id);
            }
        }
        if (ids.size() > MOST_IDS) {
            throw ProblemException.invalid("_id", "must be at most " + MOST_IDS + " identifiers");
        }
        return ids;
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

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    /** The same for a patient as the service knows them. */
    PersonBookings wanted(UUID patient, BookingType type) {
        return new PersonBookings(
                patient,
                ids,
                outcomes == null ? type.outcomes() : outcomes,
                latest(dates.stream().map(SearchDate::firstDay)),
                earliest(dates.stream().map(SearchDate::dayBefore)),
                latestMoment(dates.stream().map(SearchDate::from)),
                earliestMoment(dates.stream().map(SearchDate::before)),
                latestMoment(lastUpdated.stream().map(SearchDate::from)),
                earliestMoment(lastUpdated.stream().map(SearchDate::before)));
    }

    private static @Nullable LocalDate latest(Stream<@Nullable LocalDate> days) {
        return days.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }

    private static @Nullable LocalDate earliest(Stream<@Nullable LocalDate> days) {
        return days.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    private static @Nullable Instant latestMoment(Stream<@Nullable Instant> moments) {
        return moments.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }

    private static @Nullable Instant earliestMoment(Stream<@Nullable Instant> moments) {
        return moments.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }
}
