package care.iop.scheduling.booking;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.id.Ids;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.booking.BookingSeriesRequest.Item;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.program.Programs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Books many seats of one client together: all of them, or none with everything that stands in the way. */
@ApplicationScoped
class BookSeries {

    private static final int MOST_SEATS = 400;
    private static final int MOST_DAYS = 366;
    private static final int DAYS_OF_WEEK = 7;

    private final Enrollments enrollments;
    private final Programs programs;
    private final AllBookingSeries allBookingSeries;
    private final Bookings bookings;
    private final WantedSeats wantedSeats;
    private final BookTogether bookTogether;
    private final AccessAudit audit;
    private final Ids ids;

    BookSeries(
            Enrollments enrollments,
            Programs programs,
            AllBookingSeries allBookingSeries,
            Bookings bookings,
            WantedSeats wantedSeats,
            BookTogether bookTogether,
            AccessAudit audit,
            Ids ids) {
        this.enrollments = enrollments;
        this.programs = programs;
        this.allBookingSeries = allBookingSeries;
        this.bookings = bookings;
        this.wantedSeats = wantedSeats;
        this.bookTogether = bookTogether;
        this.audit = audit;
        this.ids = ids;
    }

    /** One attempt, in a transaction of its own; what a retry of the request is answered with is kept in it. */
    @Idempotent
    @Transactional(TxType.REQUIRES_NEW)
    public Response book(BookingSeriesRequest request, @Context UriInfo uri) {
        var enrollment = enrollments.requireNamed("/enrollmentId", request.enrollmentId());
        enrollment.requireActive();
        requireRange(request, enrollment);
        var program = programs.require(enrollment.programId());
        var wanted = wanted(request, program);
        var id = ids.next();
        var booked = bookTogether.book(id, wanted, enrollment, program);
        return Response.created(uri.getAbsolutePathBuilder().path(id.toString()).build())
                .entity(allBookingSeries.require(id).view(booked, closedDays(program, request.from(), request.until())))
                .build();
    }

    /** The series with what has become of its bookings. */
    @Transactional
    BookingSeriesView read(UUID id) {
        var series = allBookingSeries.require(id);
        var enrollment = enrollments.require(series.enrollmentId());
        audit.read("BookingSeries", id, enrollment.patientId());
        var view = series.view(bookings.ofSeries(id), List.of());
        return series.view(
                bookings.ofSeries(id), closedDays(programs.require(enrollment.programId()), view.from(), view.until()));
    }

    private static void requireRange(BookingSeriesRequest request, Enrollment enrollment) {
        if (request.from().isBefore(enrollment.admittedOn())) {
            throw ProblemException.invalid("/from", "must not be before the admission on " + enrollment.admittedOn());
        }
        if (request.until().isBefore(request.from())
                || ChronoUnit.DAYS.between(request.from(), request.until()) > MOST_DAYS) {
            throw ProblemException.invalid("/until", "must be 0 to " + MOST_DAYS + " days after from");
        }
    }

    private List<Wanted> wanted(BookingSeriesRequest request, Program program) {
        var all = new ArrayList<Wanted>();
        for (int i = 0; i < request.items().size(); i++) {
            var found = item(i, request.items().get(i), request, program);
            if (found.isEmpty()) {
                throw ProblemException.invalid("/items/" + i, "must have at least one open day in the range");
            }
            all.addAll(found);
        }
        if (all.size() > MOST_SEATS) {
            throw ProblemException.invalid(
                    "/until", "must leave at most " + MOST_SEATS + " bookings, but makes " + all.size());
        }
        return all;
    }

    private List<Wanted> item(int i, Item item, BookingSeriesRequest request, Program program) {
        var pointer = "/items/" + i;
        var appointment = item.appointment();
        var seriesId = item.seriesId();
        if (seriesId != null && appointment == null) {
            var series = wantedSeats.series(pointer + "/seriesId", seriesId, program);
            return series.occurrences(program, request.from(), request.until()).stream()
                    .filter(occurrence -> isAsked(item, occurrence.sessionOn(), request))
                    .map(occurrence -> (Wanted) new Wanted.InMeeting(i, series, occurrence))
                    .toList();
        }
        if (seriesId != null || appointment == null) {
            throw ProblemException.invalid(
                    pointer + "/seriesId", "must be there when there is no appointment, and only then");
        }
        if (item.days().isEmpty()) {
            throw ProblemException.invalid(pointer + "/days", "must say on which days of the week");
        }
        wantedSeats.requireSound(pointer + "/appointment", appointment, program);
        return request.from()
                .datesUntil(request.until().plusDays(1))
                .filter(day -> isAsked(item, day, request) && !program.isClosedOn(day))
                .map(day -> wantedSeats.alone(i, appointment, day, program))
                .toList();
    }

    private static boolean isAsked(Item item, LocalDate day, BookingSeriesRequest request) {
        var monday = request.from().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return (item.days().isEmpty() || item.days().contains(day.getDayOfWeek()))
                && ChronoUnit.DAYS.between(monday, day) / DAYS_OF_WEEK % item.everyWeeks() == 0
                && !request.leaveOut().contains(day);
    }

    private static List<LocalDate> closedDays(Program program, LocalDate from, LocalDate until) {
        return from.datesUntil(until.plusDays(1)).filter(program::isClosedOn).toList();
    }
}
