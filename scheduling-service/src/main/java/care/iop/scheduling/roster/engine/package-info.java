/**
 * The roster engine: decides a program's week for every client together, or one client's week given the others.
 * Pure Java; knows nothing of the database, HTTP or the clock on the wall beyond its time limit.
 */
@NullMarked
package care.iop.scheduling.roster.engine;

import org.jspecify.annotations.NullMarked;
