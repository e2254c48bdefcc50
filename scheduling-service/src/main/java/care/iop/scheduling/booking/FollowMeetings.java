package care.iop.scheduling.booking;

import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.program.TimeWindow;
import care.iop.scheduling.session.BookedMeetings;
import care.iop.scheduling.session.MeetingChange;
import care.iop.scheduling.session.MeetingsChanged;
import care.iop.scheduling.session.MeetingsChanging;
import care.iop.scheduling.session.SessionTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Has bookings follow their meetings when a series changes: first says what stands against it, then moves or cancels them. A
 * seat that is held follows as a booked one does: whoever holds it finds it at the new time.
 */
@ApplicationScoped
class FollowMeetings {

    private final Bookings bookings;
    private final Enrollments enrollments;
    private final AttendanceRules rules;
    private final TellOfBookings tellOfBookings;
    private final Clock clock;

    FollowMeetings(
            Bookings bookings,
            Enrollments enrollments,
            AttendanceRules rules,
            TellOfBookings tellOfBookings,
            Clock clock) {
        this.bookings = bookings;
        this.enrollments = enrollments;
        this.rules = rules;
        this.tellOfBookings = tellOfBookings;
        this.clock = clock;
    }

    /**
     * Counts per meeting what stands against its change; who it is about is in the meeting's own bookings, which nobody else
     * changes from now on until the transaction ends.
     */
    void on(@Observes MeetingsChanging changing) {
        var affected = affected(changing.changes());
        var clients = enrollments
                .withIds(affected.values().stream()
                        .flatMap(List::stream)
                        .map(Booking::enrollmentId)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Enrollment::id, Function.identity()));
        var moving = changing.changes().stream().map(MeetingChange::sessionId).toList();
        for (var change : changing.changes()) {
            var seats = affected.getOrDefault(change.sessionId(), List.of());
            if (seats.isEmpty() || change.keepsTime()) {
                continue;
            }
            var to = change.to();
            var on = "the meeting of " + change.from().sessionOn();
            refuse(
                    changing,
                    change,
                    seats.stream().filter(seat -> seat.attendance().isPresent()).count(),
                    on + " has %d bookings with attendance; correct that first");
            if (!changing.forced() && rules.isShortNotice(change.from(), clock.instant())) {
                refuse(
                        changing,
                        change,
                        seats.size(),
                        on + " starts within the notice period and has %d clients; force it");
            }
            if (to.isEmpty()) {
                if (changing.booked() == BookedMeetings.REFUSE) {
                    refuse(
                            changing,
                            change,
                            seats.size(),
                            on + " would no longer be and has %d clients; move them, or have the bookings cancelled");
                }
                continue;
            }
            refuse(
                    changing,
                    change,
                    seats.stream()
                            .filter(seat -> bookings.clientIsTaken(seat.patientId(), to.get(), moving, clock.instant()))
                            .count(),
                    on + " has %d clients who are booked elsewhere at the new time; move or cancel those bookings");
            if (!changing.forced()) {
                refuse(
                        changing,
                        change,
                        seats.stream()
                                .map(seat -> clients.get(seat.enrollmentId()))
                                .filter(client -> client != null && !canCome(client, to.get()))
                                .count(),
                        on + " has %d clients who said not to be free at the new time; move them, or force it");
            }
        }
    }

    private static void refuse(MeetingsChanging changing, MeetingChange change, long number, String why) {
        if (number > 0) {
            changing.refuse(change.sessionId(), why.formatted(number));
        }
    }

    /** Whether the client's hours hold it; nobody is held to hours that were never asked for. */
    private static boolean canCome(Enrollment client, SessionTime time) {
        var zone = ZoneId.of(time.zone());
        var window = new TimeWindow(
                time.sessionOn().getDayOfWeek(),
                time.startsAt().atZone(zone).toLocalTime(),
                time.endsAt().atZone(zone).toLocalTime());
        return client.available().isEmpty()
                || (client.available().stream().anyMatch(window::isWithin)
                        && client.busy().stream()
                                .noneMatch(busy -> busy.window().overlaps(window)));
    }

    /** Moves or cancels the bookings, and tells of each. */
    void on(@Observes MeetingsChanged changed) {
        var affected = affected(changed.changes());
        for (var change : changed.changes()) {
            if (change.keepsTime()) {
                continue;
            }
            var seats = affected.getOrDefault(change.sessionId(), List.of());
            for (var seat : seats) {
                change.to()
                        .ifPresentOrElse(
                                time -> seat.follow(time, clock.instant()),
                                () -> seat.goWithSession(rules, clock.instant()));
            }
            // One meeting after the other, in the order given: the database compares each client's seats.
            bookings.flush();
            tellOfBookings.tell(seats);
        }
    }

    private Map<UUID, List<Booking>> affected(List<MeetingChange> changes) {
        return bookings
                .takenInLocked(changes.stream().map(MeetingChange::sessionId).toList(), clock.instant())
                .stream()
                .collect(Collectors.groupingBy(Booking::sessionId));
    }
}
