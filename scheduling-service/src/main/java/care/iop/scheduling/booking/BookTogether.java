package care.iop.scheduling.booking;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.booking.ObstacleReport.ObstaclesException;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.program.Program;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Books seats of one client on given days together, as a series: all of them, or none with everything in the way. */
@ApplicationScoped
public class BookTogether {

    private final AllBookingSeries allBookingSeries;
    private final WantedSeats wantedSeats;
    private final FindObstacles findObstacles;
    private final ScheduleSessions scheduleSessions;
    private final TakeSeats takeSeats;
    private final AccessAudit audit;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    BookTogether(
            AllBookingSeries allBookingSeries,
            WantedSeats wantedSeats,
            FindObstacles findObstacles,
            ScheduleSessions scheduleSessions,
            TakeSeats takeSeats,
            AccessAudit audit,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.allBookingSeries = allBookingSeries;
        this.wantedSeats = wantedSeats;
        this.findObstacles = findObstacles;
        this.scheduleSessions = scheduleSessions;
        this.takeSeats = takeSeats;
        this.audit = audit;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Books the sessions in the caller's transaction.
     *
     * @param wanted at least one
     * @return the bookings, in order of time
     */
    @Transactional(TxType.MANDATORY)
    List<Booking> book(UUID seriesId, List<Wanted> wanted, Enrollment enrollment, Program program) {
        var obstacles = findObstacles.of(wanted, enrollment, program, List.of());
        if (!obstacles.isEmpty()) {
            throw new ObstaclesException(obstacles);
        }
        var days = wanted.stream().map(one -> one.time().sessionOn()).sorted().toList();
        allBookingSeries.persist(new BookingSeries(
                seriesId, enrollment.id(), days.get(0), days.get(days.size() - 1), clock.instant(), caller.subject()));
        var seats = scheduleSessions.of(wanted, program).entrySet().stream()
                .map(one -> new Seat(
                        enrollment,
                        one.getValue(),
                        null,
                        new Seat.SeriesPlace(seriesId, one.getKey().item())))
                .toList();
        audit.wrote("BookingSeries", seriesId, enrollment.patientId());
        return takeSeats.take(seats, null);
    }

    /**
     * Books one session on each of these days in the caller's transaction: the meeting of a series, or a session of the
     * client's own of so many minutes.
     *
     * @return the bookings, in order of time
     */
    @Transactional(TxType.MANDATORY)
    public List<Booking> book(
            Enrollment enrollment,
            Program program,
            Map<LocalDate, Integer> minutesByDay,
            @Nullable UUID seriesId,
            @Nullable AppointmentRequest appointment) {
        enrollment.requireActive();
        if ((seriesId == null) == (appointment == null)) {
            throw ProblemException.invalid("/seriesId", "must be there when there is no appointment, and only then");
        }
        var wanted = new ArrayList<Wanted>();
        for (var day : new TreeMap<>(minutesByDay).entrySet()) {
            if (appointment != null) {
                var lasting = new AppointmentRequest(
                        appointment.kind(),
                        appointment.localStart(),
                        day.getValue(),
                        appointment.clinicianId(),
                        appointment.roomId());
                wantedSeats.requireSound("/appointment", lasting, program);
                wanted.add(wantedSeats.alone(0, lasting, day.getKey(), program));
            } else {
                var series = wantedSeats.series("/seriesId", Objects.requireNonNull(seriesId), program);
                wanted.add(wantedSeats
                        .meeting(0, series, day.getKey(), program)
                        .orElseThrow(() -> ProblemException.invalid(
                                "/seriesId", "must meet on each of the days, but does not on " + day.getKey())));
            }
        }
        return book(ids.next(), wanted, enrollment, program);
    }
}
