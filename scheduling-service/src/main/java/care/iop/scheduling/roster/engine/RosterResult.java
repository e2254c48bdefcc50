package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.constraint.Score;
import care.iop.scheduling.roster.engine.problem.Roster;
import java.util.List;

/**
 * A finished search: the roster, its score by full count, what could not be placed and why, which wishes are not met and
 * why, and steps taken.
 */
public record RosterResult(
        Roster roster,
        Score score,
        List<Unassigned> unassigned,
        List<Warning> warnings,
        List<Compromise> compromises,
        long steps) {

    /** A result of which the unmet wishes are not told. */
    public RosterResult(Roster roster, Score score, List<Unassigned> unassigned, List<Warning> warnings, long steps) {
        this(roster, score, unassigned, warnings, List.of(), steps);
    }

    /** Copies the lists. */
    public RosterResult {
        compromises = List.copyOf(compromises);
        unassigned = List.copyOf(unassigned);
        warnings = List.copyOf(warnings);
    }
}
