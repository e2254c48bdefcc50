package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.constraint.Score;
import care.iop.scheduling.roster.engine.problem.PlacedSession;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One client's whole week, given everybody else's.
 *
 * @param cohortId the group, absent when none is open to the client or none is needed
 * @param opens what it takes to open the group when it is not open yet, otherwise absent
 * @param compromises wishes that it does not meet and why; told of a best week, not of several
 * @param score what the week adds to the roster's score; soft may be negative when it fills a group
 */
public record ClientWeek(
        String clientId,
        @Nullable String cohortId,
        @Nullable CohortOpening opens,
        List<PlacedSession> sessions,
        List<Unassigned> unassigned,
        List<Warning> warnings,
        List<Compromise> compromises,
        Score score) {

    /** The facilitator and the rooms (one per block, none for a tele group) that a group opens with. */
    public record CohortOpening(String facilitatorId, List<String> rooms) {

        /** Copies the rooms. */
        public CohortOpening {
            rooms = List.copyOf(rooms);
        }
    }

    /** Copies the lists. */
    public ClientWeek {
        sessions = List.copyOf(sessions);
        unassigned = List.copyOf(unassigned);
        warnings = List.copyOf(warnings);
        compromises = List.copyOf(compromises);
    }
}
