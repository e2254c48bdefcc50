package care.iop.scheduling.roster;

import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.session.Occurrence;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A program's week as the engine is asked it, and what its ids mean.
 *
 * @param given what is booked already and stays
 * @param alreadyBooked clients of {@code given}
 * @param clients by the engine's id
 * @param occurrences the meetings of each candidate group in the order of its slots, by the engine's id
 * @param cohortKinds what each candidate group is, by the engine's id
 * @param sessionKinds of the sessions to place, by the engine's id
 * @param published what the week holds at the time of reading
 * @param names what staff call whom and what
 */
record RosterWeek(
        UUID programId,
        LocalDate weekStartingOn,
        ZoneId zone,
        RosterProblem problem,
        Roster given,
        Set<String> alreadyBooked,
        Map<String, Enrollment> clients,
        Map<String, List<Occurrence>> occurrences,
        Map<String, SessionKind> cohortKinds,
        Map<String, SessionKind> sessionKinds,
        PublishedWeek published,
        PlainNames names) {

    RosterWeek {
        alreadyBooked = Set.copyOf(alreadyBooked);
        clients = Map.copyOf(clients);
        occurrences = Map.copyOf(occurrences);
        cohortKinds = Map.copyOf(cohortKinds);
        sessionKinds = Map.copyOf(sessionKinds);
    }

    /** The clients whose weeks are to be decided: the most urgent first, then in order of identifier. */
    List<String> toPlace() {
        return problem.clients().stream()
                .filter(client -> !alreadyBooked.contains(client.id()))
                .sorted((a, b) -> a.priority() == b.priority()
                        ? a.id().compareTo(b.id())
                        : Integer.compare(b.priority(), a.priority()))
                .map(client -> client.id())
                .toList();
    }
}
