package care.iop.scheduling.roster;

import care.iop.scheduling.booking.AttendanceRules;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a program's week from the database as the engine is asked it, everybody's wishes included. */
@ApplicationScoped
class ReadRosterWeek {

    private final ReadProgramWeek readProgramWeek;
    private final Sessions sessions;
    private final Enrollments enrollments;
    private final Bookings bookings;
    private final ReadClientFacts readClientFacts;
    private final AttendanceRules rules;
    private final Clock clock;

    ReadRosterWeek(
            ReadProgramWeek readProgramWeek,
            Sessions sessions,
            Enrollments enrollments,
            Bookings bookings,
            ReadClientFacts readClientFacts,
            AttendanceRules rules,
            Clock clock) {
        this.readProgramWeek = readProgramWeek;
        this.sessions = sessions;
        this.enrollments = enrollments;
        this.bookings = bookings;
        this.readClientFacts = readClientFacts;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The week as it stands in the caller's transaction, with those booked clients given who are not to be decided anew. Who is
     * decided anew though something is published has it priced against that.
     */
    RosterWeek read(UUID programId, LocalDate weekStartingOn, RosterScope scope) {
        return switch (scope) {
            case REMAINING, REPLAN -> read(programId, weekStartingOn, booked -> true);
            case WHOLE -> {
                var decidable = enrollments.activeIn(programId).stream()
                        .map(Enrollment::id)
                        .collect(Collectors.toSet());
                var from = clock.instant().plus(rules.notice());
                yield read(
                        programId,
                        weekStartingOn,
                        booked -> !decidable.contains(booked.enrollmentId())
                                || booked.attendance().isPresent()
                                || booked.time().startsAt().isBefore(from));
            }
        };
    }

    /** The week in which one client is decided anew, whatever the client has booked. */
    RosterWeek readWithout(UUID programId, LocalDate weekStartingOn, UUID enrollmentId) {
        return read(programId, weekStartingOn, booked -> !booked.enrollmentId().equals(enrollmentId));
    }

    /**
     * The week as it stands in the caller's transaction.
     *
     * @param fixes whether a booking keeps its client's whole week as it is
     */
    private RosterWeek read(UUID programId, LocalDate weekStartingOn, Predicate<Booking> fixes) {
        var program = readProgramWeek.read(programId, weekStartingOn);
        var published = new PublishedWeek(
                sessions.ofWeek(programId, weekStartingOn), bookings.ofWeek(programId, weekStartingOn));
        var anew = published.clientsWithout(fixes);
        var given = published.withoutClients(anew);
        var booked = new BookedWeek(given.sessions(), given.bookings(), program.groups());
        var known = clients(programId, booked);
        var facts = readClientFacts.of(known, weekStartingOn);
        var curricula = new CurriculumPlan(program.frame(), program.groups(), known, facts);
        var clients = new RosterClients(
                program.frame(), booked, booked.alreadyBooked(), program.clinicians(), facts, curricula);
        var concerned = known.stream().filter(clients::concerns).toList();
        var identifiers = concerned.stream()
                .collect(Collectors.toMap(
                        Enrollment::id, client -> Set.of(client.id().toString())));
        var question = program.question(
                booked,
                concerned.stream()
                        .map(client -> clients.told(client, identifiers))
                        .toList(),
                booked::clinicianOtherwiseBusy,
                curricula);
        if (!anew.isEmpty()) {
            var whole = new BookedWeek(published.sessions(), published.bookings(), program.groups());
            question = question.after(
                    FormerRoster.of(whole, question.decided(booked.alreadyBooked()), clients.sessionKinds()),
                    program.frame().minutesUntil(clock.instant().plus(rules.notice())));
        }
        return question.week(
                booked.given(),
                booked.alreadyBooked().stream().map(UUID::toString).collect(Collectors.toSet()),
                concerned,
                clients.sessionKinds(),
                published);
    }

    /** Those who can be scheduled, and those who are: a client who moved to another program keeps the seats taken here. */
    private List<Enrollment> clients(UUID programId, BookedWeek booked) {
        return Stream.concat(
                        enrollments.activeIn(programId).stream(), enrollments.withIds(booked.alreadyBooked()).stream())
                .distinct()
                .toList();
    }
}
