package care.iop.scheduling.roster;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.booking.GiveUpSeats;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.roster.ReplaceWeek.NewSeat;
import care.iop.scheduling.roster.ReplaceWeek.Replacement;
import care.iop.scheduling.roster.RosterOutcome.Appointment;
import care.iop.scheduling.roster.RosterOutcome.Week;
import care.iop.scheduling.session.AllSessionSeries;
import care.iop.scheduling.session.SessionPlace;
import care.iop.scheduling.session.SessionTime;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Turns a draft into sessions and bookings in one transaction: all of it, or nothing with the reason. What the draft keeps stays
 * the booking it was.
 */
@ApplicationScoped
class PublishRoster {

    private final RosterRuns runs;
    private final RosterPublications publications;
    private final Programs programs;
    private final Enrollments enrollments;
    private final AllSessionSeries allSeries;
    private final Sessions sessions;
    private final Bookings bookings;
    private final GiveUpSeats giveUpSeats;
    private final ReplaceWeek replaceWeek;
    private final Outbox outbox;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    PublishRoster(
            RosterRuns runs,
            RosterPublications publications,
            Programs programs,
            Enrollments enrollments,
            AllSessionSeries allSeries,
            Sessions sessions,
            Bookings bookings,
            GiveUpSeats giveUpSeats,
            ReplaceWeek replaceWeek,
            Outbox outbox,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.runs = runs;
        this.publications = publications;
        this.programs = programs;
        this.enrollments = enrollments;
        this.allSeries = allSeries;
        this.sessions = sessions;
        this.bookings = bookings;
        this.giveUpSeats = giveUpSeats;
        this.replaceWeek = replaceWeek;
        this.outbox = outbox;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Publishes the run's result. Publications of one program take turns, so that each sees the bookings of the one before. */
    @Transactional
    RosterRun publish(UUID runId, PublicationRequest request) {
        var run = runs.requireLocked(runId);
        var outcome = run.publishable();
        var kept = outcome.kept();
        var locked = giveUpSeats.lock(outcome.replaced());
        var program = programs.requireLocked(run.programId());
        var published = new PublishedWeek(
                sessions.ofWeek(run.programId(), run.weekStartingOn()),
                bookings.ofWeek(run.programId(), run.weekStartingOn()));
        requireUpToDate(published, program, outcome);
        var givenUp =
                locked.stream().filter(booking -> !kept.contains(booking.id())).toList();
        replaceWeek.requireMovable(touched(published, outcome, givenUp), request);
        var publication = new RosterPublication(ids.next(), run, request, caller.subject(), clock.instant());
        var created = replaceWeek.replace(
                published, new Replacement(program, givenUp, outcome.handovers(), newSeats(outcome), run.id()));
        publication.changed(
                kept.size(),
                created.stream().map(Booking::id).toList(),
                givenUp.stream().map(Booking::id).toList(),
                outcome.handovers());
        publications.persist(publication);
        run.publish(publication.id(), caller.subject(), clock.instant());
        runs.flush();
        outbox.add(RosterPublished.of(
                publication,
                OfferedSeats.of(
                        program,
                        run.weekStartingOn(),
                        allSeries.ofProgram(run.programId()),
                        sessions.ofWeek(run.programId(), run.weekStartingOn()))));
        return run;
    }

    private static void requireUpToDate(PublishedWeek published, Program program, RosterOutcome outcome) {
        for (var week : outcome.weeks()) {
            var now = published.treatmentOf(week.enrollmentId()).stream()
                    .map(Booking::id)
                    .collect(Collectors.toSet());
            if (!now.equals(Set.copyOf(week.replaces()))
                    && !(week.sessions().isEmpty() && week.replaces().isEmpty())) {
                throw outdated("A client of this roster was booked or cancelled for the week meanwhile.");
            }
        }
        if (outcome.weeks().stream()
                .flatMap(week -> week.sessions().stream())
                .filter(appointment -> appointment.bookingId() == null)
                .map(Appointment::sessionOn)
                .anyMatch(program::isClosedOn)) {
            throw outdated("A day of this roster was closed meanwhile.");
        }
    }

    /** Bookings that end, and those that change hands. */
    private static Set<Booking> touched(PublishedWeek published, RosterOutcome outcome, List<Booking> givenUp) {
        var touched = new LinkedHashSet<>(givenUp);
        outcome.handovers().forEach(handover -> touched.addAll(published.in(handover.sessionId())));
        return touched;
    }

    private List<NewSeat> newSeats(RosterOutcome outcome) {
        var clients = enrollments
                .withIds(outcome.weeks().stream().map(Week::enrollmentId).toList())
                .stream()
                .collect(Collectors.toMap(Enrollment::id, Function.identity()));
        var seats = new ArrayList<NewSeat>();
        for (var week : outcome.weeks()) {
            var client = Objects.requireNonNull(clients.get(week.enrollmentId()), "enrollments are never deleted");
            for (var appointment : week.sessions()) {
                if (appointment.bookingId() == null) {
                    seats.add(new NewSeat(
                            client,
                            appointment.kind(),
                            appointment.seriesId(),
                            new SessionTime(
                                    appointment.sessionOn(),
                                    appointment.startsAt(),
                                    appointment.endsAt(),
                                    appointment.zone()),
                            new SessionPlace(appointment.clinicianId(), appointment.roomId())));
                }
            }
        }
        return seats;
    }

    /**
     * Restores the roster before a publication: gives up what it booked, hands back what it handed over and books anew what it
     * gave up. Refused once attendance was marked on what it booked, or while a later publication of the week is in force.
     */
    @Transactional
    RosterPublication rollBack(UUID publicationId, PublicationRequest request) {
        var publication = publications.requireLocked(publicationId);
        publication.requireInForce();
        var all = new HashSet<>(publication.created());
        var locked = giveUpSeats.lock(all);
        var program = programs.requireLocked(publication.programId());
        publications.laterInForce(publication).ifPresent(later -> {
            throw new ProblemException(
                    SchedulingProblem.PUBLICATION_SUPERSEDED, "Roll back publication " + later.id() + " first.");
        });
        var published = new PublishedWeek(
                sessions.ofWeek(publication.programId(), publication.weekStartingOn()),
                bookings.ofWeek(publication.programId(), publication.weekStartingOn()));
        var givenUp = locked.stream()
                .filter(booking -> published.session(booking.sessionId()).isPresent()
                        && published.in(booking.sessionId()).contains(booking))
                .toList();
        var handedBack =
                publication.handovers().stream().map(PublishRoster::back).toList();
        var touched = new LinkedHashSet<>(givenUp);
        handedBack.forEach(handover -> touched.addAll(published.in(handover.sessionId())));
        replaceWeek.requireMovable(touched, request);
        var restored = replaceWeek.replace(
                published, new Replacement(program, givenUp, handedBack, formerSeats(publication, handedBack), null));
        var now = clock.instant();
        publication.rollBack(request, restored.size(), caller.subject(), now);
        publications.flush();
        outbox.add(RosterRolledBack.of(publication, now, givenUp.size(), restored.size()));
        return publication;
    }

    private static RosterOutcome.Handover back(RosterOutcome.Handover handover) {
        return new RosterOutcome.Handover(
                handover.sessionId(),
                handover.clinicianId(),
                handover.formerClinicianId(),
                handover.roomId(),
                handover.formerRoomId());
    }

    /** What the publication gave up, of clients who are still here. */
    private List<NewSeat> formerSeats(RosterPublication publication, List<RosterOutcome.Handover> handedBack) {
        var places = handedBack.stream()
                .collect(Collectors.toMap(
                        RosterOutcome.Handover::sessionId,
                        handover -> new SessionPlace(handover.clinicianId(), handover.roomId())));
        var former = bookings.withIds(publication.cancelled());
        var ofBookings = sessions
                .list("id in ?1", former.stream().map(Booking::sessionId).toList())
                .stream()
                .collect(Collectors.toMap(session -> session.id(), Function.identity()));
        var clients =
                enrollments.withIds(former.stream().map(Booking::enrollmentId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Enrollment::id, Function.identity()));
        var seats = new ArrayList<NewSeat>();
        for (var booking : former) {
            var client = Objects.requireNonNull(clients.get(booking.enrollmentId()), "enrollments are never deleted");
            var session = Objects.requireNonNull(ofBookings.get(booking.sessionId()), "sessions are never deleted");
            if (client.isActive()) {
                seats.add(new NewSeat(
                        client,
                        booking.kind(),
                        session.seriesId().orElse(null),
                        booking.time(),
                        places.getOrDefault(session.id(), session.place())));
            }
        }
        return seats;
    }

    private static ProblemException outdated(String what) {
        return new ProblemException(SchedulingProblem.ROSTER_OUTDATED, what + " Ask for a new run of the week.");
    }
}
