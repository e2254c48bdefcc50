package care.iop.scheduling.roster;

import care.iop.scheduling.program.Program;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionSeries;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the groups of a program's week offer, by the capacity that bookings are held to.
 *
 * @param groupSessions meetings that are scheduled, and those of the series that nobody has booked yet
 * @param groupSeats seats in them, taken or free
 */
record OfferedSeats(int groupSessions, int groupSeats) {

    private record Meeting(UUID seriesId, LocalDate day) {}

    /** Counts the meetings of one week: each scheduled one with its own capacity, each further one with that of its series. */
    static OfferedSeats of(
            Program program, LocalDate weekStartingOn, List<SessionSeries> series, List<Session> scheduled) {
        var groups =
                scheduled.stream().filter(session -> session.kind().isCohort()).toList();
        int sessions = groups.size();
        int seats = groups.stream().mapToInt(Session::capacity).sum();
        var meetings = groups.stream()
                .filter(session -> session.seriesId().isPresent())
                .map(session -> new Meeting(
                        session.seriesId().orElseThrow(), session.time().sessionOn()))
                .collect(Collectors.toSet());
        for (var each : series) {
            if (each.kind().isCohort()) {
                for (var meeting : each.occurrences(program, weekStartingOn, weekStartingOn.plusDays(6))) {
                    if (!meetings.contains(new Meeting(each.id(), meeting.sessionOn()))) {
                        sessions++;
                        seats += each.capacity();
                    }
                }
            }
        }
        return new OfferedSeats(sessions, seats);
    }
}
