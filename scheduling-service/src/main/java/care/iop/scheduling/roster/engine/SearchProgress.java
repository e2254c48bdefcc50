package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.constraint.Score;
import java.time.Duration;

/**
 * How far a search has come.
 *
 * @param steps improvement steps taken
 * @param best score of the best roster so far; clients whose turn has not come count nothing yet
 * @param elapsed since the search began
 */
public record SearchProgress(long steps, Score best, Duration elapsed) {}
