/**
 * A program's week and a roster of it as one JSON document each, in the format in which rosters are exchanged with other
 * solvers and checkers: day 0 is Monday, times are hours of the day, quarter hours as fractions.
 */
@NullMarked
package care.iop.scheduling.roster.exchange;

import org.jspecify.annotations.NullMarked;
