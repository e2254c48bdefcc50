package care.iop.scheduling.booking;

import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.session.AllSessionSeries;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionSeries;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;

/** Books a client by hand into one meeting of a series, such as the weekend check-in. */
@ApplicationScoped
class BookSession {

    private final Enrollments enrollments;
    private final Programs programs;
    private final AllSessionSeries allSeries;
    private final Sessions sessions;
    private final TakeSeats takeSeats;
    private final Ids ids;

    BookSession(
            Enrollments enrollments,
            Programs programs,
            AllSessionSeries allSeries,
            Sessions sessions,
            TakeSeats takeSeats,
            Ids ids) {
        this.enrollments = enrollments;
        this.programs = programs;
        this.allSeries = allSeries;
        this.sessions = sessions;
        this.takeSeats = takeSeats;
        this.ids = ids;
    }

    /** Books one seat; schedules the meeting first when nobody has yet. */
    @Transactional
    Booking book(BookingRequest request) {
        var enrollment = enrollments.requireNamed("/enrollmentId", request.enrollmentId());
        enrollment.requireActive();
        var series = allSeries.requireNamed("/seriesId", request.seriesId(), enrollment.programId());
        if (request.sessionOn().isBefore(enrollment.admittedOn())) {
            throw ProblemException.invalid(
                    "/sessionOn", "must not be before the admission on " + enrollment.admittedOn());
        }
        var session = sessions.ofSeriesOn(series.id(), request.sessionOn())
                .orElseGet(() -> schedule(series, enrollment, request.sessionOn()));
        return takeSeats.take(List.of(new Seat(enrollment, session)), null).get(0);
    }

    /** Two who schedule the same meeting do it in turn, and the second finds it. */
    private Session schedule(SessionSeries series, Enrollment enrollment, LocalDate day) {
        var program = programs.requireLocked(enrollment.programId());
        var occurrence = series.occurrences(program, day, day).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("/sessionOn", "must be a day on which the series meets"));
        return sessions.ofSeriesOn(series.id(), day).orElseGet(() -> {
            var session = Session.ofSeries(ids.next(), series, occurrence, occurrence.place());
            sessions.persist(session);
            return session;
        });
    }
}
