package care.iop.scheduling.roster;

import care.iop.scheduling.clinician.Clinician;
import care.iop.scheduling.clinician.TimeOff;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.room.Room;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.RosterRoom;
import care.iop.scheduling.roster.engine.problem.RosterTrack;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import care.iop.scheduling.roster.engine.problem.Weights;
import care.iop.scheduling.session.SessionSeries;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a program has for a week, whoever is booked: groups, clinicians, rooms. */
record ProgramWeek(
        WeekFrame frame, CandidateGroups groups, List<Clinician> clinicians, List<Room> rooms, List<TimeOff> timesOff) {

    /** The grid of the product. */
    private static final int START_STEP_MINUTES = 15;

    /** What staff call whom and what. */
    PlainNames names() {
        return new PlainNames(clinicians, rooms, groups.all());
    }

    boolean hasClinician(UUID id) {
        return clinicians.stream().anyMatch(clinician -> clinician.id().equals(id));
    }

    /** Whether it is one of the rooms that can be used all week. */
    boolean hasRoom(UUID id) {
        return rooms.stream().anyMatch(room -> room.id().equals(id));
    }

    /** What the engine is asked about these clients. */
    Question question(
            BookedWeek booked,
            List<RosterClient> clients,
            Function<UUID, List<WeekWindow>> cliniciansOtherwiseBusy,
            CurriculumPlan curricula) {
        var open = groups.open(booked);
        var staff = new RosterStaff(frame, groups, open, timesOff);
        var problem = new RosterProblem(
                START_STEP_MINUTES,
                frame.program().tracks().stream()
                        .map(hours -> new RosterTrack(
                                hours.track().name(),
                                hours.from().toSecondOfDay() / 60,
                                hours.until().toSecondOfDay() / 60))
                        .toList(),
                clinicians.stream()
                        .map(clinician -> staff.told(clinician, cliniciansOtherwiseBusy.apply(clinician.id())))
                        .toList(),
                rooms.stream()
                        .map(room -> new RosterRoom(room.id().toString(), EngineWords.of(room.type())))
                        .toList(),
                open.stream()
                        .map(series -> groups.told(series, booked, rooms, curricula))
                        .toList(),
                clients,
                Weights.DEFAULT);
        return new Question(this, open, problem);
    }

    /** A problem for the engine, and what its groups are. */
    record Question(ProgramWeek program, List<SessionSeries> open, RosterProblem problem) {

        /** The same when something has been published of the week, in which nothing moves before a minute of it. */
        Question after(Roster published, int untilMinute) {
            return new Question(
                    program,
                    open,
                    problem.after(new care.iop.scheduling.roster.engine.problem.PublishedWeek(published, untilMinute)));
        }

        /** Those clients of the problem whose weeks are to be decided. */
        List<RosterClient> decided(Set<UUID> given) {
            return problem.clients().stream()
                    .filter(client -> !given.contains(UUID.fromString(client.id())))
                    .toList();
        }

        /**
         * The week with what stays and what is to be decided.
         *
         * @param given what is booked already and stays
         * @param alreadyBooked the engine's identifiers of the clients of {@code given}
         * @param clients whom somebody may be told of
         */
        RosterWeek week(
                Roster given,
                Set<String> alreadyBooked,
                List<Enrollment> clients,
                Map<String, SessionKind> sessionKinds,
                PublishedWeek published) {
            var frame = program.frame();
            return new RosterWeek(
                    frame.program().id(),
                    frame.startsOn(),
                    frame.program().zone(),
                    problem,
                    given,
                    alreadyBooked,
                    clients.stream()
                            .collect(Collectors.toMap(client -> client.id().toString(), Function.identity())),
                    open.stream()
                            .collect(Collectors.toMap(series -> series.id().toString(), program.groups()::meetingsOf)),
                    open.stream().collect(Collectors.toMap(series -> series.id().toString(), SessionSeries::kind)),
                    sessionKinds,
                    published,
                    program.names());
        }
    }
}
