package care.iop.scheduling.waitlist;

import care.iop.chassis.audit.AccessAudit;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.booking.GroupFit;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.session.AllSessionSeries;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionSeries;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Offers the free seats of a series to those who wait, the most urgent first and among equals the one who waits longest. Whoever
 * can't take a seat that is free is passed over, and the reason is kept.
 */
@ApplicationScoped
class PromoteWaiting {

    private final WaitlistEntries entries;
    private final Enrollments enrollments;
    private final Programs programs;
    private final AllSessionSeries allSeries;
    private final Sessions sessions;
    private final Bookings bookings;
    private final WaitlistSettings settings;
    private final AccessAudit audit;
    private final Clock clock;

    PromoteWaiting(
            WaitlistEntries entries,
            Enrollments enrollments,
            Programs programs,
            AllSessionSeries allSeries,
            Sessions sessions,
            Bookings bookings,
            WaitlistSettings settings,
            AccessAudit audit,
            Clock clock) {
        this.entries = entries;
        this.enrollments = enrollments;
        this.programs = programs;
        this.allSeries = allSeries;
        this.sessions = sessions;
        this.bookings = bookings;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Ends overdue offers and makes new ones; processes that do it at once do it in turn. */
    @Transactional
    void promote(UUID seriesId) {
        var series = Objects.requireNonNull(allSeries.findById(seriesId));
        programs.requireLocked(series.programId());
        var open = entries.openLocked(seriesId);
        var clients = enrollments
                .withIds(open.stream().map(WaitlistEntry::enrollmentId).toList())
                .stream()
                .collect(Collectors.toMap(Enrollment::id, Function.identity()));
        var now = clock.instant();
        for (var entry : open) {
            if (entry.isOverdue(now)) {
                entry.expire(now);
                entries.releaseSeats(entry.id());
                noted(entry, clients);
            }
        }
        entries.flush();
        for (var entry : inLine(open, clients)) {
            offer(entry, client(entry, clients), series, now);
        }
    }

    private static Enrollment client(WaitlistEntry entry, Map<UUID, Enrollment> clients) {
        return Objects.requireNonNull(clients.get(entry.enrollmentId()), "enrollments are never deleted");
    }

    private void noted(WaitlistEntry entry, Map<UUID, Enrollment> clients) {
        audit.wrote("WaitlistEntry", entry.id(), client(entry, clients).patientId());
    }

    /** Those who wait, in the order in which they are served. */
    static List<WaitlistEntry> inLine(List<WaitlistEntry> open, Map<UUID, Enrollment> clients) {
        return open.stream()
                .filter(entry -> entry.status() == WaitlistStatus.WAITING)
                .sorted(Comparator.comparingInt((WaitlistEntry entry) ->
                                -client(entry, clients).preferences().priority())
                        .thenComparing(WaitlistEntry::joinedAt)
                        .thenComparing(WaitlistEntry::id))
                .toList();
    }

    private void offer(WaitlistEntry entry, Enrollment client, SessionSeries series, Instant now) {
        if (!client.isActive()) {
            entry.leave(now);
            audit.wrote("WaitlistEntry", entry.id(), client.patientId());
            return;
        }
        var meetings = meetings(entry);
        if (meetings.size() < entry.days().size()) {
            if (entry.firstOn()
                    .isBefore(now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1))) {
                entry.leave(now);
                audit.wrote("WaitlistEntry", entry.id(), client.patientId());
            }
            return;
        }
        var first = meetings.get(0).time().startsAt();
        if (!now.isBefore(first.minus(settings.lead()))) {
            entry.leave(now);
            audit.wrote("WaitlistEntry", entry.id(), client.patientId());
            return;
        }
        if (meetings.stream().anyMatch(meeting -> meeting.freeSeats() <= 0)) {
            return;
        }
        var obstacle = obstacle(client, series, meetings);
        if (obstacle.isPresent()) {
            entry.passOver(obstacle.get(), now.plus(settings.lookAgainAfter()));
            return;
        }
        entries.keepSeats(entry.id(), meetings.stream().map(Session::id).toList());
        entry.offer(WaitlistEntry.offerEnd(now, settings.offerFor(), first, settings.lead()), now);
        entries.flush();
        meetings.forEach(sessions.getEntityManager()::refresh);
        audit.wrote("WaitlistEntry", entry.id(), client.patientId());
    }

    private List<Session> meetings(WaitlistEntry entry) {
        var meetings = new ArrayList<Session>();
        for (var day : entry.days()) {
            sessions.ofSeriesOn(entry.seriesId(), day).ifPresent(meetings::add);
        }
        meetings.sort(Comparator.comparing((Session session) -> session.time().startsAt())
                .thenComparing(Session::id));
        return meetings;
    }

    private Optional<String> obstacle(Enrollment client, SessionSeries series, List<Session> meetings) {
        var general = GroupFit.obstacle(client, series);
        if (general.isPresent()) {
            return general;
        }
        Map<UUID, List<Booking>> seated = new HashMap<>();
        for (var meeting : meetings) {
            seated.put(meeting.id(), bookings.bookedIn(meeting.id()));
        }
        for (var meeting : meetings) {
            var taken = seated.getOrDefault(meeting.id(), List.of());
            if (taken.stream().anyMatch(booking -> booking.enrollmentId().equals(client.id()))) {
                return Optional.of("The client has a seat on %s already."
                        .formatted(meeting.time().sessionOn()));
            }
            var members = enrollments.withIds(
                    taken.stream().map(Booking::enrollmentId).toList());
            if (GroupFit.mustNotMeet(client, members)) {
                return Optional.of("Somebody whom the client must not meet sits there on %s."
                        .formatted(meeting.time().sessionOn()));
            }
            if (bookings.isBusy(
                    client.patientId(),
                    meeting.time().startsAt(),
                    meeting.time().endsAt())) {
                return Optional.of("The client has another session at that time on %s."
                        .formatted(meeting.time().sessionOn()));
            }
        }
        return Optional.empty();
    }
}
