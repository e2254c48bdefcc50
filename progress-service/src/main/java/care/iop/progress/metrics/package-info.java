/**
 * What the program achieves, in figures about cohorts of episodes: each with its numerator, denominator, exclusions, the day
 * it is of, and its definition. Small cells are hidden, and so are those by which a hidden one could be computed.
 */
package care.iop.progress.metrics;
